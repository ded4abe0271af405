//! Parameters as pairs: a query or a form.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::same;
use crate::cases::Case;
use crate::wire::Wire;

/// Compares what is left when the pairs are decoded: the SDK doesn't sort them, and writes `+` for a space where we write
/// `%20`.
pub(super) fn compare(case: &Case, ours: &Wire, theirs: &Wire) -> Result<(), String> {
    let (mut ours, mut theirs) = (decoded(ours)?, decoded(theirs)?);
    if case.form.is_legacy() {
        let signatures = [ours.remove("Signature"), theirs.remove("Signature")];
        // What is plain is written alike, so both sign one and the same text.
        if case.parameters.are_plain() {
            same("signature", &signatures[0], &signatures[1])?;
        }
    }
    same("names", &ours.keys().collect::<Vec<_>>(), &theirs.keys().collect())?;
    for (name, text) in &ours {
        let given = case.parameters.at(name);
        if !is_same(given, text, &theirs[name]) {
            return Err(format!("`{name}`: ours is {text:?}, theirs is {:?}, for {given:?}", theirs[name]));
        }
    }
    Ok(())
}

/// Whether two texts say the same, given the value that they are of; a common parameter is of none.
fn is_same(given: Option<&Value>, ours: &str, theirs: &str) -> bool {
    match given {
        // Python's `True` and `False`.
        Some(Value::Bool(true)) => (ours, theirs) == ("true", "True"),
        Some(Value::Bool(false)) => (ours, theirs) == ("false", "False"),
        // Python writes `3.0` and `1e+21` where we write `3` and no exponent.
        Some(Value::Number(number)) if number.is_f64() => {
            let is_it = |text: &str| text.parse().ok() == number.as_f64();
            is_it(ours) && is_it(theirs)
        }
        _ => ours == theirs,
    }
}

/// The pairs by their names, none of which may be there twice.
pub(crate) fn decoded(wire: &Wire) -> Result<BTreeMap<String, String>, String> {
    let form = std::str::from_utf8(&wire.body).map_err(|error| error.to_string())?;
    let text = if wire.method == "GET" { wire.query() } else { form };
    let mut all = BTreeMap::new();
    for pair in text.split('&').filter(|_| !text.is_empty()) {
        let (name, value) = pair.split_once('=').ok_or_else(|| format!("`{pair}` is no pair"))?;
        if all.insert(decode(name)?, decode(value)?).is_some() {
            return Err(format!("`{name}` is there twice"));
        }
    }
    Ok(all)
}

fn decode(text: &str) -> Result<String, String> {
    let text = text.replace('+', " ");
    let decoded = percent_decode_str(&text).decode_utf8().map_err(|error| error.to_string())?;
    Ok(decoded.into_owned())
}
