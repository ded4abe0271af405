//! Parameters as pairs: a query, or a form.

use std::collections::BTreeSet;

use super::parameters::invalid;
use crate::response::ApiError;

/// The pairs of a query or a form, decoded, in their order. A name that comes twice is an error: it isn't known which
/// one the real gateway would take.
pub(super) fn decode(text: &[u8]) -> Result<Vec<(String, String)>, ApiError> {
    let mut pairs = Vec::new();
    for pair in text.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let end = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let (name, value) = pair.split_at(end);
        let name = unescape(name).ok_or_else(|| malformed("The name of a parameter"))?;
        let value = unescape(value.get(1..).unwrap_or_default());
        // Not the value itself: it may be a token.
        let value = value.ok_or_else(|| malformed(&format!("The value of parameter `{name}`")))?;
        pairs.push((name, value));
    }
    let mut names = BTreeSet::new();
    match pairs.iter().find(|(name, _)| !names.insert(name)) {
        Some((name, _)) => Err(invalid(format!("The parameter `{name}` is there twice."))),
        None => Ok(pairs),
    }
}

/// Undoes the encoding of a form: `+` is a space, as is `%20`.
fn unescape(text: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex(rest.next(), rest.next())?,
            other => *other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(high: Option<&u8>, low: Option<&u8>) -> Option<u8> {
    let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

fn malformed(what: &str) -> ApiError {
    invalid(format!("{what} is not percent-encoded UTF-8."))
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn text(query: &str) -> String {
        match decode(query.as_bytes()) {
            Ok(pairs) => format!("{pairs:?}"),
            Err(error) => error.message().to_owned(),
        }
    }

    #[test]
    fn pairs_are_decoded_as_forms_are() {
        assert_eq!(text("a=b+c%20d%2B&%E6%9C%AA=%e5%91%bd"), r#"[("a", "b c d+"), ("未", "命")]"#);
        assert_eq!(text("&a=b=c&&d&e="), r#"[("a", "b=c"), ("d", ""), ("e", "")]"#);
        assert_eq!(text(""), "[]");
    }

    #[test]
    fn what_is_no_text_is_an_error() {
        for query in ["a=%", "a=%2", "a=%2g", "a=%+1", "a=%ff"] {
            assert_eq!(text(query), "The value of parameter `a` is not percent-encoded UTF-8.", "{query}");
        }
        assert_eq!(text("%80=a"), "The name of a parameter is not percent-encoded UTF-8.");
        assert_eq!(text("a=1&b=2&%61=3"), "The parameter `a` is there twice.");
    }
}
