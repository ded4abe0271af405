//! Derives below the attribute: what we implement is taken out of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, MetaList, Path, Token};

use crate::of_serde::is_of_serde;
use crate::report::Report;
use crate::role::Role;

/// The attribute as it was; or, if it derives what we implement, without that, and the fault is told.
pub(super) fn without_ours(role: Role, attribute: &Attribute, report: &Report) -> TokenStream {
    let kept = match &attribute.meta {
        Meta::List(list) => kept_of(role, list, report),
        Meta::Path(_) | Meta::NameValue(_) => None,
    };
    kept.map_or_else(|| attribute.to_token_stream(), |kept| quote!(#[#kept]))
}

/// What is kept of `derive(…)`, also within `cfg_attr(…)`; `None` if that is all of it.
fn kept_of(role: Role, list: &MetaList, report: &Report) -> Option<TokenStream> {
    let path = &list.path;
    let kept = match path.segments.last()?.ident.to_string().as_str() {
        "derive" => kept_derives(role, &list.tokens, report)?,
        "cfg_attr" => kept_attributes(role, &list.tokens, report)?,
        _ => return None,
    };
    Some(quote!(#path(#kept)))
}

fn kept_derives(role: Role, tokens: &TokenStream, report: &Report) -> Option<TokenStream> {
    let derives = Punctuated::<Path, Token![,]>::parse_terminated.parse2(tokens.clone()).ok()?;
    let (ours, kept): (Vec<_>, Vec<_>) =
        derives.iter().partition(|path| is_of_serde(path, &["Serialize", "Deserialize"]));
    for path in &ours {
        let name = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        report.at(path, format!("`{}` already implements `{name}`: remove it from this derive", role.attribute()));
    }
    (!ours.is_empty()).then(|| quote!(#(#kept),*))
}

fn kept_attributes(role: Role, tokens: &TokenStream, report: &Report) -> Option<TokenStream> {
    let metas = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(tokens.clone()).ok()?;
    let mut changed = false;
    let kept: Vec<_> = metas
        .iter()
        .map(|meta| {
            let kept = meta.require_list().ok().and_then(|list| kept_of(role, list, report));
            changed |= kept.is_some();
            kept.unwrap_or_else(|| meta.to_token_stream())
        })
        .collect();
    changed.then(|| quote!(#(#kept),*))
}
