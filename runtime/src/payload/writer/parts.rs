//! A request member by member, each as text, as JSON, or as bytes.

use crate::payload::PayloadError;

/// A member's value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Text(String),
    Json(Vec<u8>),
    Binary(Vec<u8>),
}

/// The members so far.
#[derive(Default)]
pub(crate) struct Parts {
    done: Vec<(String, Part)>,
    /// The member that is under way.
    name: String,
    binary: Option<Vec<u8>>,
    /// How many lists and objects are around this place.
    depth: usize,
}

impl Parts {
    /// The members that are there, in their order. There are none of a request that isn't an object.
    pub(super) fn finished(self) -> Vec<(String, Part)> {
        self.done
    }

    /// Fails if this place isn't in the request, but is the request: that is an object.
    pub(super) fn check(&self) -> Result<(), PayloadError> {
        if self.depth == 0 { Err(PayloadError::NoObject) } else { Ok(()) }
    }

    /// The name of the member that is under way.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether this place is in a member.
    pub(super) fn is_nested(&self) -> bool {
        self.depth > 1
    }

    /// A list or an object begins. Whether it is in a member.
    pub(super) fn open(&mut self) -> bool {
        self.depth += 1;
        self.is_nested()
    }

    /// It ends; with the request, its last member.
    pub(super) fn close(&mut self, json: &mut Vec<u8>) -> Result<(), PayloadError> {
        self.depth -= 1;
        if self.depth == 0 { self.flush(json) } else { Ok(()) }
    }

    /// A member begins: if it is one of the request, the one before has ended.
    pub(super) fn member(&mut self, name: &str, json: &mut Vec<u8>) -> Result<bool, PayloadError> {
        if self.is_nested() {
            return Ok(false);
        }
        self.flush(json)?;
        name.clone_into(&mut self.name);
        Ok(true)
    }

    /// Takes the bytes, if they are a member's; if they are in one, they are written as JSON.
    pub(super) fn take(&mut self, bytes: &[u8]) -> bool {
        if self.depth == 1 {
            self.binary = Some(bytes.to_vec());
        }
        self.depth == 1
    }

    fn flush(&mut self, json: &mut Vec<u8>) -> Result<(), PayloadError> {
        let part = match self.binary.take() {
            Some(bytes) => Some(Part::Binary(bytes)),
            None => of_json(std::mem::take(json))?,
        };
        self.done.extend(part.map(|part| (std::mem::take(&mut self.name), part)));
        Ok(())
    }
}

/// Strings, numbers and booleans are text; lists and objects stay JSON; null isn't sent.
fn of_json(json: Vec<u8>) -> Result<Option<Part>, PayloadError> {
    Ok(match json.first() {
        None => None,
        Some(b'"') => Some(Part::Text(serde_json::from_slice(&json)?)),
        Some(b'[' | b'{') => Some(Part::Json(json)),
        _ if json == b"null" => None,
        _ => Some(Part::Text(String::from_utf8_lossy(&json).into_owned())),
    })
}
