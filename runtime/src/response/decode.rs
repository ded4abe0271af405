//! Decoding of a response's data: strictly first, and only if that fails once more with leniency.
//!
//! Published examples of replies keep to their declared types in 99 of 100 cases, so leniency may cost what it wants,
//! and the first pass nothing. What is forgiven in the second:
//!
//! | declared | also read |
//! |---|---|
//! | a whole number | the number in quotes; a float without a fraction |
//! | a float | the number in quotes |
//! | a boolean | `"true"` and `"false"` with whatever capitals, `1` and `0` |
//! | a string | a number, with its digits as they came; what is no text, with U+FFFD in its place |
//! | a list | `null`, and nothing at all in a declared struct, as an empty list |
//! | a member of a declared struct | `null`, as if it weren't there |
//! | an `Option` in a derived struct, of what takes no such string | an empty string, as `None` |
//!
//! It ends where serde's hints end: a `serde_json::Value` and an untagged enum see what came, a flattened struct too.
//!
//! Both passes are one deserializer type, which is generic over nothing, so that a response type is compiled once.

mod access;
mod json;
mod key;
mod message;
mod path;
mod reader;
mod scalar;
mod visitors;

use std::error::Error as StdError;
use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::Error;

use self::reader::Reader;
use super::event::Layout;
use super::text::{lossy, one_line, shortened};

/// How much of a message is shown, in characters: it may quote anything.
const SHOWN: usize = 240;

/// Decodes the data in `{"Response": …}`.
pub(super) fn data<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    decoded(body, Layout::Enveloped)
}

/// Decodes data that stands alone, as in the events of a stream.
pub(super) fn bare<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    decoded(body, Layout::Bare)
}

/// All that is compiled for each type of data. What comes last, counts.
fn decoded<T: DeserializeOwned>(body: &[u8], layout: Layout) -> Result<T, DecodeError> {
    let mut data = None;
    strictly_or_leniently(body, layout, &mut |reader| {
        data = Some(T::deserialize(reader)?);
        Ok(())
    })?;
    data.ok_or_else(DecodeError::no_data)
}

fn strictly_or_leniently(
    body: &[u8],
    layout: Layout,
    read: &mut dyn FnMut(&mut Reader<'_>) -> Result<(), Error>,
) -> Result<(), DecodeError> {
    // What is passed over when a body is judged needn't be text.
    let text = &*lossy(body);
    if pass(&mut Reader::new(text, false), layout, read).is_ok() {
        return Ok(());
    }
    let mut lenient = Reader::new(text, true);
    pass(&mut lenient, layout, read).map_err(|error| DecodeError::new(&lenient, &without_position(&error)))
}

fn pass(
    reader: &mut Reader<'_>,
    layout: Layout,
    read: &mut dyn FnMut(&mut Reader<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    if layout == Layout::Bare {
        read(reader)?;
        return reader.end();
    }
    let mut is_first = true;
    reader.begin(b'{', &"an object with a `Response`")?;
    while reader.finds("Response", &mut is_first)? {
        read(reader)?;
    }
    reader.end_object();
    reader.end()
}

/// The message alone: a position in a body that nobody sees says less than the path.
fn without_position(error: &Error) -> String {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&position).unwrap_or(&message).to_owned()
}

/// Why data doesn't fit its declaration, and where.
#[derive(Debug)]
pub(crate) struct DecodeError {
    path: String,
    message: String,
}

impl DecodeError {
    fn new(reader: &Reader<'_>, message: &str) -> Self {
        let shown = |text: &str| shortened(&one_line(text), SHOWN);
        let message = message::without(&reader.last, message);
        Self { path: shown(&reader.path.to_string()), message: shown(&message) }
    }

    fn no_data() -> Self {
        Self { path: String::new(), message: "there is no `Response`".to_owned() }
    }

    /// Keeps the path, and forgets the message: it may quote a value.
    pub(super) fn withhold(&mut self) {
        "the value isn't as declared; it isn't shown, for it may be a secret".clone_into(&mut self.message);
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "at `{}`: {}", self.path, self.message)
        }
    }
}

impl StdError for DecodeError {}

#[cfg(test)]
mod tests;
