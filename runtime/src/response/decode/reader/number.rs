//! Numbers, as serde_json reads them.

use serde::de::{Error as _, Unexpected, Visitor};
use serde_json::Error;

use super::{Reader, malformed};
use crate::response::scan::Digits;

/// A number in the type that it is visited as.
#[derive(Debug, Clone, Copy)]
pub(in crate::response::decode) enum Number {
    Unsigned(u64),
    Signed(i64),
    Float(f64),
}

impl Number {
    #[inline]
    pub(in crate::response::decode) fn visit<'de, V: Visitor<'de>, E: serde::de::Error>(
        self,
        visitor: V,
    ) -> Result<V::Value, E> {
        match self {
            Self::Unsigned(number) => visitor.visit_u64(number),
            Self::Signed(number) => visitor.visit_i64(number),
            Self::Float(number) => visitor.visit_f64(number),
        }
    }

    pub(super) fn unexpected(self) -> Unexpected<'static> {
        match self {
            Self::Unsigned(number) => Unexpected::Unsigned(number),
            Self::Signed(number) => Unexpected::Signed(number),
            Self::Float(number) => Unexpected::Float(number),
        }
    }
}

impl Reader<'_> {
    /// Reads the number that comes next.
    #[inline]
    pub(in crate::response::decode) fn number(&mut self) -> Result<Number, Error> {
        let begin = self.scan.at();
        match self.scan.number() {
            Some(Digits::Unsigned(number)) => Ok(Number::Unsigned(number)),
            Some(Digits::Negative(number)) => Ok(Number::Signed(number)),
            // Which float it is, depends on features of serde_json's.
            Some(Digits::Other) => serde_json::from_str(self.since(begin)).map(Number::Float),
            None => Err(malformed(&self.scan)),
        }
    }
}

/// The number in a key, which begins and ends with it.
pub(in crate::response::decode) fn in_key(key: &str) -> Result<Number, Error> {
    let mut reader = Reader::new(key, false);
    let number = match key.as_bytes().first() {
        Some(b'-' | b'0'..=b'9') => reader.number()?,
        _ => return Err(Error::custom("invalid value: expected key to be a number in quotes")),
    };
    if reader.at() == key.len() { Ok(number) } else { Err(malformed(&reader.scan)) }
}
