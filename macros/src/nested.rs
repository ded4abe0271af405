//! Reading `#[serde(…)]` and `#[tencent(…)]` item by item.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::{Attribute, Error, Ident, LitStr, Meta, Token};

use crate::report::Report;

/// Reads each item of each attribute of this name; a fault in one doesn't keep the next from being read. Says whether
/// there was none.
pub(crate) fn for_each(
    name: &str,
    attributes: &[Attribute],
    report: &Report,
    mut read: impl FnMut(&ParseNestedMeta<'_>) -> syn::Result<()>,
) -> bool {
    let mut right = true;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        let outcome = attribute.parse_nested_meta(|meta| {
            if let Err(fault) = read(&meta) {
                right = false;
                report.add(fault);
                skip_to_comma(meta.input)?;
            }
            Ok(())
        });
        if let Err(fault) = outcome {
            right = false;
            report.add(fault);
        }
    }
    right
}

/// A value that may be given once.
pub(crate) trait Once<T> {
    fn once(&mut self, meta: &ParseNestedMeta<'_>, value: T) -> syn::Result<()>;
}

impl<T> Once<T> for Option<T> {
    fn once(&mut self, meta: &ParseNestedMeta<'_>, value: T) -> syn::Result<()> {
        if self.is_some() {
            return Err(at_key(meta, format!("`{}` is given twice: remove one of them", name(meta))));
        }
        *self = Some(value);
        Ok(())
    }
}

/// `key = "…"`
pub(crate) fn string_of(meta: &ParseNestedMeta<'_>) -> syn::Result<LitStr> {
    let name = name(meta);
    if meta.input.peek(syn::token::Paren) {
        return Err(at_key(meta, format!("write this with one value: `{name} = \"…\"`")));
    }
    let without_value = || at_key(meta, format!("`{name}` needs a value, as in `{name} = \"…\"`"));
    let value = meta.value().map_err(|_| without_value())?;
    if value.is_empty() || value.peek(Token![,]) {
        return Err(without_value());
    }
    let span = value.span();
    value.parse().map_err(|_| Error::new(span, format!("expected a string literal, as in `{name} = \"…\"`")))
}

/// `key`
pub(crate) fn alone(meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    if meta.input.is_empty() || meta.input.peek(Token![,]) {
        return Ok(());
    }
    Err(at_key(meta, format!("`{}` takes no value: write it alone", name(meta))))
}

/// A fault of the word before the `=`.
pub(crate) fn at_key(meta: &ParseNestedMeta<'_>, message: impl std::fmt::Display) -> Error {
    Error::new_spanned(&meta.path, message)
}

/// The word before the `=`.
pub(crate) fn name(meta: &ParseNestedMeta<'_>) -> String {
    meta.path.to_token_stream().to_string().replace(' ', "")
}

/// Reads over the value, whatever it is.
pub(crate) fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// A word among the arguments of an attribute, where it stands.
pub(crate) fn word_in(attribute: &Attribute, word: &str) -> Option<Ident> {
    let Meta::List(list) = &attribute.meta else { return None };
    list.tokens.clone().into_iter().find_map(|tree| match tree {
        TokenTree::Ident(ident) if ident == word => Some(ident),
        _ => None,
    })
}
