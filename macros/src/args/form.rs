//! The documented forms of service, version and action.

/// Says what is wrong with the value of an argument, if something is.
pub(super) fn check(key: &str, value: &str) -> Result<(), String> {
    match key {
        "service" => service(value),
        "version" => version(value),
        _ => action(value),
    }
}

/// All published services have this form: it is a label of a host.
fn service(value: &str) -> Result<(), String> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    if value.starts_with(|first: char| first.is_ascii_lowercase()) && value.bytes().all(fits) {
        return Ok(());
    }
    Err(format!("`{value}` isn't the name of a service: lower-case letters and digits, as in \"vod\""))
}

fn action(value: &str) -> Result<(), String> {
    if value.starts_with(|first: char| first.is_ascii_uppercase())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        return Ok(());
    }
    Err(format!("`{value}` isn't the name of an action: letters and digits, the first a capital, as in \"ManageTask\""))
}

fn version(value: &str) -> Result<(), String> {
    let Some((year, month, day)) = date(value) else {
        return Err(format!("`{value}` isn't a version: a date of the form YYYY-MM-DD, as in \"2018-07-17\""));
    };
    if !(1..=12).contains(&month) {
        return Err(format!("`{value}` isn't a date: there is no month {month}"));
    }
    if !(1..=days(year, month)).contains(&day) {
        return Err(format!("`{value}` isn't a date: month {month} of {year} has no day {day}"));
    }
    Ok(())
}

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
    use super::check;

    #[test]
    fn versions_are_real_dates() {
        for date in ["2018-07-17", "2020-02-29", "2000-02-29", "2017-03-12", "1999-12-31"] {
            assert_eq!(check("version", date), Ok(()), "{date}");
        }
        for (value, expected) in [
            ("2019-02-29", "month 2 of 2019 has no day 29"),
            ("1900-02-29", "month 2 of 1900 has no day 29"),
            ("2018-13-01", "there is no month 13"),
            ("2018-00-01", "there is no month 0"),
            ("2018-04-31", "month 4 of 2018 has no day 31"),
            ("2018-04-00", "has no day 0"),
        ] {
            assert!(check("version", value).unwrap_err().contains(expected), "{value}");
        }
        for value in ["", "2018", "2018-7-17", "2018/07/17", "20180717", "2018-07-17 ", "+018-07-17", "2018-07-1é"] {
            assert!(check("version", value).unwrap_err().contains("YYYY-MM-DD"), "{value}");
        }
    }

    #[test]
    fn services_and_actions_have_their_form() {
        for (key, good, bad) in [
            ("service", &["vod", "a2", "region"][..], &["", "VOD", "2a", "a-b", "a.b", "é"][..]),
            ("action", &["ManageTask", "A", "Describe2"], &["", "manageTask", "Manage_Task", "2A", "Ä"]),
        ] {
            for value in good {
                assert_eq!(check(key, value), Ok(()), "{value}");
            }
            for value in bad {
                assert!(check(key, value).is_err(), "{value}");
            }
        }
    }
}
