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
            Some(Digits::Other) => self.float(begin).map(Number::Float),
            None => Err(malformed(&self.scan)),
        }
    }

    /// The number that began there. Which float is next to a long one depends on features of serde_json's.
    #[inline(never)]
    fn float(&self, begin: usize) -> Result<f64, Error> {
        let text = self.since(begin);
        short(text.as_bytes()).map_or_else(|| serde_json::from_str(text), Ok)
    }
}

/// A number of few digits and without an exponent, as prices and durations are: one float divided by another, neither of
/// which is rounded, so that the quotient is the float next to it.
fn short(text: &[u8]) -> Option<f64> {
    const POWERS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    if digits.len() > POWERS.len() {
        return None;
    }
    let (mut number, mut places) = (0_u64, 0);
    for (place, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => number = number * 10 + u64::from(byte - b'0'),
            b'.' => places = digits.len() - 1 - place,
            _ => return None,
        }
    }
    if number >= 1 << 53 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "it is below 2^53")]
    let number = number as f64 / POWERS.get(places)?;
    Some(if digits.len() < text.len() { -number } else { number })
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

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn short_numbers_are_the_floats_of_serde_json_to_the_last_bit() {
        let mut taken = 0;
        for seed in 0..100_000_u64 {
            let dice = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let (whole, places) = (dice % 10_u64.pow(1 + (dice >> 60) as u32 % 14), (dice >> 50) as u32 % 14 + 1);
            let (fraction, places) = ((dice >> 17) % 10_u64.pow(places), places as usize);
            let sign = if dice & 1 == 0 { "-" } else { "" };
            for text in [format!("{sign}{whole}.{fraction:0places$}"), format!("{sign}{whole}.5e-{places}")] {
                let theirs: f64 = serde_json::from_str(&text).unwrap();
                let ours = short(text.as_bytes());
                taken += usize::from(ours.is_some());
                assert!(ours.is_none_or(|ours| ours.to_bits() == theirs.to_bits()), "{text}: {ours:?}, not {theirs}");
            }
        }
        assert!(taken > 40_000, "{taken}");
        for (text, expected) in
            [("-0", Some(-0.0_f64)), ("0.1", Some(0.1)), ("1e2", None), ("12345678901234567.5", None)]
        {
            assert_eq!(short(text.as_bytes()).map(f64::to_bits), expected.map(f64::to_bits), "{text}");
        }
    }
}
