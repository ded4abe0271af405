//! The trait `PaginatedAction`, and the method `pages`, for an action with `paginate(…)`.

mod path;

use proc_macro2::TokenStream;

use self::path::{at, at_mut};
use super::bounds::serializable;
use super::{code, ours};
use crate::args::{FieldPath, Start};
use crate::model::{Call, Object, Paging};

/// ```ignore
/// impl ::tencent_action::PaginatedAction for DescribeTasks {
///     type Item = Task;
///     /* position, go_to, page, items */
/// }
/// ```
pub(super) fn paginated_action(object: &Object<'_>, call: &Call) -> Option<TokenStream> {
    let paging = call.paging.as_ref()?;
    let (runtime, ident) = (&object.runtime, ours::name(&object.input.ident));
    let generics = serializable(object);
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (request, response, item) = (request(object, paging), response(object, paging), &paging.item);
    Some(code! {
        #[automatically_derived]
        impl #impl_generics #runtime::PaginatedAction for #ident #type_generics #where_clause {
            type Item = #item;
            #request
            #response
        }
    })
}

/// ```ignore
/// fn position(&self) -> ::tencent_action::Position {
///     P::paging::token(::core::option::Option::Some(&self.scroll_token))
/// }
/// fn go_to(&mut self, __position: &::tencent_action::Position) -> ::core::primitive::bool {
///     P::paging::go_to_token(::core::option::Option::Some(&mut self.scroll_token), __position)
/// }
/// ```
fn request(object: &Object<'_>, paging: &Paging) -> TokenStream {
    let (runtime, private) = (&object.runtime, object.runtime.private());
    let (field, field_mut) = (at(&private, &code!(self), &paging.field), at_mut(&private, &code!(self), &paging.field));
    let first = paging.first;
    let position = match paging.start {
        Start::Offset => code!(#private::paging::offset(#field)),
        Start::Page => code!(#private::paging::page(#field, #first)),
        Start::Token => code!(#private::paging::token(#field)),
    };
    let go_to = match paging.start {
        Start::Offset | Start::Page => code!(go_to_number),
        Start::Token => code!(go_to_token),
    };
    code! {
        fn position(&self) -> #runtime::Position {
            #position
        }
        fn go_to(&mut self, __position: &#runtime::Position) -> ::core::primitive::bool {
            #private::paging::#go_to(#field_mut, __position)
        }
    }
}

/// ```ignore
/// fn page(__response: &Self::Response) -> ::tencent_action::PageInfo {
///     ::tencent_action::PageInfo::next(
///         ::tencent_action::PageInfo::of(P::paging::count::<Self::Item>(
///             ::core::option::Option::Some(&__response.task_set),
///         )),
///         P::paging::next(::core::option::Option::Some(&__response.scroll_token)),
///     )
/// }
/// fn items(mut __response: Self::Response) -> P::Vec<Self::Item> {
///     P::paging::take(::core::option::Option::Some(&mut __response.task_set))
/// }
/// ```
fn response(object: &Object<'_>, paging: &Paging) -> TokenStream {
    let (runtime, private) = (&object.runtime, object.runtime.private());
    let response = code!(__response);
    let page = |page: TokenStream, method: TokenStream, reader: TokenStream, path: &Option<FieldPath>| match path {
        Some(path) => {
            let value = at(&private, &response, path);
            code!(#runtime::PageInfo::#method(#page, #private::paging::#reader(#value)))
        }
        None => page,
    };
    let (items, items_mut) = (at(&private, &response, &paging.items), at_mut(&private, &response, &paging.items));
    let info = code!(#runtime::PageInfo::of(#private::paging::count::<Self::Item>(#items)));
    let info = page(info, code!(total), code!(total), &paging.total);
    let info = page(info, code!(next), code!(next), &paging.next);
    let info = page(info, code!(more), code!(more), &paging.more);
    let info = page(info, code!(more), code!(done), &paging.done);
    code! {
        fn page(__response: &Self::Response) -> #runtime::PageInfo {
            #info
        }
        fn items(mut __response: Self::Response) -> #private::Vec<Self::Item> {
            #private::paging::take(#items_mut)
        }
    }
}

/// ```ignore
/// /// Calls …
/// pub fn pages(self, client: &::tencent_action::Client) -> ::tencent_action::Pages<Self> {
///     ::tencent_action::Client::pages(client, self)
/// }
/// ```
pub(super) fn pages(object: &Object<'_>, call: &Call) -> Option<TokenStream> {
    let Call { service, action, paging: Some(_), .. } = call else { return None };
    let (runtime, visibility) = (&object.runtime, ours::visibility(&object.input.vis));
    let summary = format!(" Calls `{action}` of `{service}` page by page, beginning with this request.");
    Some(code! {
        #[doc = #summary]
        #[doc = ""]
        #[doc = " Nothing is sent before the first page is asked for."]
        #visibility fn pages(self, client: &#runtime::Client) -> #runtime::Pages<Self> {
            #runtime::Client::pages(client, self)
        }
    })
}

/// ```ignore
/// let _ = Self::pages;
/// ```
///
/// As for `send`: it may be used through the trait alone.
pub(super) fn used(call: &Call) -> Option<TokenStream> {
    call.paging.as_ref().map(|_| code!(let _ = Self::pages;))
}
