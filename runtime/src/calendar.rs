//! The Gregorian calendar in UTC, for the years 0 to 9999.
//!
//! That is two hundred lines, where a crate of calendars and time zones would be a twentieth of what a program builds.

mod rfc3339;

pub(crate) use self::rfc3339::{Rfc3339, parse_rfc3339};

/// The first second of the year 0 and the last of 9999, counted from 1970.
pub(crate) const FIRST_SECOND: i64 = -62_167_219_200;
pub(crate) const LAST_SECOND: i64 = 253_402_300_799;

pub(crate) const SECONDS_A_DAY: i64 = 24 * 60 * 60;
/// The calendar repeats after 400 years.
const DAYS_AN_ERA: i64 = 146_097;
/// From the first of March of the year 0 to 1970. Years are counted from March, so that leap days come last.
const DAYS_TO_1970: i64 = 719_468;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date {
    year: i64,
    month: i64,
    day: i64,
}

impl Date {
    /// The date of a day that is counted from 1970.
    pub(crate) fn of_day(number: i64) -> Self {
        let since = number + DAYS_TO_1970;
        let (era, day_of_era) = (since.div_euclid(DAYS_AN_ERA), since.rem_euclid(DAYS_AN_ERA));
        // Every fourth year has a leap day, but for every hundredth, but for every four hundredth.
        let leap_days = day_of_era / 1460 - day_of_era / 36_524 + day_of_era / (DAYS_AN_ERA - 1);
        let year_of_era = (day_of_era - leap_days) / 365;
        let day_of_year = day_of_era - days_of_years(year_of_era);
        let months = (5 * day_of_year + 2) / 153;
        let month = if months < 10 { months + 3 } else { months - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        Self { year, month, day: day_of_year - days_of_months(months) + 1 }
    }

    /// The day, counted from 1970.
    pub(crate) fn day_number(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = days_of_months((self.month + 9) % 12) + self.day - 1;
        era * DAYS_AN_ERA + days_of_years(year_of_era) + day_of_year - DAYS_TO_1970
    }

    /// Reads `2019-02-25`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let [c1, c2, y1, y2, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
        let [century, years, month, day] = [[c1, c2], [y1, y2], [m1, m2], [d1, d2]].map(number);
        let date = Self { year: century? * 100 + years?, month: month?, day: day? };
        // What isn't in the calendar is another date there.
        let exists = (1..=12).contains(&date.month) && Self::of_day(date.day_number()) == date;
        exists.then_some(date)
    }

    /// `2019-02-25`.
    pub(crate) fn text(self) -> [u8; 10] {
        let mut text = *b"0000-00-00";
        for (at, pair) in [(0, self.year / 100), (2, self.year), (5, self.month), (8, self.day)] {
            text[at..at + 2].copy_from_slice(&digits(pair.unsigned_abs()));
        }
        text
    }
}

fn days_of_years(years: i64) -> i64 {
    years * 365 + years / 4 - years / 100
}

/// From March on, any five months have 153 days.
fn days_of_months(months: i64) -> i64 {
    (153 * months + 2) / 5
}

/// The last two digits of a number.
pub(crate) fn digits(number: u64) -> [u8; 2] {
    let pair = (number % 100) as u8;
    [b'0' + pair / 10, b'0' + pair % 10]
}

/// The number that has these two digits.
fn number(digits: [u8; 2]) -> Option<i64> {
    let [tens, ones] = digits.map(|digit| digit.is_ascii_digit().then(|| i64::from(digit - b'0')));
    Some(tens? * 10 + ones?)
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan, civil};

    use super::*;

    #[test]
    fn days_are_those_of_another_calendar() {
        let (first, last) = (FIRST_SECOND / SECONDS_A_DAY, LAST_SECOND / SECONDS_A_DAY);
        // Every day of four hundred years, and of the others one now and then.
        for number in (-100 * 365..300 * 365).chain((first..=last).step_by(97)).chain([last]) {
            let date = civil::date(1970, 1, 1) + number.days();
            let (ours, [year, month, day]) =
                (Date::of_day(number), [date.year().into(), date.month().into(), date.day().into()]);
            assert_eq!((ours, ours.day_number()), (Date { year, month, day }, number));
            assert_eq!(Date::parse(str::from_utf8(&ours.text()).unwrap()), Some(ours));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "2019-2-25",
            "2019-02-29",
            "2019-13-01",
            "2019-00-10",
            "2019-01-00",
            "2019/02/25",
            "+019-02-25",
            "2019-02-25T",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
