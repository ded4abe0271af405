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
//! Both passes run through one deserializer type, so that a response type is compiled once.

mod access;
mod json;
mod message;
mod path;
mod scalar;
mod visitors;

use std::cell::{Cell, RefCell};
use std::error::Error as StdError;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::de::StrRead;

use self::json::Json;
use self::path::{Path, Step};
use super::head::Name;
use super::text::{lossy, one_line, shortened};

/// How deep data may be nested: as serde_json's own limit.
const DEPTH: u8 = 128;

/// How much of a message is shown, in characters: it may quote anything.
const SHOWN: usize = 240;

/// Decodes the data in `{"Response": …}`.
pub(super) fn data<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    strictly_or_leniently(body, |json, reading| json.deserialize_map(Envelope { reading, data: PhantomData }))
}

/// Decodes data that stands alone, as in the events of a stream.
pub(super) fn bare<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    strictly_or_leniently(body, |json, reading| {
        let data = Response { reading, data: PhantomData }.deserialize(&mut *json)?;
        json.end()?;
        Ok(data)
    })
}

fn strictly_or_leniently<T>(
    body: &[u8],
    read: impl Fn(&mut serde_json::Deserializer<StrRead<'_>>, &Reading<'_>) -> Result<T, serde_json::Error>,
) -> Result<T, DecodeError> {
    // What is skipped when a body is judged needn't be text.
    let text = &*lossy(body);
    let read = |reading: &Reading<'_>| read(&mut serde_json::Deserializer::from_str(text), reading);
    if let Ok(data) = read(&Reading::new(false, text)) {
        return Ok(data);
    }
    let lenient = Reading::new(true, text);
    read(&lenient).map_err(|error| DecodeError::new(&lenient, &without_position(&error)))
}

/// The message alone: a position in a body that nobody sees says less than the path.
fn without_position(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&position).unwrap_or(&message).to_owned()
}

/// One pass over a body.
struct Reading<'t> {
    lenient: bool,
    /// The body.
    text: &'t str,
    depth: Cell<u8>,
    /// Where the pass failed, if it was the lenient one.
    path: RefCell<Path>,
    /// The string that was read there, or none.
    last: RefCell<String>,
}

impl<'t> Reading<'t> {
    fn new(lenient: bool, text: &'t str) -> Self {
        Self { lenient, text, depth: Cell::new(0), path: RefCell::default(), last: RefCell::default() }
    }

    /// The text from the value of a key on. The key is a part of the body, so its place tells what follows.
    ///
    /// To read the value ahead of its visitor would mean to read it again on each level around it.
    fn after(&self, key: &str) -> &'t str {
        let end = key.as_ptr().addr() + key.len();
        let place = end.checked_sub(self.text.as_ptr().addr());
        let rest = place.and_then(|place| self.text.get(place..)).unwrap_or_default();
        rest.trim_ascii_start().strip_prefix(':').unwrap_or_default().trim_ascii_start()
    }

    /// What failed counts for nothing.
    fn forget(&self) {
        self.path.take();
        self.last.take();
    }

    /// Reads the value that this step leads to.
    fn step<T, E: Error>(&self, to: impl FnOnce() -> Step, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let outcome = self.deeper(read);
        if outcome.is_ok() {
            self.last.take();
        } else {
            self.path.borrow_mut().push(to());
        }
        outcome
    }

    /// Reads what is one level down; fails if that is too deep.
    fn deeper<T, E: Error>(&self, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if self.depth.get() == DEPTH {
            return Err(E::custom(format!("nested more than {DEPTH} levels deep")));
        }
        self.depth.set(self.depth.get() + 1);
        let outcome = read();
        self.depth.set(self.depth.get() - 1);
        outcome
    }
}

/// Why data doesn't fit its declaration, and where.
#[derive(Debug)]
pub(crate) struct DecodeError {
    path: String,
    message: String,
}

impl DecodeError {
    fn new(reading: &Reading<'_>, message: &str) -> Self {
        let shown = |text: &str| shortened(&one_line(text), SHOWN);
        let message = message::without(&reading.last.take(), message);
        Self { path: shown(&reading.path.take().to_string()), message: shown(&message) }
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

/// Finds `Response` among what stands beside it.
struct Envelope<'r, T> {
    reading: &'r Reading<'r>,
    data: PhantomData<T>,
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Envelope<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a `Response`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut data = None;
        while let Some(key) = map.next_key_seed(Name(&["Response"]))? {
            if key.is_some() {
                data = Some(map.next_value_seed(Response { reading: self.reading, data: PhantomData })?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        data.ok_or_else(|| A::Error::missing_field("Response"))
    }
}

/// The data: what is decoded leniently.
struct Response<'r, T> {
    reading: &'r Reading<'r>,
    data: PhantomData<T>,
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Response<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::deserialize(Json::new(deserializer, self.reading))
    }
}
