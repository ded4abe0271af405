//! Pages of a faulty action.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::args::Args;
use crate::expand::code;

/// ```ignore
/// impl ::tencent_action::PaginatedAction for DescribeTasks { /* a page of nothing */ }
/// impl DescribeTasks { pub fn pages(…) -> … }
/// ```
pub(super) fn paginated(input: &DeriveInput, args: &Args) -> Option<TokenStream> {
    let item = args.paginate.as_ref()?.item.as_ref().map_or_else(|| code!(()), |item| code!(#item));
    let (runtime, private) = (&args.runtime, args.runtime.private());
    let (ident, visibility) = (&input.ident, &input.vis);
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    Some(code! {
        #[automatically_derived]
        impl #impl_generics #runtime::PaginatedAction for #ident #type_generics #where_clause {
            type Item = #item;
            fn position(&self) -> #runtime::Position {
                #runtime::Position::Offset(0)
            }
            fn go_to(&mut self, _: &#runtime::Position) -> ::core::primitive::bool {
                false
            }
            fn page(_: &Self::Response) -> #runtime::PageInfo {
                #runtime::PageInfo::of(0)
            }
            fn items(_: Self::Response) -> #private::Vec<Self::Item> {
                #private::Vec::new()
            }
        }
        impl #impl_generics #ident #type_generics #where_clause {
            #[doc = " Calls the action page by page, once the faults of its declaration are mended."]
            #visibility fn pages(self, client: &#runtime::Client) -> #runtime::Pages<Self> {
                #runtime::Client::pages(client, self)
            }
        }
    })
}
