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
//! | a string | a number, with its digits as they came |
//! | a list | `null`, and nothing at all in a declared struct, as an empty list |
//! | a member of a declared struct | `null`, as if it weren't there |
//!
//! It ends where serde's hints end: a `serde_json::Value` and an untagged enum see what came, a flattened struct too.
//!
//! Both passes run through one deserializer type, so that a response type is compiled once.

mod access;
mod json;
mod path;
mod visitors;

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::error::Error as StdError;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::de::StrRead;

use self::json::Json;
use self::path::Path;
use super::raw::one_line;

/// How deep data may be nested: as serde_json's own limit.
const DEPTH: u8 = 128;

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
    read: impl Fn(&mut serde_json::Deserializer<StrRead<'_>>, &Reading) -> Result<T, serde_json::Error>,
) -> Result<T, DecodeError> {
    // It has been looked over before, so this is JSON and therefore UTF-8.
    let text = std::str::from_utf8(body).map_err(|error| DecodeError::new(&Path::default(), &error.to_string()))?;
    let read = |reading: &Reading| read(&mut serde_json::Deserializer::from_str(text), reading);
    if let Ok(data) = read(&Reading::new(false)) {
        return Ok(data);
    }
    let lenient = Reading::new(true);
    read(&lenient).map_err(|error| DecodeError::new(&lenient.path.take(), &without_position(&error)))
}

/// The message alone: in the second pass, a position is relative to some part of the body.
fn without_position(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&position).unwrap_or(&message).to_owned()
}

/// One pass over a body.
struct Reading {
    lenient: bool,
    depth: Cell<u8>,
    /// Where the pass failed, if it was the lenient one.
    path: RefCell<Path>,
}

impl Reading {
    fn new(lenient: bool) -> Self {
        Self { lenient, depth: Cell::new(0), path: RefCell::default() }
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
    fn new(path: &Path, message: &str) -> Self {
        Self { path: path.to_string(), message: shortened(&one_line(message)) }
    }
}

/// A message may quote a value of any length.
fn shortened(message: &str) -> String {
    const SHOWN: usize = 240;
    match message.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &message[..end]),
        None => message.to_owned(),
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
    reading: &'r Reading,
    data: PhantomData<T>,
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Envelope<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a `Response`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut data = None;
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key == "Response" {
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
    reading: &'r Reading,
    data: PhantomData<T>,
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Response<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::deserialize(Json::new(deserializer, self.reading))
    }
}
