//! A parameter on the command line.

use serde_json::Value;

/// Reads `NAME=TEXT` or `NAME:=JSON`.
pub(crate) fn parse(text: &str) -> Result<(&str, Value), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| format!("`{text}` isn't NAME=TEXT or NAME:=JSON"))?;
    let Some(name) = name.strip_suffix(':') else { return Ok((name, value.into())) };
    match serde_json::from_str(value) {
        Ok(value) => Ok((name, value)),
        Err(error) => Err(format!("the value of {name} isn't JSON: {error}")),
    }
}
