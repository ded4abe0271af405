//! The keys of a map: strings, and in JSON what can be written as one.

use serde::ser::{Error, Impossible, Serialize, Serializer};

use super::{Fault, Form, Writer};

/// Writes a string as the name of a member, and fails on what can't be one.
pub(super) struct Key<'a>(pub(super) &'a mut Writer);

impl Key<'_> {
    /// A number or a boolean.
    fn scalar(self, key: impl Serialize) -> Result<(), Fault> {
        if let Form::Flat(_) = self.0.form {
            return Err(self.0.no_key());
        }
        self.0.member(&serde_json::to_string(&key)?)
    }

    fn float(self, key: impl Serialize, is_finite: bool) -> Result<(), Fault> {
        if !is_finite {
            return Err(Fault::custom("float key must be finite (got NaN or +/-inf)"));
        }
        self.scalar(key)
    }
}

macro_rules! scalars {
    ($($method:ident: $ty:ty),* $(,)?) => {
        $(
            fn $method(self, key: $ty) -> Result<(), Fault> {
                self.scalar(key)
            }
        )*
    };
}

macro_rules! no_key {
    ($($method:ident($($ty:ty),*) -> $ok:ty),* $(,)?) => {
        $(
            fn $method(self, $(_: $ty),*) -> Result<$ok, Fault> {
                Err(self.0.no_key())
            }
        )*
    };
}

impl Serializer for Key<'_> {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Impossible<(), Fault>;
    type SerializeTuple = Impossible<(), Fault>;
    type SerializeTupleStruct = Impossible<(), Fault>;
    type SerializeTupleVariant = Impossible<(), Fault>;
    type SerializeMap = Impossible<(), Fault>;
    type SerializeStruct = Impossible<(), Fault>;
    type SerializeStructVariant = Impossible<(), Fault>;

    fn serialize_str(self, key: &str) -> Result<(), Fault> {
        self.0.member(key)
    }

    fn serialize_char(self, key: char) -> Result<(), Fault> {
        self.0.member(key.encode_utf8(&mut [0; 4]))
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Fault> {
        self.0.member(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, key: &T) -> Result<(), Fault> {
        key.serialize(self)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, key: &T) -> Result<(), Fault> {
        key.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Fault> {
        Err(self.0.no_key())
    }

    scalars! {
        serialize_bool: bool,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
    }

    fn serialize_f32(self, key: f32) -> Result<(), Fault> {
        self.float(key, key.is_finite())
    }

    fn serialize_f64(self, key: f64) -> Result<(), Fault> {
        self.float(key, key.is_finite())
    }

    no_key! {
        serialize_bytes(&[u8]) -> (),
        serialize_none() -> (),
        serialize_unit() -> (),
        serialize_unit_struct(&'static str) -> (),
        serialize_seq(Option<usize>) -> Self::SerializeSeq,
        serialize_tuple(usize) -> Self::SerializeTuple,
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct,
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant,
        serialize_map(Option<usize>) -> Self::SerializeMap,
        serialize_struct(&'static str, usize) -> Self::SerializeStruct,
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant,
    }
}
