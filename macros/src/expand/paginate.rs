//! The trait `PaginatedAction`, and the method `pages`, for an action with `paginate(…)`.

mod path;

use proc_macro2::TokenStream;

use self::path::Way;
use super::bounds::serializable;
use super::{code, ours};
use crate::args::Start;
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
///     P::paging::token(::core::option::Option::Some(&(*self).scroll_token))
/// }
/// fn go_to(&mut self, __position: &::tencent_action::Position) -> ::core::primitive::bool {
///     P::paging::Slot::<_, Self::Item>::new(::core::option::Option::Some(&mut (*self).scroll_token))
///         .go_to_page_token(__position)
/// }
/// ```
fn request(object: &Object<'_>, paging: &Paging) -> TokenStream {
    let (runtime, private) = (&object.runtime, object.runtime.private());
    let Paging { start, field, first, .. } = paging;
    let way = Way { private: &private, root: code!((*self)) };
    let position = match start {
        Start::Offset => way.read(field, &code!(offset), None),
        Start::Page => way.read(field, &code!(page), Some(code!(#first))),
        Start::Token => way.read(field, &code!(token), None),
    };
    let (field, go_to) = match start {
        Start::Offset | Start::Page => (way.change(field), code!(go_to_page_number)),
        Start::Token => (way.change(field), code!(go_to_page_token)),
    };
    code! {
        fn position(&self) -> #runtime::Position {
            #position
        }
        fn go_to(&mut self, __position: &#runtime::Position) -> ::core::primitive::bool {
            #field.#go_to(__position)
        }
    }
}

/// ```ignore
/// fn page(__response: &Self::Response) -> ::tencent_action::PageInfo {
///     ::tencent_action::PageInfo::next(
///         ::tencent_action::PageInfo::of(P::paging::count::<Self::Item>(
///             ::core::option::Option::Some(&(*__response).task_set),
///         )),
///         P::paging::next(::core::option::Option::Some(&(*__response).scroll_token)),
///     )
/// }
/// fn items(mut __response: Self::Response) -> P::Vec<Self::Item> {
///     P::paging::Slot::<_, Self::Item>::new(::core::option::Option::Some(&mut __response.task_set)).take_items()
/// }
/// ```
fn response(object: &Object<'_>, paging: &Paging) -> TokenStream {
    let (runtime, private) = (&object.runtime, object.runtime.private());
    let way = Way { private: &private, root: code!((*__response)) };
    let count = way.read(&paging.items, &code!(count::<Self::Item>), None);
    let said = [
        (code!(total), code!(total), &paging.total),
        (code!(next), code!(next), &paging.next),
        (code!(more), code!(more), &paging.more),
        (code!(more), code!(done), &paging.done),
    ];
    let page = said.into_iter().fold(code!(#runtime::PageInfo::of(#count)), |page, (method, reader, path)| {
        path.as_ref().map_or(page.clone(), |path| {
            let value = way.read(path, &reader, None);
            code!(#runtime::PageInfo::#method(#page, #value))
        })
    });
    let items = Way { private: &private, root: code!(__response) }.change(&paging.items);
    code! {
        fn page(__response: &Self::Response) -> #runtime::PageInfo {
            #page
        }
        fn items(mut __response: Self::Response) -> #private::Vec<Self::Item> {
            #items.take_items()
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
