//! Lists and objects.

use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::FlattenError;
use super::key::Key;
use super::value::Value;

/// A list: its elements are named by their index, from 0.
pub(super) struct Elements<'a> {
    list: Value<'a>,
    len: usize,
    /// How long the path of what is around this is.
    outer: usize,
}

impl<'a> Elements<'a> {
    pub(super) fn new(list: Value<'a>) -> Self {
        let outer = list.path.len();
        Self { list, len: 0, outer }
    }

    /// Serde writes a variant as an object with one member.
    pub(super) fn of_variant(mut self, variant: &str) -> Result<Self, FlattenError> {
        enter(&mut self.list, variant)?;
        Ok(self)
    }

    fn push<T: Serialize + ?Sized>(&mut self, element: &T) -> Result<(), FlattenError> {
        let before = self.list.pairs.len();
        self.list.within(&self.len.to_string(), element)?;
        if self.list.pairs.len() == before {
            return Err(FlattenError::at(&format!("{}.{}", self.list.path, self.len), "is null in a list"));
        }
        self.len += 1;
        Ok(())
    }

    fn finish(self) -> Result<(), FlattenError> {
        if self.list.path.is_empty() {
            return Err(FlattenError::custom("it isn't an object, with a member for each parameter"));
        }
        if self.len == 0 {
            return Err(FlattenError::at(self.list.path, "is an empty list"));
        }
        self.list.path.truncate(self.outer);
        Ok(())
    }
}

/// An object: its members are named by their keys.
pub(super) struct Members<'a> {
    object: Value<'a>,
    outer: usize,
    before: usize,
    key: String,
    raw: Option<Raw>,
}

/// What serde_json writes as a struct with one string in it.
#[derive(Clone, Copy)]
pub(super) enum Raw {
    Number,
    Json,
}

impl<'a> Members<'a> {
    pub(super) fn new(object: Value<'a>) -> Self {
        let (outer, before) = (object.path.len(), object.pairs.len());
        Self { object, outer, before, key: String::new(), raw: None }
    }

    pub(super) fn raw(object: Value<'a>, raw: Raw) -> Self {
        Self { raw: Some(raw), ..Self::new(object) }
    }

    pub(super) fn of_variant(mut self, variant: &str) -> Result<Self, FlattenError> {
        enter(&mut self.object, variant)?;
        Ok(self)
    }

    /// The object with this one member.
    pub(super) fn only<T: Serialize + ?Sized>(mut self, name: &str, value: &T) -> Result<(), FlattenError> {
        self.push(name, value)?;
        self.finish()
    }

    fn push<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), FlattenError> {
        let Some(raw) = self.raw else {
            check_name(self.object.path, name)?;
            return self.object.within(name, value);
        };
        let text = value.serialize(Key)?;
        let object = Value::new(self.object.pairs, self.object.path);
        match raw {
            Raw::Number => text.serialize(object),
            Raw::Json => {
                let json: serde_json::Value = serde_json::from_str(&text).map_err(FlattenError::custom)?;
                json.serialize(object)
            }
        }
    }

    fn finish(self) -> Result<(), FlattenError> {
        let is_request = self.object.path.is_empty();
        if !is_request && self.raw.is_none() && self.object.pairs.len() == self.before {
            return Err(FlattenError::at(self.object.path, "is an empty object"));
        }
        self.object.path.truncate(self.outer);
        Ok(())
    }
}

/// Goes down to the member with this name.
fn enter(value: &mut Value<'_>, name: &str) -> Result<(), FlattenError> {
    check_name(value.path, name)?;
    if !value.path.is_empty() {
        value.path.push('.');
    }
    value.path.push_str(name);
    Ok(())
}

/// Some names would be read as something else.
fn check_name(path: &str, name: &str) -> Result<(), FlattenError> {
    let is_nested = !path.is_empty();
    let fault = match name {
        "" => "has a member without a name",
        _ if name.contains('.') => "has a dot in its name",
        _ if is_nested && name.bytes().all(|byte| byte.is_ascii_digit()) => "has a number for a name, as if in a list",
        _ => return Ok(()),
    };
    let dot = if is_nested && !name.is_empty() { "." } else { "" };
    Err(FlattenError::at(&format!("{path}{dot}{name}"), fault))
}

macro_rules! elements {
    ($($interface:ident: $method:ident),*) => {
        $(
            impl $interface for Elements<'_> {
                type Ok = ();
                type Error = FlattenError;

                fn $method<T: Serialize + ?Sized>(&mut self, element: &T) -> Result<(), FlattenError> {
                    self.push(element)
                }

                fn end(self) -> Result<(), FlattenError> {
                    self.finish()
                }
            }
        )*
    };
}

elements! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
}

macro_rules! members {
    ($($interface:ident),*) => {
        $(
            impl $interface for Members<'_> {
                type Ok = ();
                type Error = FlattenError;

                fn serialize_field<T: Serialize + ?Sized>(
                    &mut self,
                    name: &'static str,
                    value: &T,
                ) -> Result<(), FlattenError> {
                    self.push(name, value)
                }

                fn end(self) -> Result<(), FlattenError> {
                    self.finish()
                }
            }
        )*
    };
}

members!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Members<'_> {
    type Ok = ();
    type Error = FlattenError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), FlattenError> {
        self.key =
            key.serialize(Key).map_err(|_| FlattenError::at(self.object.path, "is a map whose keys aren't strings"))?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), FlattenError> {
        let key = std::mem::take(&mut self.key);
        self.push(&key, value)
    }

    fn end(self) -> Result<(), FlattenError> {
        self.finish()
    }
}
