//! The time at which a credential expires, as files and programs write it.

use std::fmt;
use std::time::{Duration, SystemTime};

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use crate::calendar::{LAST_SECOND, Rfc3339, parse_rfc3339};

/// A point in time, written in seconds since 1970, or as RFC 3339 has it: `2026-11-24T08:00:00Z`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment(pub(super) SystemTime);

impl Moment {
    /// What is later than the calendar isn't meant as seconds, but as thousandths of them.
    pub(super) fn at_second(second: u64) -> Option<Self> {
        let second = Some(second).filter(|second| *second <= LAST_SECOND.unsigned_abs())?;
        SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(second)).map(Self)
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(second) = text.parse() {
            return Self::at_second(second);
        }
        let second = parse_rfc3339(text)?;
        let since = Duration::from_secs(second.unsigned_abs());
        let epoch = SystemTime::UNIX_EPOCH;
        if second < 0 { epoch.checked_sub(since) } else { epoch.checked_add(since) }.map(Self)
    }

    /// Counted from 1970, cut off.
    fn second(self) -> Option<i64> {
        match self.0.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(since) => since.as_secs().try_into().ok(),
            Err(before) => i64::try_from(before.duration().as_secs()).ok().map(|second| -second),
        }
    }
}

/// As RFC 3339 has it, without fractions.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Rfc3339(self.second().unwrap_or(i64::MAX)).fmt(f)
    }
}

/// As it is displayed.
impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl Visitor<'_> for Any {
            type Value = Moment;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time in seconds since 1970, or as RFC 3339 writes it")
            }

            fn visit_u64<E: Error>(self, second: u64) -> Result<Moment, E> {
                Moment::at_second(second).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(second), &self))
            }

            // Python writes one when it has added a float.
            fn visit_f64<E: Error>(self, second: f64) -> Result<Moment, E> {
                let whole = Duration::try_from_secs_f64(second).ok().map(|duration| duration.as_secs());
                let moment = whole.and_then(Moment::at_second);
                moment.ok_or_else(|| E::invalid_value(Unexpected::Float(second), &self))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Moment, E> {
                Moment::parse(text).ok_or_else(|| E::custom("no time"))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_seconds_and_as_rfc_3339() {
        for json in [
            "1551113065",
            "1551113065.9",
            "\"1551113065\"",
            "\"2019-02-25T16:44:25Z\"",
            "\" 2019-02-26T00:44:25+08:00\"",
        ] {
            let moment: Moment = serde_json::from_str(json).unwrap();
            assert_eq!(moment.to_string(), "2019-02-25T16:44:25Z", "{json}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for json in ["-1", "1551113065000", "1e300", "\"\"", "\"soon\"", "\"2019-02-25\"", "true", "{}", "-0.5"] {
            assert!(serde_json::from_str::<Moment>(json).is_err(), "{json}");
        }
    }
}
