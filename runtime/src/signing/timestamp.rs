//! The time of a signature.

use std::fmt;
use std::time::SystemTime;

use http::HeaderValue;
use http::header::InvalidHeaderValue;

use super::pieces;
use crate::calendar::{Date, LAST_SECOND, SECONDS_A_DAY, digits};

/// The time that a request is signed for, in whole seconds.
///
/// Its `Display` is the Unix time, as `X-TC-Timestamp` carries it. The server refuses a request whose timestamp is more
/// than 300 seconds off its own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    second: i64,
}

impl Timestamp {
    /// The timestamp for a Unix time in seconds; `None` before 1970 or after the year 9999, which have no signature.
    pub fn from_second(second: i64) -> Option<Self> {
        (0..=LAST_SECOND).contains(&second).then_some(Self { second })
    }

    /// The timestamp for a system time, its fraction cut off; `None` as for [`from_second`](Self::from_second).
    pub fn from_system_time(time: SystemTime) -> Option<Self> {
        let second = time.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
        Self::from_second(i64::try_from(second).ok()?)
    }

    /// The Unix time in seconds.
    pub fn as_second(self) -> i64 {
        self.second
    }

    /// The date in UTC, `YYYY-MM-DD`: part of the scope of a signature. Local dates are a classic mistake here, which
    /// works by day.
    pub fn date(self) -> impl fmt::Display + Copy + Eq + fmt::Debug {
        self.date_text()
    }

    /// The number of the day in UTC.
    pub(super) fn day(self) -> i64 {
        self.second / SECONDS_A_DAY
    }

    pub(super) fn date_text(self) -> DateText {
        DateText(Date::of_day(self.day()).text())
    }

    pub(crate) fn to_header_value(self) -> Result<HeaderValue, InvalidHeaderValue> {
        HeaderValue::from_bytes(self.decimal().as_bytes())
    }

    pub(super) fn decimal(self) -> Decimal {
        let (mut text, mut rest) = ([b'0'; 12], self.second.unsigned_abs());
        for pair in text.rchunks_exact_mut(2) {
            pair.copy_from_slice(&digits(rest));
            rest /= 100;
        }
        let zeros = text.iter().position(|digit| *digit != b'0');
        Decimal { text, start: zeros.unwrap_or(text.len() - 1) }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces::display(&[self.decimal().as_bytes()], f)
    }
}

/// A date, `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct DateText([u8; 10]);

impl DateText {
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for DateText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces::display(&[&self.0], f)
    }
}

impl fmt::Debug for DateText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A timestamp in digits, at most twelve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    text: [u8; 12],
    start: usize,
}

impl Decimal {
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.text[self.start..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_the_utc_date() {
        let just_before_midnight = Timestamp::from_second(1_551_139_199).unwrap();
        assert_eq!(just_before_midnight.date().to_string(), "2019-02-25");
        assert_eq!(Timestamp::from_second(1_551_139_200).unwrap().date().to_string(), "2019-02-26");
        assert_eq!(Timestamp::from_second(0).unwrap().date().to_string(), "1970-01-01");
    }

    #[test]
    fn digits_are_those_of_std() {
        let steps = (0..4_000).map(|step| LAST_SECOND / 4_000 * step + step * 7_919);
        for second in steps.chain(0..120).chain([LAST_SECOND]) {
            assert_eq!(Timestamp::from_second(second).unwrap().to_string(), second.to_string());
        }
    }

    #[test]
    fn times_without_a_signature_are_none() {
        assert_eq!(Timestamp::from_second(-1), None);
        assert_eq!(Timestamp::from_second(i64::MAX), None);
    }
}
