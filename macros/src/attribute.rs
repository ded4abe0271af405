//! The first half: re-emit the item as written, and hand over to the derive, which sees it after `cfg`.
//!
//! Arguments are passed on unread but for `crate`, so that the faults in them come together with those of the item.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Error, Meta, Path, Token, Visibility};

use crate::report::Report;
use crate::runtime_path::RuntimePath;

/// ```ignore
/// #[::core::prelude::v1::derive(::tencent_action::__private::Action)]
/// #[serde(rename_all = "PascalCase")]
/// #[tencent(action(service = "vod", version = "2018-07-17"))]
/// struct ManageTask { … }
/// ```
pub(crate) fn hand_over(arguments: &TokenStream, tokens: TokenStream) -> TokenStream {
    let item = match Item::read.parse2(tokens.clone()) {
        Ok(item) => item,
        Err(fault) => return [fault.to_compile_error(), tokens].into_iter().collect(),
    };
    let report = Report::default();
    let attributes: Vec<_> =
        item.attributes.iter().map(|attribute| without_serde_derives(attribute, &report)).collect();
    let faults = report.into_result().err().map(|faults| faults.to_compile_error());

    let private = RuntimePath::in_arguments(arguments).private();
    let rename_all = (!says_rename_all(&item.attributes)).then(|| quote!(#[serde(rename_all = "PascalCase")]));
    let Item { rest, .. } = item;
    quote_spanned! {Span::call_site()=>
        #faults
        #[::core::prelude::v1::derive(#private::Action)]
        #rename_all
        #[tencent(action(#arguments))]
        #(#attributes)*
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

/// Whether the user chose how fields are renamed.
fn says_rename_all(attributes: &[Attribute]) -> bool {
    let serde = attributes.iter().filter(|attribute| attribute.path().is_ident("serde"));
    let mut tokens = serde.flat_map(|attribute| attribute.meta.to_token_stream()).flat_map(|tree| match tree {
        proc_macro2::TokenTree::Group(group) => group.stream().into_iter().collect(),
        tree => vec![tree],
    });
    tokens.any(|tree| matches!(tree, proc_macro2::TokenTree::Ident(ident) if ident == "rename_all"))
}

/// The attribute as it was, or, if it derives what we implement, without that; and the fault is told.
fn without_serde_derives(attribute: &Attribute, report: &Report) -> TokenStream {
    let Meta::List(list) = &attribute.meta else { return attribute.to_token_stream() };
    let Some(kept) = kept_of(&list.path, &list.tokens, report) else { return attribute.to_token_stream() };
    let path = &list.path;
    quote!(#[#path(#kept)])
}

/// What stays inside `derive(…)`, also within `cfg_attr(…)`; `None` if that is all of it.
fn kept_of(path: &Path, tokens: &TokenStream, report: &Report) -> Option<TokenStream> {
    match path.segments.last()?.ident.to_string().as_str() {
        "derive" => kept_derives(tokens, report),
        "cfg_attr" => kept_attributes(tokens, report),
        _ => None,
    }
}

fn kept_derives(tokens: &TokenStream, report: &Report) -> Option<TokenStream> {
    let derives = Punctuated::<Path, Token![,]>::parse_terminated.parse2(tokens.clone()).ok()?;
    let (ours, kept): (Vec<_>, Vec<_>) = derives.iter().partition(|path| {
        path.segments.last().is_some_and(|last| last.ident == "Serialize" || last.ident == "Deserialize")
    });
    for path in &ours {
        let name = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        report.at(path, format!("`tencent_action` implements `{name}` itself: take it out of this derive"));
    }
    (!ours.is_empty()).then(|| quote!(#(#kept),*))
}

fn kept_attributes(tokens: &TokenStream, report: &Report) -> Option<TokenStream> {
    let metas = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(tokens.clone()).ok()?;
    let mut changed = false;
    let kept: Vec<_> = metas
        .iter()
        .map(|meta| match meta {
            Meta::List(list) => match kept_of(&list.path, &list.tokens, report) {
                Some(kept) => {
                    changed = true;
                    let path = &list.path;
                    quote!(#path(#kept))
                }
                None => meta.to_token_stream(),
            },
            _ => meta.to_token_stream(),
        })
        .collect();
    changed.then(|| quote!(#(#kept),*))
}
