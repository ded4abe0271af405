//! The first half: re-emit the item as written, and hand over to the derive, which sees it after `cfg`.
//!
//! Arguments are passed on unread but for `crate`, so that the faults in them come together with those of the item.

mod derives;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Error, Token, Visibility};

use crate::report::Report;
use crate::runtime_path::RuntimePath;

/// ```ignore
/// #[::core::prelude::v1::derive(::tencent_action::__private::Action)]
/// #[serde(rename_all = "PascalCase")]
/// #[tencent(action(service = "vod", version = "2018-07-17"))]
/// struct ManageTask { … }
/// ```
pub(crate) fn hand_over(arguments: &TokenStream, tokens: TokenStream) -> TokenStream {
    let Item { mut attributes, rest } = match Item::read.parse2(tokens.clone()) {
        Ok(item) => item,
        Err(fault) => return [fault.to_compile_error(), tokens].into_iter().collect(),
    };
    let report = Report::default();
    attributes.retain(|attribute| !is_repeated(attribute, &report));
    let kept: Vec<_> = attributes.iter().map(|attribute| derives::without_ours(attribute, &report)).collect();
    let faults = report.into_result().err().map(|faults| faults.to_compile_error());

    let private = RuntimePath::in_arguments(arguments).private();
    let rename_all = (!says_rename_all(&attributes)).then(|| quote!(#[serde(rename_all = "PascalCase")]));
    quote! {
        #faults
        #[::core::prelude::v1::derive(#private::Action)]
        #rename_all
        #[tencent(action(#arguments))]
        #(#kept)*
        #rest
    }
}

/// An item in two parts, of which only the first is read.
struct Item {
    attributes: Vec<Attribute>,
    rest: TokenStream,
}

impl Item {
    fn read(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let ahead = input.fork();
        ahead.parse::<Visibility>()?;
        if !(ahead.peek(Token![struct]) || ahead.peek(Token![enum]) || ahead.peek(Token![union])) {
            return Err(Error::new(ahead.span(), "`tencent_action` goes on a struct"));
        }
        Ok(Self { attributes, rest: input.parse()? })
    }
}

/// Whether this is our attribute once more: it is told, and dropped, as it would implement everything twice.
fn is_repeated(attribute: &Attribute, report: &Report) -> bool {
    let repeated = attribute.path().segments.last().is_some_and(|last| last.ident == "tencent_action");
    if repeated {
        report.at(attribute, "`tencent_action` is there twice: a struct is one action");
    }
    repeated
}

/// Whether the user chose how fields are renamed.
fn says_rename_all(attributes: &[Attribute]) -> bool {
    let serde = attributes.iter().filter(|attribute| attribute.path().is_ident("serde"));
    let mut tokens = serde.flat_map(|attribute| attribute.meta.to_token_stream()).flat_map(|tree| match tree {
        TokenTree::Group(group) => group.stream(),
        tree => tree.into(),
    });
    tokens.any(|tree| matches!(tree, TokenTree::Ident(ident) if ident == "rename_all"))
}
