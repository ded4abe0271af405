//! Pairs as a query or a form.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 3986 calls unreserved stays as it is.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Joins pairs with `=` and `&`, names and values percent-encoded as in RFC 3986, with upper-case hex.
pub(crate) fn encode<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        if !query.is_empty() {
            query.push('&');
        }
        query.extend(utf8_percent_encode(name, RESERVED));
        query.push('=');
        query.extend(utf8_percent_encode(value, RESERVED));
    }
    query
}

/// A text, percent-encoded the same way.
pub(crate) fn percent_encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn everything_but_the_unreserved_is_encoded() {
        assert_eq!(
            encode([("A.0.B", "a-b_c.d~E9"), ("é", " +&=/*'\"")]),
            "A.0.B=a-b_c.d~E9&%C3%A9=%20%2B%26%3D%2F%2A%27%22"
        );
        assert_eq!(
            encode([("Signature", "EliP9YW3pW28FpsEdkXt/+WcGeI=")]),
            "Signature=EliP9YW3pW28FpsEdkXt%2F%2BWcGeI%3D"
        );
        assert_eq!(encode([]), "");
    }
}
