//! The deserializer of both passes: the strict one goes straight through it.

use serde::de::{Deserializer, Visitor};

use super::Reading;
use super::scalar::{scalar, text};
use super::visitors::{Fraction, Inside, List, Truth, Whole};
use crate::__private::de::{DECLARED, GUARDED};

/// A deserializer of serde_json's, in one of the two passes.
pub(super) struct Json<'r, D> {
    inner: D,
    reading: &'r Reading<'r>,
}

impl<'r, D> Json<'r, D> {
    pub(super) fn new(inner: D, reading: &'r Reading<'r>) -> Self {
        Self { inner, reading }
    }
}

/// Methods that are serde_json's: in here, nothing is forgiven.
macro_rules! strict {
    ($($method:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
                self.inner.$method(visitor)
            }
        )*
    };
}

/// Methods that look at whatever comes, in the lenient pass.
macro_rules! lenient {
    ($($method:ident: $visitor:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
                if self.reading.lenient {
                    scalar(self.inner, self.reading, $visitor(visitor))
                } else {
                    self.inner.$method(visitor)
                }
            }
        )*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Json<'_, D> {
    type Error = D::Error;

    strict! {
        deserialize_any deserialize_i128 deserialize_u128 deserialize_char deserialize_bytes deserialize_byte_buf
        deserialize_unit deserialize_identifier deserialize_ignored_any
    }

    lenient! {
        deserialize_bool: Truth
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

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        if self.reading.lenient { text(self.inner, self.reading, visitor) } else { self.inner.deserialize_str(visitor) }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        if self.reading.lenient {
            text(self.inner, self.reading, visitor)
        } else {
            self.inner.deserialize_string(visitor)
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_option(Inside::of(visitor, self.reading))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = Inside::of(visitor, self.reading);
        if self.reading.lenient {
            self.inner.deserialize_option(List(visitor))
        } else {
            self.inner.deserialize_seq(visitor)
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_tuple(len, Inside::of(visitor, self.reading))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_tuple_struct(name, len, Inside::of(visitor, self.reading))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(Inside::of(visitor, self.reading))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let mut inside = Inside::of(visitor, self.reading);
        inside.announced = name == DECLARED;
        inside.without_nulls = name == DECLARED || name == GUARDED;
        self.inner.deserialize_struct(name, fields, inside)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        if name.starts_with('$') {
            // A name of serde_json's own, for a `RawValue`.
            return self.inner.deserialize_newtype_struct(name, visitor);
        }
        self.inner.deserialize_newtype_struct(name, Inside::of(visitor, self.reading))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_enum(name, variants, visitor)
    }
}
