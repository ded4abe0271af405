//! Reading `#[serde(…)]` item by item.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::{Attribute, Error, ExprPath, LitStr, Token};

use crate::report::Report;

/// Reads each item of each `#[serde(…)]`; a fault in one doesn't keep the next from being read.
pub(super) fn for_each(
    attributes: &[Attribute],
    report: &Report,
    mut read: impl FnMut(&ParseNestedMeta<'_>) -> syn::Result<()>,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let outcome = attribute.parse_nested_meta(|meta| {
            if let Err(fault) = read(&meta) {
                report.add(fault);
                skip_to_comma(meta.input)?;
            }
            Ok(())
        });
        if let Err(fault) = outcome {
            report.add(fault);
        }
    }
}

/// A value that may be given once.
pub(super) trait Once<T> {
    fn once(&mut self, meta: &ParseNestedMeta<'_>, value: T) -> syn::Result<()>;
}

impl<T> Once<T> for Option<T> {
    fn once(&mut self, meta: &ParseNestedMeta<'_>, value: T) -> syn::Result<()> {
        if self.is_some() {
            return Err(meta.error(format!("`{}` is given twice: remove one of them", name(meta))));
        }
        *self = Some(value);
        Ok(())
    }
}

/// `key = "…"`
pub(super) fn string_of(meta: &ParseNestedMeta<'_>) -> syn::Result<LitStr> {
    let name = name(meta);
    if !meta.input.peek(Token![=]) {
        return Err(meta.error(format!("write this with one value: `{name} = \"…\"`")));
    }
    let value = meta.value()?;
    let span = value.span();
    value.parse().map_err(|_| Error::new(span, format!("expected a string literal, as in `{name} = \"…\"`")))
}

/// `key = "WireName"`
pub(super) fn name_of(meta: &ParseNestedMeta<'_>) -> syn::Result<LitStr> {
    let name = string_of(meta)?;
    if name.value().is_empty() {
        return Err(Error::new(name.span(), "a member can't have an empty name"));
    }
    Ok(name)
}

/// `key = "path::of::a::function"`
pub(super) fn path_of(meta: &ParseNestedMeta<'_>) -> syn::Result<ExprPath> {
    let path = string_of(meta)?;
    let message = "expected the path of a function between the quotes, as in \"Vec::is_empty\"";
    path.parse().map_err(|_| Error::new(path.span(), message))
}

/// The word before the `=`.
pub(super) fn name(meta: &ParseNestedMeta<'_>) -> String {
    meta.path.to_token_stream().to_string().replace(' ', "")
}

/// Reads over the value, whatever it is.
pub(super) fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
