//! A value that came as text.

use serde::Deserializer;
use serde::de::value::StrDeserializer;
use serde::de::{Error as _, IgnoredAny, IntoDeserializer, Unexpected, Visitor};
use serde_json::Error;

/// Text that may have to be read as a number or as a boolean.
#[derive(Debug, Clone, Copy)]
pub(in crate::fake) struct Word<'a>(pub(in crate::fake) &'a str);

impl Word<'_> {
    /// The number that this is, written as in JSON: no plus, no zeros in front, no infinity.
    ///
    /// `serde_json` judges the form only: it may miss the nearest float by one, and takes none that has 309 digits.
    pub(in crate::fake) fn float(self) -> Option<f64> {
        let number = self.0.parse().ok().filter(|number: &f64| number.is_finite())?;
        serde_json::from_str::<IgnoredAny>(self.0).is_ok().then_some(number)
    }

    /// Whether this is a number without a fraction or an exponent. How large it may be is for its type to say.
    pub(in crate::fake) fn is_integer(self) -> bool {
        self.float().is_some() && self.0.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit())
    }

    /// `true` or `false`, with whatever capitals: the vendor's SDKs differ in them.
    pub(in crate::fake) fn boolean(self) -> Option<bool> {
        [true, false].into_iter().find(|value| self.0.eq_ignore_ascii_case(&value.to_string()))
    }

    fn visit_integer<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if !self.is_integer() {
            return self.visit_float(visitor);
        }
        if let Ok(number) = self.0.parse() {
            return visitor.visit_u64(number);
        }
        if let Ok(number) = self.0.parse() {
            return visitor.visit_i64(number);
        }
        if let Ok(number) = self.0.parse() {
            return visitor.visit_u128(number);
        }
        match self.0.parse() {
            Ok(number) => visitor.visit_i128(number),
            Err(_) => Err(self.unexpected(&visitor)),
        }
    }

    fn visit_float<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.float() {
            Some(number) => visitor.visit_f64(number),
            None => Err(self.unexpected(&visitor)),
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
    ($($method:ident: $visit:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
                self.$visit(visitor)
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Word<'_> {
    type Error = Error;

    numbers! {
        deserialize_i8: visit_integer
        deserialize_i16: visit_integer
        deserialize_i32: visit_integer
        deserialize_i64: visit_integer
        deserialize_i128: visit_integer
        deserialize_u8: visit_integer
        deserialize_u16: visit_integer
        deserialize_u32: visit_integer
        deserialize_u64: visit_integer
        deserialize_u128: visit_integer
        deserialize_f32: visit_float
        deserialize_f64: visit_float
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
