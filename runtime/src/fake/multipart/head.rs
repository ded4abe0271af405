//! The head of a part.

use super::malformed;
use crate::response::ApiError;

/// What the head of a part says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) name: String,
    pub(super) has_file_name: bool,
    pub(super) is_json: bool,
}

impl Head {
    pub(super) fn read(head: &[u8]) -> Result<Self, ApiError> {
        let head = std::str::from_utf8(head).map_err(|_| malformed("the head of a part isn't UTF-8"))?;
        let (mut disposition, mut is_json) = (None, false);
        for line in head.split("\r\n") {
            let (name, value) = line.split_once(':').ok_or_else(|| malformed("a part has a header without a colon"))?;
            if name.eq_ignore_ascii_case("content-type") {
                is_json = parameters(value).is_some_and(|(media_type, _)| media_type == "application/json");
            } else if name.eq_ignore_ascii_case("content-disposition") && disposition.replace(value).is_some() {
                return Err(malformed("a part has two Content-Disposition"));
            }
        }
        let disposition = disposition.ok_or_else(|| malformed("a part has no Content-Disposition"))?;
        let (_, parameters) = parameters(disposition)
            .filter(|(kind, _)| kind == "form-data")
            .ok_or_else(|| malformed("the Content-Disposition of a part isn't form-data with parameters"))?;
        let named = |wanted: &str| parameters.iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
        let name = named("name").filter(|name| !name.is_empty()).ok_or_else(|| malformed("a part has no name"))?;
        Ok(Self { name: name.clone(), has_file_name: named("filename").is_some(), is_json })
    }
}

/// Splits `value; name=token; name="quoted"`: value and names in lower case, nothing if it isn't of this form.
pub(super) fn parameters(text: &str) -> Option<(String, Vec<(String, String)>)> {
    let (value, mut rest) = text.split_at(text.find(';').unwrap_or(text.len()));
    let mut parameters = Vec::new();
    while let Some(parameter) = rest.trim_start().strip_prefix(';') {
        let (name, behind) = parameter.split_once('=')?;
        let (value, behind) = match behind.strip_prefix('"') {
            Some(quoted) => unquote(quoted)?,
            None => token(behind),
        };
        parameters.push((name.trim().to_ascii_lowercase(), value));
        rest = behind;
    }
    rest.trim().is_empty().then(|| (value.trim().to_ascii_lowercase(), parameters))
}

fn token(text: &str) -> (String, &str) {
    let (token, behind) = text.split_at(text.find(';').unwrap_or(text.len()));
    (token.trim().to_owned(), behind)
}

/// A string up to its closing quote, and what is behind it. A backslash quotes a quote.
fn unquote(text: &str) -> Option<(String, &str)> {
    let mut unquoted = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((unquoted, &text[at + 1..])),
            '\\' => unquoted.push(characters.next()?.1),
            other => unquoted.push(other),
        }
    }
    None
}
