//! A value that came as text.

use serde::Deserializer;
use serde::de::value::StrDeserializer;
use serde::de::{Error as _, IntoDeserializer, Unexpected, Visitor};
use serde_json::{Error, Number};

/// Text that may have to be read as a number or as a boolean.
#[derive(Debug, Clone, Copy)]
pub(in crate::fake) struct Word<'a>(pub(in crate::fake) &'a str);

impl Word<'_> {
    /// The number that this is, written as in JSON: no plus, no zeros in front, no infinity.
    pub(in crate::fake) fn number(self) -> Option<Number> {
        self.0.parse().ok()
    }

    /// `true` or `false`, with whatever capitals: the vendor's SDKs differ in them.
    pub(in crate::fake) fn boolean(self) -> Option<bool> {
        [true, false].into_iter().find(|value| self.0.eq_ignore_ascii_case(&value.to_string()))
    }

    fn visit_number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Some(number) = self.number() else { return Err(self.unexpected(&visitor)) };
        if let Some(number) = number.as_u64() {
            return visitor.visit_u64(number);
        }
        if let Some(number) = number.as_i64() {
            return visitor.visit_i64(number);
        }
        // serde_json may miss the nearest float by one.
        match self.0.parse() {
            Ok(number) => visitor.visit_f64(number),
            Err(_) => Err(self.unexpected(&visitor)),
        }
    }

    fn unexpected(self, expected: &dyn serde::de::Expected) -> Error {
        Error::invalid_type(Unexpected::Str(self.0), expected)
    }
}

impl IntoDeserializer<'_, Error> for Word<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
                self.visit_number(visitor)
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Word<'_> {
    type Error = Error;

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.0)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.boolean() {
            Some(value) => visitor.visit_bool(value),
            None => Err(self.unexpected(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(StrDeserializer::new(self.0))
    }

    serde::forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
