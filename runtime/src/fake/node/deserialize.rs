//! Decoding of parameters into what is declared.

use std::collections::BTreeMap;

use serde::Deserializer;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{IntoDeserializer, Visitor};
use serde_json::Error;

use super::Node;
use super::word::Word;

/// Methods that pass on to what a node is made of; the types of lists and objects speak for themselves.
macro_rules! by_content {
    ($($method:ident($($argument:ident: $ty:ty),*))*) => {
        $(
            fn $method<V: Visitor<'de>>(self, $($argument: $ty,)* visitor: V) -> Result<V::Value, Error> {
                match self {
                    Node::Json(value) => value.$method($($argument,)* visitor),
                    Node::Text(text) => Word(text).$method($($argument,)* visitor),
                    _ => self.whatever(visitor),
                }
            }
        )*
    };
}

impl Node {
    fn whatever<'de, V: Visitor<'de>>(&'de self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Json(value) => value.deserialize_any(visitor),
            Self::Text(text) => Word(text).deserialize_any(visitor),
            Self::Binary(bytes) => SeqDeserializer::new(bytes.iter().copied()).deserialize_any(visitor),
            Self::List(elements) => SeqDeserializer::new(elements.iter()).deserialize_any(visitor),
            Self::Object(members) => by_name(members).deserialize_any(visitor),
        }
    }

    fn bytes<'de, V: Visitor<'de>>(&'de self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Json(value) => value.deserialize_bytes(visitor),
            Self::Binary(bytes) => visitor.visit_bytes(bytes),
            _ => self.whatever(visitor),
        }
    }
}

/// The members of an object. Their names can be the keys of a map of numbers, so they are text too.
fn by_name(members: &BTreeMap<String, Node>) -> MapDeserializer<'_, impl Iterator<Item = (Word<'_>, &Node)>, Error> {
    MapDeserializer::new(members.iter().map(|(name, node)| (Word(name.as_str()), node)))
}

impl<'de> IntoDeserializer<'de, Error> for &'de Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Error;

    by_content! {
        deserialize_any() deserialize_bool() deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64()
        deserialize_i128() deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
        deserialize_f32() deserialize_f64() deserialize_char() deserialize_str() deserialize_string()
        deserialize_unit() deserialize_seq() deserialize_map() deserialize_identifier() deserialize_ignored_any()
        deserialize_unit_struct(name: &'static str)
        deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.bytes(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Node::Json(value) => value.deserialize_option(visitor),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        if name.starts_with('$') {
            // A name of serde_json's own, for a `RawValue`.
            return self.to_json().deserialize_newtype_struct(name, visitor);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Node::Json(value) => value.deserialize_enum(name, variants, visitor),
            Node::Text(text) => Word(text).deserialize_enum(name, variants, visitor),
            Node::Object(members) if members.len() == 1 => {
                MapAccessDeserializer::new(by_name(members)).deserialize_enum(name, variants, visitor)
            }
            _ => self.whatever(visitor),
        }
    }
}
