//! A request member by member, each as text, as JSON, or as bytes.

use std::fmt::Display;

use serde::Serialize;
use serde::ser::{self, Impossible, SerializeMap, SerializeStruct, Serializer};

use super::PayloadError;

/// A member's value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    Json(Vec<u8>),
    Binary(Vec<u8>),
}

/// The members of a request that are there, in their order.
pub(super) fn parts<T: Serialize + ?Sized>(value: &T) -> Result<Vec<(String, Part)>, PayloadError> {
    value.serialize(Request)
}

/// The whole request: a struct or a map.
struct Request;

/// Its members so far.
#[derive(Default)]
struct Members {
    parts: Vec<(String, Part)>,
    key: String,
}

impl Members {
    fn push<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), PayloadError> {
        let part = match value.serialize(Bytes) {
            Ok(bytes) => bytes.map(Part::Binary),
            Err(NoBytes) => of_json(serde_json::to_vec(value)?)?,
        };
        self.parts.extend(part.map(|part| (name.to_owned(), part)));
        Ok(())
    }
}

/// Strings, numbers and booleans are text; lists and objects stay JSON; null isn't sent.
fn of_json(json: Vec<u8>) -> Result<Option<Part>, PayloadError> {
    Ok(match json.first() {
        Some(b'"') => Some(Part::Text(serde_json::from_slice(&json)?)),
        Some(b'[' | b'{') => Some(Part::Json(json)),
        _ if json == b"null" => None,
        _ => Some(Part::Text(String::from_utf8_lossy(&json).into_owned())),
    })
}

impl SerializeStruct for Members {
    type Ok = Vec<(String, Part)>;
    type Error = PayloadError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), PayloadError> {
        self.push(name, value)
    }

    fn end(self) -> Result<Self::Ok, PayloadError> {
        Ok(self.parts)
    }
}

impl SerializeMap for Members {
    type Ok = Vec<(String, Part)>;
    type Error = PayloadError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), PayloadError> {
        match of_json(serde_json::to_vec(key)?)? {
            Some(Part::Text(key)) => self.key = key,
            _ => return Err(PayloadError::NoObject),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), PayloadError> {
        let key = std::mem::take(&mut self.key);
        self.push(&key, value)
    }

    fn end(self) -> Result<Self::Ok, PayloadError> {
        Ok(self.parts)
    }
}

impl ser::Error for PayloadError {
    fn custom<T: Display>(message: T) -> Self {
        Self::Json(ser::Error::custom(message))
    }
}

impl std::error::Error for PayloadError {}

/// Gives bytes back, and fails on anything else; nothing at all is no bytes.
struct Bytes;

#[derive(Debug)]
struct NoBytes;

impl ser::Error for NoBytes {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

impl std::error::Error for NoBytes {}

impl Display for NoBytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("these are no bytes")
    }
}

/// The methods of a serializer that refuse: all but those that an implementation has itself.
macro_rules! refuse {
    ($ok:ty, $error:expr; $($method:ident($($ty:ty),*))*) => {
        $(
            fn $method(self, $(_: $ty),*) -> Result<$ok, Self::Error> {
                Err($error)
            }
        )*
    };
}

macro_rules! refuse_scalars {
    ($ok:ty, $error:expr) => {
        refuse! { $ok, $error;
            serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
            serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_f32(f32)
            serialize_f64(f64) serialize_char(char) serialize_str(&str)
            serialize_unit_variant(&'static str, u32, &'static str)
        }
    };
}

macro_rules! refuse_compounds {
    ($error:expr) => {
        refuse! { Self::SerializeSeq, $error; serialize_seq(Option<usize>) }
        refuse! { Self::SerializeTuple, $error; serialize_tuple(usize) }
        refuse! { Self::SerializeTupleStruct, $error; serialize_tuple_struct(&'static str, usize) }
        refuse! { Self::SerializeTupleVariant, $error; serialize_tuple_variant(&'static str, u32, &'static str, usize) }
        refuse! { Self::SerializeStructVariant, $error; serialize_struct_variant(&'static str, u32, &'static str, usize) }

        fn serialize_newtype_struct<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            value: &T,
        ) -> Result<Self::Ok, Self::Error> {
            value.serialize(self)
        }

        fn serialize_newtype_variant<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: &T,
        ) -> Result<Self::Ok, Self::Error> {
            Err($error)
        }

        fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, Self::Error> {
            value.serialize(self)
        }
    };
}

impl Serializer for Bytes {
    type Ok = Option<Vec<u8>>;
    type Error = NoBytes;
    type SerializeSeq = Impossible<Self::Ok, NoBytes>;
    type SerializeTuple = Impossible<Self::Ok, NoBytes>;
    type SerializeTupleStruct = Impossible<Self::Ok, NoBytes>;
    type SerializeTupleVariant = Impossible<Self::Ok, NoBytes>;
    type SerializeMap = Impossible<Self::Ok, NoBytes>;
    type SerializeStruct = Impossible<Self::Ok, NoBytes>;
    type SerializeStructVariant = Impossible<Self::Ok, NoBytes>;

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Self::Ok, NoBytes> {
        Ok(Some(bytes.to_vec()))
    }

    fn serialize_none(self) -> Result<Self::Ok, NoBytes> {
        Ok(None)
    }

    refuse_scalars!(Self::Ok, NoBytes);
    refuse_compounds!(NoBytes);
    refuse! { Self::Ok, NoBytes; serialize_unit() serialize_unit_struct(&'static str) }
    refuse! { Self::SerializeMap, NoBytes; serialize_map(Option<usize>) }
    refuse! { Self::SerializeStruct, NoBytes; serialize_struct(&'static str, usize) }
}

impl Serializer for Request {
    type Ok = Vec<(String, Part)>;
    type Error = PayloadError;
    type SerializeSeq = Impossible<Self::Ok, PayloadError>;
    type SerializeTuple = Impossible<Self::Ok, PayloadError>;
    type SerializeTupleStruct = Impossible<Self::Ok, PayloadError>;
    type SerializeTupleVariant = Impossible<Self::Ok, PayloadError>;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Impossible<Self::Ok, PayloadError>;

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, PayloadError> {
        Ok(Members::default())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, PayloadError> {
        Ok(Members::default())
    }

    refuse_scalars!(Self::Ok, PayloadError::NoObject);
    refuse_compounds!(PayloadError::NoObject);
    refuse! { Self::Ok, PayloadError::NoObject;
        serialize_bytes(&[u8]) serialize_none() serialize_unit() serialize_unit_struct(&'static str)
    }
}
