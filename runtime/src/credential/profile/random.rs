//! Random profile files.

use super::*;
use crate::random::{Random, cases};

/// No piece of it is in a word that an error has.
const SECRET: &str = "s3cr/3t";
const PIECES: &[&str] = &[
    "[default]",
    "[other]",
    "[ ",
    "]",
    "secret_id",
    "SECRET_KEY",
    "token",
    " = ",
    ":",
    "=",
    SECRET,
    "AKID",
    "\n",
    "\r\n",
    "\r",
    "#",
    ";",
    " ",
    "\t",
    "\u{a0}",
    "\u{1b}",
    "é",
    "\0",
    "\n[default]\n",
    "\nsecret_key = ",
];

fn file(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.below(4) {
        text += random.pick(&["[default]\n", "[ other ]  # c\r\n", "[é]\n", "# c\n", "\n"]);
        for _ in 0..random.below(5) {
            let key = random.pick(&["secret_id", "secret_key", "token", "Secret_ID", "region", "#", ""]);
            let value = random.pick(&[SECRET, SECRET, SECRET, "s3cr/3t ", "\"s3cr/3t\"", "a s3cr/3t", ""]);
            text.extend([key, random.pick(&[" = ", "=", ": "]), value, random.pick(&["\n", "\r\n"])]);
        }
    }
    random.damage_text(text, PIECES)
}

/// What is found in a section, or what is wrong.
fn found(text: &str, name: &str) -> Result<String, String> {
    let ini = Ini::parse(text).map_err(|error| error.to_string())?;
    let Some(section) = ini.section(name) else { return Ok(ini.names()) };
    credential(Path::new("FILE"), section, false).map_err(|error| error.to_string())?;
    Ok(format!("{:?}", ["secret_id", "secret_key", "token"].map(|key| section.value(key))))
}

#[test]
fn no_error_shows_a_secret_and_each_names_its_line() {
    cases(file, |text| {
        // The names of sections are shown, whatever somebody puts there.
        let is_named = text.lines().any(|line| line.trim_start().starts_with('[') && line.contains("s3cr"));
        for name in ["default", "other"] {
            let outcome = found(text, name);
            let respaced: String = text.lines().flat_map(|line| ["\t", line, " \r\n"]).collect();
            assert_eq!(found(&respaced, name), outcome);
            let Err(message) = outcome else { continue };
            assert!(is_named || !message.contains("s3cr"), "{message}");
            assert!(!message.contains(char::is_control), "{message:?}");
            let (_, behind) = message.split_once("line ").unwrap();
            let line: usize = behind.split(':').next().unwrap().parse().unwrap();
            assert!((1..=text.lines().count()).contains(&line), "{message}");
        }
    });
}
