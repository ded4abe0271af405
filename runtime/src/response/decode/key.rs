//! The name of a member, which can also be the key of a map of numbers.

use serde::de::{Deserializer, Error as _, Visitor};
use serde_json::Error;

use super::access::Raw;
use super::reader::{Quoted, Reader, in_key};
use super::visitors::{Fraction, Truth, Whole};

/// A key that has been read.
pub(super) struct Key<'r, 't> {
    reader: &'r mut Reader<'t>,
    name: Quoted<'t>,
}

impl<'r, 't> Key<'r, 't> {
    pub(super) fn new(reader: &'r mut Reader<'t>, name: Quoted<'t>) -> Self {
        Self { reader, name }
    }
}

/// Keys that are numbers; read out of their text in the lenient pass.
macro_rules! parsed {
    ($($method:ident: $visitor:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
                if self.reader.lenient {
                    return $visitor(visitor).visit_str(&self.reader.lossy(self.name));
                }
                in_key(self.name.inner)?.visit(visitor)
            }
        )*
    };
}

/// Keys that are left to serde_json.
macro_rules! handed_over {
    ($($method:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
                in_key(self.name.inner)?;
                let mut json = serde_json::Deserializer::from_str(self.name.inner);
                let value = json.$method(visitor)?;
                json.end()?;
                Ok(value)
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Key<'_, 'de> {
    type Error = Error;

    parsed! {
        deserialize_i8: Whole
        deserialize_i16: Whole
        deserialize_i32: Whole
        deserialize_i64: Whole
        deserialize_u8: Whole
        deserialize_u16: Whole
        deserialize_u32: Whole
        deserialize_u64: Whole
        deserialize_f32: Fraction
        deserialize_f64: Fraction
    }

    handed_over!(deserialize_i128 deserialize_u128);

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.name.has_escapes && self.reader.lenient {
            return visitor.visit_string(self.reader.lossy(self.name));
        }
        self.reader.text_of(self.name)?.visit(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.name.inner {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ if self.reader.lenient => Truth(visitor).visit_str(&self.reader.lossy(self.name)),
            _ => Err(Error::custom("invalid type: string, expected a boolean")),
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        serde_json::Deserializer::from_str(self.reader.json_of(self.name)).deserialize_bytes(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        if name.starts_with('$') {
            return visitor.visit_map(Raw::new(name, self.reader.json_of(self.name)));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut json = serde_json::Deserializer::from_str(self.reader.json_of(self.name));
        json.deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        char str string unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
