//! Writes a request, in any of the forms that it can have.
//!
//! There is one serializer for all of them, and which form it is is known at run time only, so that an action and its
//! data types are compiled for one serializer and not for each form. Whatever doesn't depend on a type is in functions
//! without parameters.

mod compound;
mod fault;
mod flat;
mod json;
mod key;
mod parts;
mod place;
mod serializer;
mod values;

pub(crate) use self::fault::Fault;
pub(super) use self::flat::{FlattenError, Pairs};
pub(super) use self::parts::{Part, Parts};

use serde::Serialize;

use super::{ClientToken, PayloadError};

/// What serializes, whatever it is.
pub(crate) trait Writable {
    fn write(&self, writer: &mut Writer) -> Result<(), Fault>;
}

impl<T: Serialize + ?Sized> Writable for T {
    fn write(&self, writer: &mut Writer) -> Result<(), Fault> {
        self.serialize(writer)
    }
}

/// The one serializer of requests.
pub(crate) struct Writer {
    /// JSON: the request, or of parts the one that is under way.
    out: Vec<u8>,
    form: Form,
    /// Set where the next string stands for what it holds.
    raw: Option<Raw>,
    /// What the request has before its own members.
    token: Option<ClientToken>,
}

/// What is written.
enum Form {
    Json,
    Flat(Pairs),
    Parts(Parts),
}

/// What `serde_json` writes as a struct with one string in it.
#[derive(Clone, Copy)]
enum Raw {
    Number,
    Json,
}

/// The room that a request is given: most fit.
const ROOM: usize = 256;

impl Writer {
    fn new(form: Form, room: usize, token: Option<ClientToken>) -> Self {
        Self { out: Vec::with_capacity(room), form, raw: None, token }
    }

    /// A request as JSON. It must be an object: the API has parameters by name only.
    pub(super) fn json(value: &dyn Writable, token: Option<ClientToken>) -> Result<Vec<u8>, PayloadError> {
        let mut writer = Self::new(Form::Json, ROOM, token);
        value.write(&mut writer).map_err(Fault::into_error)?;
        if writer.out.starts_with(b"{") { Ok(writer.out) } else { Err(PayloadError::NoObject) }
    }

    /// A request as pairs of name and value, sorted by name.
    pub(crate) fn pairs(value: &dyn Writable) -> Result<Vec<(String, String)>, FlattenError> {
        let mut writer = Self::new(Form::Flat(Pairs::default()), 0, None);
        value.write(&mut writer).map_err(Fault::of_flat)?;
        let Form::Flat(pairs) = writer.form else { return Ok(Vec::new()) };
        pairs.sorted()
    }

    /// A request member by member, in their order: those that are there.
    pub(super) fn parts(value: &dyn Writable) -> Result<Vec<(String, Part)>, PayloadError> {
        let mut writer = Self::new(Form::Parts(Parts::default()), ROOM, None);
        value.write(&mut writer).map_err(Fault::into_error)?;
        let Form::Parts(parts) = writer.form else { return Ok(Vec::new()) };
        Ok(parts.finished())
    }
}

#[cfg(test)]
mod tests;
