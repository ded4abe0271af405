//! `#[tencent(…)]` on fields and variants.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, LitStr, Token};

use crate::nearest::suggest;
use crate::report::Report;

/// Whether a field is marked as client token.
pub(crate) fn client_token(attributes: &[Attribute], report: &Report) -> bool {
    let mut found = false;
    for_each(attributes, "client_token", report, |meta| {
        found = true;
        if meta.input.peek(Token![=]) {
            meta.value()?.parse::<syn::Expr>()?;
            return Err(meta.error("`client_token` takes no value: write it alone"));
        }
        Ok(())
    });
    found
}

/// The error code of a variant.
pub(crate) fn code(attributes: &[Attribute], report: &Report) -> Option<LitStr> {
    let mut found = None;
    for_each(attributes, "code", report, |meta| {
        let expected = "expected an error code, as in `code = \"InvalidParameterValue.TaskId\"`";
        if !meta.input.peek(Token![=]) {
            return Err(meta.error(expected));
        }
        let value = meta.value()?;
        let span = value.span();
        let code: LitStr = value.parse().map_err(|_| Error::new(span, expected))?;
        if code.value().is_empty() || code.value().contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(Error::new(code.span(), expected));
        }
        match found.replace(code) {
            None => Ok(()),
            Some(_) => Err(meta.error("`code` is given twice: remove one of them")),
        }
    });
    found
}

/// Says of an attribute on something that has none.
pub(crate) fn none(attributes: &[Attribute], report: &Report) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("tencent")) {
        report.at(
            attribute,
            "there is no attribute `tencent` in here: serde's are read, as in `#[serde(rename = \"…\")]`",
        );
    }
}

fn for_each(
    attributes: &[Attribute],
    known: &str,
    report: &Report,
    mut read: impl FnMut(&ParseNestedMeta<'_>) -> syn::Result<()>,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("tencent")) {
        let outcome = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident(known) {
                return read(&meta);
            }
            let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
            Err(meta.error(format!("unknown attribute, {}", suggest(&name, &[known]))))
        });
        if let Err(fault) = outcome {
            report.add(fault);
        }
    }
}
