//! The published forms of service, version and action.

use proc_macro2::TokenStream;
use syn::LitInt;

use super::key::Key;
use crate::rename_rule::RenameRule;

/// Says what is wrong with the value of an argument, if something is.
pub(super) fn check(key: Key, value: &str) -> Result<(), String> {
    let (fits, form) = match key {
        Key::Service => (is_service(value), "lower-case letters and digits, the first a letter, as in \"vod\""),
        Key::Version => (date(value).is_some(), "a date of the form YYYY-MM-DD, as in \"2018-07-17\""),
        Key::Action => (is_action(value), "letters and digits, the first a capital, as in \"ManageTask\""),
        Key::Name => (is_data(value), "letters, digits and `_`, the first a capital, as in \"TaskSimpleInfo\""),
        Key::Spec => (!value.is_empty(), "the path of a lock file, as in \"specs/vod-2018-07-17.spec\""),
        _ => return Ok(()),
    };
    let name = key.name();
    match value {
        "" => Err(format!("`{name}` is empty: expected {form}")),
        _ if !fits => Err(format!("`{value}` can't be `{name}`: expected {form}")),
        _ if key == Key::Version => check_date(value),
        _ => Ok(()),
    }
}

/// The value of `rate_limit`; or what is to be said of it, before what is expected.
pub(super) fn rate_limit(value: &TokenStream) -> Result<u32, String> {
    let literal: LitInt = syn::parse2(value.clone()).map_err(|_| String::new())?;
    match literal.base10_parse() {
        Ok(rate) if rate > 0 && matches!(literal.suffix(), "" | "u32") => Ok(rate),
        Err(_) if literal.suffix().is_empty() && !literal.base10_digits().starts_with('-') => {
            Err(format!("`{literal}` is more than {}: ", u32::MAX))
        }
        _ => Err(String::new()),
    }
}

/// The name of an action that somebody may have meant, if one can be made of it.
pub(super) fn as_action(name: &str) -> Option<String> {
    let proposal = RenameRule::Pascal.apply(name);
    is_action(&proposal).then_some(proposal)
}

/// All published services have this form: it is a label of a host.
fn is_service(value: &str) -> bool {
    value.starts_with(|first: char| first.is_ascii_lowercase())
        && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// All published actions have this form.
fn is_action(value: &str) -> bool {
    value.starts_with(|first: char| first.is_ascii_uppercase())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// All published data types have this form.
fn is_data(value: &str) -> bool {
    value.starts_with(|first: char| first.is_ascii_uppercase())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn check_date(value: &str) -> Result<(), String> {
    match date(value) {
        Some((_, month, _)) if !(1..=12).contains(&month) => {
            Err(format!("`{value}` isn't a date: there is no month {month:02}"))
        }
        Some((year, month, day)) if !(1..=days(year, month)).contains(&day) => {
            Err(format!("`{value}` isn't a date: there is no day {day:02} in month {month:02} of {year:04}"))
        }
        _ => Ok(()),
    }
}

/// Year, month and day, not checked yet.
fn date(value: &str) -> Option<(u16, u8, u8)> {
    let bytes = value.as_bytes();
    let digits = |at: std::ops::Range<usize>| bytes.get(at).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
    let dashes = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
    if bytes.len() != 10 || !dashes || !digits(0..4) || !digits(5..7) || !digits(8..10) {
        return None;
    }
    Some((value[..4].parse().ok()?, value[5..7].parse().ok()?, value[8..].parse().ok()?))
}

fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, as_action, check, rate_limit};

    #[test]
    fn versions_are_real_dates() {
        for date in ["2018-07-17", "2020-02-29", "2000-02-29", "2017-03-12", "1999-12-31"] {
            assert_eq!(check(Key::Version, date), Ok(()), "{date}");
        }
        for (value, expected) in [
            ("2019-02-29", "no day 29 in month 02 of 2019"),
            ("1900-02-29", "no day 29 in month 02 of 1900"),
            ("2018-13-01", "no month 13"),
            ("2018-00-01", "no month 00"),
            ("2018-04-31", "no day 31 in month 04 of 2018"),
            ("2018-04-00", "no day 00 in month 04"),
        ] {
            assert!(check(Key::Version, value).unwrap_err().contains(expected), "{value}");
        }
        for value in ["", "2018", "2018-7-17", "2018/07/17", "20180717", "2018-07-17 ", "+018-07-17", "2018-07-1é"] {
            assert!(check(Key::Version, value).unwrap_err().contains("YYYY-MM-DD"), "{value}");
        }
    }

    #[test]
    fn services_and_actions_have_their_form() {
        for (key, good, bad) in [
            (Key::Service, &["vod", "a2", "region"][..], &["", "VOD", "2a", "a-b", "a.b", "é"][..]),
            (Key::Action, &["ManageTask", "A", "Describe2"], &["", "manageTask", "Manage_Task", "2A", "Ä"]),
        ] {
            for value in good {
                assert_eq!(check(key, value), Ok(()), "{value}");
            }
            for value in bad {
                assert!(check(key, value).is_err(), "{value}");
            }
        }
    }

    #[test]
    fn a_rate_is_a_whole_number() {
        for (value, expected) in [("1", 1), ("20", 20), ("1_000", 1000), ("0x10", 16), ("20u32", 20)] {
            assert_eq!(rate_limit(&value.parse().unwrap()), Ok(expected), "{value}");
        }
        for value in ["", "0", "-20", "0.5", "20qps", "20 / s", "\"20\"", "LIMIT", "20 20", "4294967296u64"] {
            assert_eq!(rate_limit(&value.parse().unwrap()), Err(String::new()), "{value}");
        }
        assert_eq!(
            rate_limit(&"4294967296".parse().unwrap()),
            Err("`4294967296` is more than 4294967295: ".to_owned())
        );
    }

    #[test]
    fn an_action_is_proposed_where_there_is_one() {
        assert_eq!(as_action("manage_task").as_deref(), Some("ManageTask"));
        assert_eq!(as_action("Ändern"), None);
        assert_eq!(as_action("_"), None);
    }
}
