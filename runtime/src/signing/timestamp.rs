//! The time of a signature.

use std::fmt;
use std::time::SystemTime;

use jiff::civil::Date;
use jiff::tz::Offset;

/// The time that a request is signed for, in whole seconds.
///
/// Its `Display` is the Unix time, as `X-TC-Timestamp` carries it. The server refuses a request whose timestamp is more
/// than 300 seconds off its own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    time: jiff::Timestamp,
}

impl Timestamp {
    /// The timestamp for a Unix time in seconds; `None` before 1970 or after the year 9999, which have no signature.
    pub fn from_second(second: i64) -> Option<Self> {
        let time = jiff::Timestamp::from_second(second).ok()?;
        (second >= 0).then_some(Self { time })
    }

    /// The timestamp for a system time, its fraction cut off; `None` as for [`from_second`](Self::from_second).
    pub fn from_system_time(time: SystemTime) -> Option<Self> {
        let second = time.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
        Self::from_second(i64::try_from(second).ok()?)
    }

    /// The Unix time in seconds.
    pub fn as_second(self) -> i64 {
        self.time.as_second()
    }

    /// The date in UTC, `YYYY-MM-DD`: part of the scope of a signature. Local dates are a classic mistake here, which
    /// works by day.
    pub fn date(self) -> impl fmt::Display + Copy + Eq + fmt::Debug {
        self.civil_date()
    }

    pub(super) fn civil_date(self) -> Date {
        Offset::UTC.to_datetime(self.time).date()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_second().fmt(f)
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
    fn times_without_a_signature_are_none() {
        assert_eq!(Timestamp::from_second(-1), None);
        assert_eq!(Timestamp::from_second(i64::MAX), None);
    }
}
