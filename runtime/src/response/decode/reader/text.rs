//! Strings: as they stand there, or without their escapes.

use serde::de::{Error as _, Visitor};
use serde_json::Error;

use super::{Reader, malformed};
use crate::plain::plain;
use crate::response::text::string;

/// The text of a string.
pub(in crate::response::decode) enum Text<'t, 'r> {
    /// As it stands in the body.
    Plain(&'t str),
    /// Out of its escapes.
    Unescaped(&'r str),
}

impl<'t> Text<'t, '_> {
    #[inline]
    pub(in crate::response::decode) fn visit<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Plain(text) => visitor.visit_borrowed_str(text),
            Self::Unescaped(text) => visitor.visit_str(text),
        }
    }
}

/// Where a string is.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::response::decode) struct Quoted<'t> {
    /// What is between the quotes, and where that begins.
    pub(in crate::response::decode) inner: &'t str,
    begin: usize,
    pub(in crate::response::decode) has_escapes: bool,
}

impl<'t> Reader<'t> {
    /// Reads the string that comes next.
    #[inline]
    pub(in crate::response::decode) fn text(&mut self) -> Result<Text<'t, '_>, Error> {
        let quoted = self.quoted()?;
        self.text_of(quoted)
    }

    /// Reads the string that comes next, and leaves it as it is.
    #[inline]
    pub(in crate::response::decode) fn quoted(&mut self) -> Result<Quoted<'t>, Error> {
        self.eat(b'"')?;
        let begin = self.scan.at();
        let Some(has_escapes) = self.scan.string() else { return Err(malformed(&self.scan)) };
        let inner = self.json.get(begin..self.scan.at() - 1).unwrap_or_default();
        Ok(Quoted { inner, begin, has_escapes })
    }

    /// A string as it stands in the body, quotes and all.
    pub(in crate::response::decode) fn json_of(&self, Quoted { inner, begin, .. }: Quoted<'t>) -> &'t str {
        self.json.get(begin - 1..=begin + inner.len()).unwrap_or_default()
    }

    /// The text of a string, with U+FFFD for what is none.
    pub(in crate::response::decode) fn lossy(&self, quoted: Quoted<'t>) -> String {
        if quoted.has_escapes { string(self.json_of(quoted)) } else { quoted.inner.to_owned() }
    }

    /// The text of a string.
    #[inline]
    pub(in crate::response::decode) fn text_of(&mut self, quoted: Quoted<'t>) -> Result<Text<'t, '_>, Error> {
        if !quoted.has_escapes {
            return Ok(Text::Plain(quoted.inner));
        }
        self.scratch.clear();
        unescape(quoted.inner, &mut self.scratch)?;
        Ok(Text::Unescaped(&self.scratch))
    }
}

/// Writes text without its escapes, which have been passed over and so are such.
fn unescape(json: &str, text: &mut String) -> Result<(), Error> {
    let mut rest = json;
    loop {
        // No quote and no control character stands there but behind a backslash.
        let (before, escape) = rest.split_at_checked(plain(rest.as_bytes())).unwrap_or_default();
        text.push_str(before);
        let Some(escape) = escape.strip_prefix('\\') else { break };
        let (kind, after) = escape.split_at_checked(1).unwrap_or_default();
        let (c, after) = match kind {
            "b" => ('\u{8}', after),
            "f" => ('\u{c}', after),
            "n" => ('\n', after),
            "r" => ('\r', after),
            "t" => ('\t', after),
            "u" => code(after)?,
            // A quote, a slash, a backslash: itself.
            _ => (kind.chars().next().unwrap_or_default(), after),
        };
        text.push(c);
        rest = after;
    }
    Ok(())
}

/// The character of one or two codes of UTF-16, and what comes after it.
fn code(digits: &str) -> Result<(char, &str), Error> {
    let (first, after) = unit(digits);
    if let Some(c) = char::from_u32(first.into()) {
        return Ok((c, after));
    }
    let Some(second) = after.strip_prefix("\\u") else { return Err(half_a_pair()) };
    let (second, after) = unit(second);
    match char::decode_utf16([first, second]).next() {
        Some(Ok(c)) => Ok((c, after)),
        _ => Err(half_a_pair()),
    }
}

/// A code of four digits, and what comes after it.
fn unit(digits: &str) -> (u16, &str) {
    let (digits, after) = digits.split_at_checked(4).unwrap_or_default();
    (u16::from_str_radix(digits, 16).unwrap_or_default(), after)
}

#[cold]
fn half_a_pair() -> Error {
    Error::custom("lone leading surrogate in hex escape")
}
