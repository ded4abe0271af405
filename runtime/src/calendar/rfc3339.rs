//! Times as RFC 3339 writes them: `2026-11-24T08:00:00Z`.

use std::fmt;

use super::{Date, FIRST_SECOND, LAST_SECOND, SECONDS_A_DAY, number};

/// The second that a text names, counted from 1970; its fraction is cut off.
pub(crate) fn parse_rfc3339(text: &str) -> Option<i64> {
    let (date, rest) = text.split_at_checked("2026-11-24".len())?;
    let (time, rest) = rest.strip_prefix(['T', 't', ' '])?.split_at_checked("08:00:00".len())?;
    let rest = without_fraction(rest)?;
    let offset = if rest.eq_ignore_ascii_case("z") { 0 } else { offset(rest)? };
    let second = Date::parse(date)?.day_number() * SECONDS_A_DAY + second_of_day(time)? - offset;
    (FIRST_SECOND..=LAST_SECOND).contains(&second).then_some(second)
}

fn without_fraction(text: &str) -> Option<&str> {
    let Some(fraction) = text.strip_prefix('.') else { return Some(text) };
    let rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() < fraction.len()).then_some(rest)
}

fn second_of_day(time: &str) -> Option<i64> {
    let [h1, h2, b':', m1, m2, b':', s1, s2] = *time.as_bytes() else { return None };
    let (hour, minute, second) = (number([h1, h2])?, number([m1, m2])?, number([s1, s2])?);
    // A leap second is in no clock of ours: it is the one before.
    (hour < 24 && minute < 60 && second <= 60).then(|| hour * 3600 + minute * 60 + second.min(59))
}

/// `+08:00`, in seconds.
fn offset(text: &str) -> Option<i64> {
    let ([sign, h1, h2, b':', m1, m2] | [sign, h1, h2, m1, m2]) = *text.as_bytes() else { return None };
    let (hour, minute) = (number([h1, h2])?, number([m1, m2])?);
    let seconds = (hour < 24 && minute < 60).then_some(hour * 3600 + minute * 60)?;
    match sign {
        b'+' => Some(seconds),
        b'-' => Some(-seconds),
        _ => None,
    }
}

/// A second, counted from 1970, as RFC 3339 writes it.
pub(crate) struct Rfc3339(pub(crate) i64);

impl fmt::Display for Rfc3339 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !(FIRST_SECOND..=LAST_SECOND).contains(&self.0) {
            return f.write_str("a time beyond the calendar");
        }
        let (day, second) = (self.0.div_euclid(SECONDS_A_DAY), self.0.rem_euclid(SECONDS_A_DAY));
        let Date { year, month, day } = Date::of_day(day);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn what_is_written_is_read_and_is_what_others_write() {
        let (first, last) = (Timestamp::MIN.as_second().max(FIRST_SECOND), Timestamp::MAX.as_second());
        for step in 0..20_000 {
            let second = first + (last - first) / 20_000 * step + step * 719;
            let text = Rfc3339(second).to_string();
            assert_eq!(text, Timestamp::from_second(second).unwrap().to_string());
            assert_eq!(parse_rfc3339(&text), Some(second));
        }
    }

    #[test]
    fn times_are_read_in_all_their_forms() {
        for text in [
            "2019-02-25T16:44:25Z",
            "2019-02-25t16:44:25.999z",
            "2019-02-25 16:44:25Z",
            "2019-02-26T00:44:25+08:00",
            "2019-02-26T00:44:25.5+0800",
            "2019-02-25T13:14:25-03:30",
        ] {
            assert_eq!(parse_rfc3339(text), Some(1_551_113_065), "{text}");
        }
        assert_eq!(parse_rfc3339("2016-12-31T23:59:60Z"), parse_rfc3339("2016-12-31T23:59:59Z"));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "2019-02-25",
            "2019-02-25T16:44:25",
            "2019-02-25T24:00:00Z",
            "2019-02-25T16:60:00Z",
            "2019-02-25T16:44:61Z",
            "2019-02-25T16:44:25.Z",
            "2019-02-25T16:44:25+8",
            "2019-02-25T16:44:25*08:00",
            "2019-02-25T16:44:25+24:00",
            "2019-02-29T16:44:25Z",
            "0000-01-01T00:00:00+01:00",
            "9999-12-31T23:59:59-01:00",
            "2019-02-2\u{e9}T16:44:25Z",
        ] {
            assert_eq!(parse_rfc3339(text), None, "{text}");
        }
        assert_eq!(Rfc3339(LAST_SECOND + 1).to_string(), "a time beyond the calendar");
    }
}
