//! What `#[serde(…)]` says that the mirror has to heed.

use proc_macro2::TokenTree;
use syn::meta::ParseNestedMeta;
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Token, WherePredicate};

/// The bounds for one way, `serialize` or `deserialize`, if any are said: `bound = "…"` or `bound(serialize = "…")`.
///
/// What can't be read is told by serde, which gets to see it as well.
pub(super) fn bounds(attributes: &[Attribute], way: &str) -> Option<Vec<WherePredicate>> {
    let mut said = None;
    for_each(attributes, |meta| {
        if !meta.path.is_ident("bound") {
            return Ok(());
        }
        if meta.input.peek(Token![=]) {
            said = Some(predicates(meta)?);
            return Ok(());
        }
        meta.parse_nested_meta(|side| {
            let predicates = predicates(&side)?;
            if side.path.is_ident(way) {
                said = Some(predicates);
            }
            Ok(())
        })
    });
    said
}

/// Whether one of these words is among those that are said.
pub(super) fn says(attributes: &[Attribute], words: &[&str]) -> bool {
    let mut found = false;
    for_each(attributes, |meta| {
        found |= words.iter().any(|word| meta.path.is_ident(word));
        Ok(())
    });
    found
}

fn predicates(meta: &ParseNestedMeta<'_>) -> syn::Result<Vec<WherePredicate>> {
    let text: LitStr = meta.value()?.parse()?;
    let predicates = text.parse_with(Punctuated::<WherePredicate, Token![,]>::parse_terminated)?;
    Ok(predicates.into_iter().collect())
}

fn for_each(attributes: &[Attribute], mut read: impl FnMut(&ParseNestedMeta<'_>) -> syn::Result<()>) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // A fault is told elsewhere.
        let _ = attribute.parse_nested_meta(|meta| {
            read(&meta)?;
            while !meta.input.is_empty() && !meta.input.peek(Token![,]) {
                meta.input.parse::<TokenTree>()?;
            }
            Ok(())
        });
    }
}

#[cfg(test)]
mod tests {
    use quote::{ToTokens, quote};
    use syn::parse_quote;

    use super::*;

    fn said(attributes: &[Attribute], way: &str) -> Option<String> {
        bounds(attributes, way).map(|bounds| quote!(#(#bounds),*).to_token_stream().to_string())
    }

    #[test]
    fn bounds_are_said_for_one_way_or_for_both() {
        let both = [parse_quote!(#[serde(rename_all = "lowercase", bound = "T: Copy, U: Copy")])];
        let expected = Some("T : Copy , U : Copy".to_owned());
        assert_eq!((said(&both, "serialize"), said(&both, "deserialize")), (expected.clone(), expected));

        let one = [parse_quote!(#[serde(default, bound(serialize = ""))])];
        assert_eq!((said(&one, "serialize"), said(&one, "deserialize")), (Some(String::new()), None));
        assert_eq!(said(&[parse_quote!(#[serde(flatten)])], "serialize"), None);
    }

    #[test]
    fn words_are_found_past_what_has_a_value() {
        let attributes = [parse_quote!(#[serde(rename(serialize = "skip"), alias = "skip", default)])];
        assert!(says(&attributes, &["skip", "default"]));
        assert!(!says(&attributes, &["skip", "serialize"]));
    }
}
