//! A parameter on the command line.

use serde_json::Value;

use tencent_action_examples::json;

/// Reads `NAME=TEXT` or `NAME:=JSON`.
pub(crate) fn parse(text: &str) -> Result<(&str, Value), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| format!("`{text}` isn't NAME=TEXT or NAME:=JSON"))?;
    let (name, sign) = name.strip_suffix(':').map_or((name, "="), |name| (name, ":="));
    if name.is_empty() {
        return Err(format!("`{text}` has no name before its `{sign}`"));
    }
    if sign == "=" {
        return Ok((name, value.into()));
    }
    let json = serde_json::from_str(value).map_err(|error| format!("the value of {name} isn't JSON: {error}"))?;
    json::check(value).map_err(|fault| format!("in the value of {name}, {fault}"))?;
    Ok((name, json))
}
