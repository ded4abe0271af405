//! Random JSON that holds secrets, for its readers.

use crate::random::{Random, cases};

const VALUES: &[&str] = &[
    "null",
    "7",
    "-1",
    "1e300",
    "true",
    "\"\"",
    "[]",
    "{}",
    "\"s3cr\\/3t\"",
    "4102444800",
    "\"4102444800\"",
    "\"2100-01-01T00:00:00Z\"",
    "\"9999999999999-01-01T00:00:00Z\"",
    "1615590047.5",
    "\"Success\"",
    "\"oauth\"",
    "\"\\ud83d\"",
];
const PIECES: &[&str] = &[
    "{",
    "}",
    "\"",
    "\\",
    ":",
    ",",
    "null",
    "\"s3cr/3t\"",
    "s3cr/3t",
    "\n",
    "\u{1b}",
    "é",
    "0",
    "9",
    "e",
    "\"\"",
    "[",
    " ",
];

/// Tries texts of members with these names, mostly secrets. Neither half of one can be a code, which may be shown: there is a
/// slash in it.
pub(in crate::credential) fn no_error_shows_a_secret<T>(names: &[&str], read: impl Fn(&str) -> Result<T, String>) {
    let make = |random: &mut Random| {
        let mut members = Vec::new();
        for name in names {
            let value = if random.once_in(3) { random.pick(VALUES) } else { "\"s3cr/3t\"" };
            if !random.once_in(6) {
                members.push(format!("\"{name}\" : {value}"));
            }
        }
        if random.once_in(20) {
            members.extend(members.first().cloned());
        }
        random.damage_text(format!("{{{}}}", members.join(",\n")), PIECES)
    };
    cases(make, |text| {
        let Err(message) = read(text) else { return };
        assert!(!message.contains("s3cr/") && !message.contains("cr/3t"), "{message}");
        assert!(!message.is_empty() && !message.contains(char::is_control), "{message:?}");
    });
}
