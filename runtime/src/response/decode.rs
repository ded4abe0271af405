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
//! | a member of a struct | `null`, where its type can't be read from one, as if it weren't there |
//! | an `Option` in a derived struct, of what takes no such string | an empty string, as `None` |
//!
//! It ends where serde's hints end: a `serde_json::Value` and an untagged enum see what came, a flattened struct too.
//!
//! Both passes are one deserializer type, which is generic over nothing, so that a response type is compiled once.

mod access;
mod elements;
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

use self::reader::{Nulls, Reader};
use super::event::Layout;
use super::text::{lossy, one_line, shortened};

/// How much of a message is shown, in characters: it may quote anything.
const SHOWN: usize = 240;

/// Where data is put. This is all that is compiled for each type of it: `None` becomes `Some`, and what comes last, counts.
///
/// It is no closure: the table of one has its body twice.
pub(crate) trait Place {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Error>;
}

impl<T: DeserializeOwned> Place for Option<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        *self = Some(T::deserialize(reader)?);
        Ok(())
    }
}

/// Decodes the data in `{"Response": …}`. If that is well, there is something in its place.
pub(super) fn data(body: &[u8], place: &mut dyn Place) -> Result<(), DecodeError> {
    strictly_or_leniently(body, Layout::Enveloped, place)
}

/// Decodes data that stands alone, as in the events of a stream.
pub(super) fn bare(body: &[u8], place: &mut dyn Place) -> Result<(), DecodeError> {
    strictly_or_leniently(body, Layout::Bare, place)
}

fn strictly_or_leniently(body: &[u8], layout: Layout, place: &mut dyn Place) -> Result<(), DecodeError> {
    // What is passed over when a body is judged needn't be text.
    let text = &*lossy(body);
    let is_there = match pass(&mut Reader::new(text, false), layout, place) {
        Ok(is_there) => is_there,
        Err(_) => leniently(text, layout, place)?,
    };
    if is_there { Ok(()) } else { Err(DecodeError::no_data()) }
}

/// What serde derives can't go on once a member has failed: it is given nulls, and if it fails, none. The first fault is told.
#[cold]
fn leniently(text: &str, layout: Layout, place: &mut dyn Place) -> Result<bool, DecodeError> {
    let mut lenient = Reader::new(text, true);
    pass(&mut lenient, layout, place).or_else(|error| {
        let gave_nulls = lenient.nulls == Nulls::Given;
        let again = gave_nulls.then(|| pass(&mut Reader::without_nulls(text), layout, place));
        again.and_then(Result::ok).ok_or_else(|| DecodeError::new(&lenient, &without_position(&error)))
    })
}

/// Whether there was any data.
fn pass(reader: &mut Reader<'_>, layout: Layout, place: &mut dyn Place) -> Result<bool, Error> {
    if layout == Layout::Bare {
        place.fill(reader)?;
        return reader.end().map(|()| true);
    }
    let (mut is_first, mut is_there) = (true, false);
    reader.begin(b'{', &"an object with a `Response`")?;
    while reader.finds("Response", &mut is_first)? {
        reader.is_whole = true;
        place.fill(reader)?;
        is_there = true;
    }
    reader.end_object();
    reader.end().map(|()| is_there)
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
        let message = message::shown(message, &reader.trace.last, reader.refused_strings());
        let message = match reader.names() {
            Some(names) if message::is_of_missing(&message) => format!("{message}; {}", message::what_came(&names)),
            _ => message,
        };
        Self { path: shown(&reader.trace.path.to_string()), message: shown(&message) }
    }

    pub(crate) fn no_data() -> Self {
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
