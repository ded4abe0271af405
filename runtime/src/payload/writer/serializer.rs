//! Serde's way into the writer.

use serde::{Serialize, Serializer};

use super::compound::{Compound, End};
use super::{Fault, Raw, Writer};

macro_rules! scalars {
    ($($method:ident: $ty:ty),* $(,)?) => {
        $(
            fn $method(self, value: $ty) -> Result<(), Fault> {
                self.scalar(value)
            }
        )*
    };
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    scalars! {
        serialize_bool: bool,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
    }

    fn serialize_f32(self, value: f32) -> Result<(), Fault> {
        self.float(value, value.is_finite())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Fault> {
        self.float(value, value.is_finite())
    }

    fn serialize_char(self, value: char) -> Result<(), Fault> {
        self.text(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Fault> {
        self.text(value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Fault> {
        self.bytes(value)
    }

    fn serialize_none(self) -> Result<(), Fault> {
        self.null()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Fault> {
        self.null()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Fault> {
        self.null()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Fault> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Fault> {
        self.open_variant(variant)?;
        value.serialize(&mut *self)?;
        self.close_variant()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a>, Fault> {
        self.open_list()?;
        Ok(Compound::new(self, End::List))
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'a>, Fault> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'a>, Fault> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, Fault> {
        self.open_variant(variant)?;
        self.open_list()?;
        Ok(Compound::new(self, End::VariantOfList))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a>, Fault> {
        self.open_object();
        Ok(Compound::new(self, End::Object))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Compound<'a>, Fault> {
        self.raw = match name {
            "$serde_json::private::Number" => Some(Raw::Number),
            "$serde_json::private::RawValue" => Some(Raw::Json),
            _ => return self.serialize_map(None),
        };
        Ok(Compound::new(self, End::Raw))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, Fault> {
        self.open_variant(variant)?;
        self.open_object();
        Ok(Compound::new(self, End::VariantOfObject))
    }
}
