//! Text from a server: out of JSON, and into a message.

use std::borrow::Cow;

use serde::de::{Deserializer, Error, Visitor};

/// How much of a word, as a request id or a path, a message shows.
const WORD: usize = 128;

/// Bytes as text. To see that all is text takes a fraction of the time that it takes to find what isn't.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// The text of a JSON string. What in it is no character becomes U+FFFD: half of a surrogate pair, say.
pub(super) fn string(json: &str) -> String {
    let text = serde_json::Deserializer::from_str(json).deserialize_bytes(Lossy);
    text.unwrap_or_else(|_| json.to_owned())
}

/// The text of a JSON string that isn't empty, or the digits of a number.
pub(super) fn word(json: &str) -> Option<String> {
    let text = match json.as_bytes().first()? {
        b'"' => string(json),
        b'-' | b'0'..=b'9' => json.to_owned(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A request id that can be shown anywhere; `None` if nothing of it is left.
pub(super) fn request_id(text: &str) -> Option<String> {
    // As nearly every id is: to see that takes a hundredth of looking at each character, if no byte ends it early.
    let is_plain = text.bytes().fold(true, |is_plain, byte| is_plain & byte.is_ascii_graphic());
    if is_plain && (1..=WORD).contains(&text.len()) {
        return Some(text.to_owned());
    }
    let id = shortened(&one_line(text), WORD);
    (!id.is_empty()).then_some(id)
}

/// Text from a server on one line, and without what could steer a terminal or the eye.
pub(super) fn one_line(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_format(*c)).collect();
    let words = visible.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// No more of a text than this many characters.
pub(super) fn shortened(text: &str, shown: usize) -> String {
    match text.char_indices().nth(shown) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Whether a character is of Unicode's category Cf, and nothing to be seen: joiners, marks of direction, tags.
pub(crate) fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

/// Takes a string's bytes, of which serde_json doesn't ask that they be text.
struct Lossy;

impl Visitor<'_> for Lossy {
    type Value = String;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<String, E> {
        let mut text = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            if !chunk.invalid().is_empty() && !text.ends_with(char::REPLACEMENT_CHARACTER) {
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_read_whatever_is_in_it() {
        for (json, expected) in [
            (r#""""#, ""),
            (r#""a\u00e9\n\"""#, "aé\n\""),
            (r#""\ud83d\ude00""#, "😀"),
            (r#""\ud83d""#, "\u{fffd}"),
            (r#""a\udc00\ud83db""#, "a\u{fffd}b"),
            ("not JSON", "not JSON"),
        ] {
            assert_eq!(string(json), expected, "{json}");
        }
    }

    #[test]
    fn nothing_that_is_shown_steers_anything() {
        for (text, expected) in [
            ("a\r\nb\u{2028}c\u{85}d\0e", "a b c d e"),
            ("\u{1b}[2Jx", "[2Jx"),
            ("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{e0041}", "abcde"),
            ("中文 é 😀", "中文 é 😀"),
        ] {
            assert_eq!(one_line(text), expected, "{text:?}");
        }
        for (text, expected) in
            [("a-b_c", "a-b_c"), ("a b", "a b"), (" a\tb ", "a b"), ("a\u{7f}b", "a b"), ("a\0", "a")]
        {
            assert_eq!(request_id(text).as_deref(), Some(expected), "{text:?}");
        }
        for len in [WORD, WORD + 1] {
            assert_eq!(request_id(&"a".repeat(len)).map(|id| id.ends_with('…')), Some(len > WORD), "{len}");
        }
        assert_eq!(request_id(&"é".repeat(1000)).map(|id| id.chars().count()), Some(WORD + 1));
        assert_eq!(request_id(" \n\u{202e}"), None);
    }
}
