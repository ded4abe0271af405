//! Visitors that stand between serde_json and those of the declared types.

use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::Reading;
use super::access::{Elements, Entries, Nothing};
use super::json::Json;

/// What such a visitor expects is what the declared type does.
macro_rules! expecting_as_declared {
    () => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.expecting(f)
        }
    };
}

/// Values that are passed on as they are.
macro_rules! pass_on {
    ($($method:ident: $ty:ty),*) => {
        $(
            fn $method<E: Error>(self, value: $ty) -> Result<V::Value, E> {
                self.0.$method(value)
            }
        )*
    };
}

/// A whole number, also in quotes, also with `.0`.
pub(super) struct Whole<V>(pub(super) V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Whole<V> {
    type Value = V::Value;

    expecting_as_declared!();
    pass_on!(visit_u64: u64, visit_i64: i64);

    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        /// Up to here, no two whole numbers share a float: 2^53.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if value.fract() == 0.0 && value.abs() <= EXACT {
            #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
            return self.0.visit_i64(value as i64);
        }
        self.0.visit_f64(value)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        if let Ok(number) = text.parse() {
            return self.0.visit_u64(number);
        }
        match text.parse() {
            Ok(number) => self.0.visit_i64(number),
            Err(_) => Err(E::invalid_type(Unexpected::Str(text), &self)),
        }
    }
}

/// A float, also in quotes.
pub(super) struct Fraction<V>(pub(super) V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Fraction<V> {
    type Value = V::Value;

    expecting_as_declared!();
    pass_on!(visit_u64: u64, visit_i64: i64, visit_f64: f64);

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        match text.parse::<f64>() {
            // "inf" and "NaN" are floats to Rust and words to anybody else.
            Ok(number) if number.is_finite() => self.0.visit_f64(number),
            _ => Err(E::invalid_type(Unexpected::Str(text), &self)),
        }
    }
}

/// A boolean, also in quotes, also as 1 and 0.
pub(super) struct Truth<V>(pub(super) V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Truth<V> {
    type Value = V::Value;

    expecting_as_declared!();
    pass_on!(visit_bool: bool);

    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        match value {
            0 | 1 => self.0.visit_bool(value == 1),
            _ => Err(E::invalid_type(Unexpected::Unsigned(value), &self)),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        match [true, false].into_iter().find(|value| text.eq_ignore_ascii_case(&value.to_string())) {
            Some(value) => self.0.visit_bool(value),
            None => Err(E::invalid_type(Unexpected::Str(text), &self)),
        }
    }
}

/// What has something inside: that is decoded in the same pass.
pub(super) struct Inside<'r, V> {
    visitor: V,
    reading: &'r Reading<'r>,
    /// Whether members that are null are left out.
    pub(super) without_nulls: bool,
    /// Whether the visitor wants to know that the pass is lenient.
    pub(super) announced: bool,
}

impl<'r, V> Inside<'r, V> {
    pub(super) fn of(visitor: V, reading: &'r Reading<'r>) -> Self {
        Self { visitor, reading, without_nulls: false, announced: false }
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Inside<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_some(Json::new(inner, self.reading))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_newtype_struct(Json::new(inner, self.reading))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_seq(Elements::new(seq, self.reading))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        let mut entries = Entries::new(map, self.reading);
        entries.without_nulls = self.without_nulls;
        entries.announced = self.announced;
        self.visitor.visit_map(entries)
    }
}

/// A list, also where there is null.
pub(super) struct List<'r, V>(pub(super) Inside<'r, V>);

impl<'de, V: Visitor<'de>> Visitor<'de> for List<'_, V> {
    type Value = V::Value;

    expecting_as_declared!();

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visitor.visit_seq(Nothing::new())
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        inner.deserialize_seq(self.0)
    }
}
