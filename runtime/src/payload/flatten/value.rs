//! One value at one place.

use serde::ser::{Error, Serialize, Serializer};

use super::FlattenError;
use super::compound::{Elements, Members, Raw};

/// Writes a value as pairs whose names begin with a path.
pub(super) struct Value<'a> {
    pub(super) pairs: &'a mut Vec<(String, String)>,
    pub(super) path: &'a mut String,
}

impl<'a> Value<'a> {
    pub(super) fn new(pairs: &'a mut Vec<(String, String)>, path: &'a mut String) -> Self {
        Self { pairs, path }
    }

    fn text(self, text: &impl ToString) -> Result<(), FlattenError> {
        if self.path.is_empty() {
            return Err(FlattenError::custom("it isn't an object, with a member for each parameter"));
        }
        self.pairs.push((self.path.clone(), text.to_string()));
        Ok(())
    }

    /// `{}` prints no exponent, and no more digits than it takes to tell the number from the next.
    fn number(self, number: &impl ToString, is_finite: bool) -> Result<(), FlattenError> {
        if is_finite { self.text(number) } else { Err(FlattenError::not_finite(self.path)) }
    }

    /// What is inside this value, under a name of its own.
    pub(super) fn within<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), FlattenError> {
        let outer = self.path.len();
        if outer > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        value.serialize(Value::new(self.pairs, self.path))?;
        self.path.truncate(outer);
        Ok(())
    }
}

macro_rules! as_text {
    ($($method:ident: $ty:ty),* $(,)?) => {
        $(
            fn $method(self, value: $ty) -> Result<(), FlattenError> {
                self.text(&value)
            }
        )*
    };
}

impl<'a> Serializer for Value<'a> {
    type Ok = ();
    type Error = FlattenError;
    type SerializeSeq = Elements<'a>;
    type SerializeTuple = Elements<'a>;
    type SerializeTupleStruct = Elements<'a>;
    type SerializeTupleVariant = Elements<'a>;
    type SerializeMap = Members<'a>;
    type SerializeStruct = Members<'a>;
    type SerializeStructVariant = Members<'a>;

    as_text! {
        serialize_bool: bool, serialize_char: char, serialize_str: &str,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
    }

    fn serialize_f32(self, value: f32) -> Result<(), FlattenError> {
        self.number(&value, value.is_finite())
    }

    fn serialize_f64(self, value: f64) -> Result<(), FlattenError> {
        self.number(&value, value.is_finite())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), FlattenError> {
        Err(FlattenError::at(self.path, "is binary"))
    }

    /// What isn't there isn't sent.
    fn serialize_none(self) -> Result<(), FlattenError> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), FlattenError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), FlattenError> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), FlattenError> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), FlattenError> {
        self.text(&variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), FlattenError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), FlattenError> {
        Members::new(self).only(variant, value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Elements<'a>, FlattenError> {
        Ok(Elements::new(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Elements<'a>, FlattenError> {
        Ok(Elements::new(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Elements<'a>, FlattenError> {
        Ok(Elements::new(self))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Elements<'a>, FlattenError> {
        Elements::new(self).of_variant(variant)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'a>, FlattenError> {
        Ok(Members::new(self))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Members<'a>, FlattenError> {
        Ok(match name {
            "$serde_json::private::Number" => Members::raw(self, Raw::Number),
            "$serde_json::private::RawValue" => Members::raw(self, Raw::Json),
            _ => Members::new(self),
        })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'a>, FlattenError> {
        Members::new(self).of_variant(variant)
    }
}
