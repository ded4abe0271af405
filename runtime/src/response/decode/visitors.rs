//! Visitors of scalars in the lenient pass, between the reader and those of the declared types.

use std::fmt;

use serde::de::{Error, Unexpected, Visitor};

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
