//! JSON that somebody has typed, read to the letter or not at all.
//!
//! `serde_json` alone would take the last of two members of one name, and the nearest float for an integer that is too large.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// What is wrong where the shell has made several arguments of it.
pub const ONE_ARGUMENT: &str = "the JSON is one argument: put it in single quotes, as '{\"Limit\":10}'";

/// Reads the parameters of a call.
///
/// # Errors
///
/// If it is no object, or not all of it would go out as it is.
pub fn object(text: &str) -> Result<Map<String, Value>, String> {
    let object = serde_json::from_str(text).map_err(|error| format!("the parameters aren't a JSON object: {error}"))?;
    check(text).map_err(|fault| format!("in the parameters, {fault}"))?;
    Ok(object)
}

/// Looks whether all of it would go out as it is; it is JSON, and not nested without end.
///
/// # Errors
///
/// If a name is there twice in an object, or an integer has more than 64 bits.
pub fn check(json: &str) -> Result<(), String> {
    let json = json.trim_ascii();
    match json.bytes().next() {
        Some(b'{') => check_members(&part(json)?),
        Some(b'[') => part::<Vec<&RawValue>>(json)?.iter().try_for_each(|element| check(element.get())),
        Some(b'-' | b'0'..=b'9') => check_number(json),
        _ => Ok(()),
    }
}

fn part<'t, T: Deserialize<'t>>(json: &'t str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

fn check_members(Members(members): &Members<'_>) -> Result<(), String> {
    let mut names = HashSet::new();
    for (name, value) in members {
        if !names.insert(name) {
            return Err(format!("`{}` is there twice", name.escape_debug()));
        }
        check(value.get())?;
    }
    Ok(())
}

fn check_number(number: &str) -> Result<(), String> {
    let is_integer = number.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
    if is_integer && number.parse::<u64>().is_err() && number.parse::<i64>().is_err() {
        return Err(format!("{number} has more than 64 bits, and would be sent as a float"));
    }
    Ok(())
}

/// The members of an object, of which some may have one name.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'t> Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'t> Visitor<'t> for InOrder {
            type Value = Members<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Members<'t>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}
