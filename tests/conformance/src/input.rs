//! The text of an example's request.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::pairs;

/// What a well-formed text says.
#[derive(Debug, PartialEq)]
pub(crate) enum Input {
    /// A POST with a body.
    Json(Value),
    /// A GET, with its parameters nested again. All their values are text.
    Query(Value),
}

/// Reads it; or says why it is no request.
pub(crate) fn read(text: &str, is_declared: impl Fn(&str) -> bool) -> Result<Input, String> {
    let text = text.trim();
    if text.starts_with("http") {
        return query(text, is_declared);
    }
    if !text.starts_with("POST") {
        return Err("no request line".to_owned());
    }
    let lines = text.split_inclusive('\n').scan(0, |end, line| {
        let start = *end;
        *end += line.len();
        Some((start, line))
    });
    // A few have no blank line before it.
    let mut bodies = lines.filter(|(_, line)| line.trim_start().starts_with('{'));
    let Some((start, _)) = bodies.next() else { return Err("no body".to_owned()) };
    match serde_json::from_str(&text[start..]) {
        Ok(body @ Value::Object(_)) => Ok(Input::Json(body)),
        _ => Err("a body that isn't JSON".to_owned()),
    }
}

fn query(text: &str, is_declared: impl Fn(&str) -> bool) -> Result<Input, String> {
    let (_, query) = text.split_once('?').ok_or("a URL without a query")?;
    let mut parameters = Vec::new();
    for part in query.split('&').map(str::trim) {
        // A placeholder, `<Common request parameters>`.
        if part.is_empty() || part.starts_with('<') {
            continue;
        }
        let (name, value) = part.split_once('=').ok_or("a parameter without a value")?;
        let name = name.trim();
        if is_declared(name) || !COMMON.contains(&name) {
            parameters.push((name.to_owned(), decoded(value.trim())));
        }
    }
    pairs::nested(&parameters).map(Input::Query)
}

/// Most values aren't encoded, whatever is in them.
fn decoded(value: &str) -> String {
    let mut parts = value.split('%').skip(1);
    let is_encoded = parts.all(|part| part.len() >= 2 && part.bytes().take(2).all(|byte| byte.is_ascii_hexdigit()));
    let text = is_encoded.then(|| percent_decode_str(value).decode_utf8().ok()).flatten();
    text.map_or_else(|| value.to_owned(), Into::into)
}

/// Parameters that every request has, of which a few examples show some.
const COMMON: [&str; 11] = [
    "Action",
    "Language",
    "Nonce",
    "Region",
    "RequestClient",
    "SecretId",
    "Signature",
    "SignatureMethod",
    "Timestamp",
    "Token",
    "Version",
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn both_forms_are_read() {
        let post = "POST / HTTP/1.1\nHost: kettle\nX-TC-Action: Boil\n<Common>\n\n{\n  \"Litres\": 1\n}";
        assert_eq!(read(post, |_| true), Ok(Input::Json(json!({ "Litres": 1 }))));
        let get = "https://kettle/?Action=Boil\n&Cups.0.Name=a b\n&Share=50%\n&Tea=%E8%8C%B6\n&<Common>";
        let expected = json!({ "Cups": [{ "Name": "a b" }], "Share": "50%", "Tea": "茶" });
        assert_eq!(read(get, |name| name != "Action"), Ok(Input::Query(expected)));
    }

    #[test]
    fn what_is_no_request_says_why() {
        for (text, reason) in [
            ("Boil!", "no request line"),
            ("POST / HTTP/1.1\nHost: kettle", "no body"),
            ("POST / HTTP/1.1\n\n{\"A\": 1 \"B\": 2}", "a body that isn't JSON"),
            ("https://kettle/", "a URL without a query"),
            ("https://kettle/?Action=Boil&Tea", "a parameter without a value"),
        ] {
            assert_eq!(read(text, |_| true), Err(reason.to_owned()), "{text}");
        }
    }
}
