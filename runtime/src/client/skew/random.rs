use http::HeaderValue;
use jiff::Timestamp;
use jiff::fmt::rfc2822;

use super::*;
use crate::random::{Random, cases};

#[test]
fn any_date_of_a_server_is_read_or_passed_over() {
    const PIECES: &[&str] =
        &["Mon, ", " GMT", "-0000", ":", "00", "Feb", " ", ",", "1", "9999", "+2400", "(", ")", "\\"];
    let make = |random: &mut Random| {
        let second = i64::try_from(random.number_below(1 << 35)).unwrap();
        let timestamp = Timestamp::from_second(second).unwrap();
        let date = rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&timestamp).unwrap();
        (second, date.clone(), random.damage(date.into_bytes(), PIECES))
    };
    cases(make, |(second, date, damaged)| {
        let Ok(value) = HeaderValue::from_bytes(damaged) else { return };
        let is_whole = damaged == date.as_bytes();
        let read = server_second(&HeaderMap::from_iter([(header::DATE, value)]));
        assert!(if is_whole {
            read == Some(*second)
        } else {
            read.is_none_or(|read| Timestamp::from_second(read).is_ok())
        });
    });
}
