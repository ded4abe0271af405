//! Parameters, decoded as strictly as the real gateway does.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::action::{Action, Field, Kind};
use crate::response::ApiError;

/// The body as a JSON object.
pub(super) fn parse(body: &[u8]) -> Result<Value, ApiError> {
    match serde_json::from_slice(body) {
        Ok(value @ Value::Object(_)) => Ok(value),
        Ok(_) => Err(invalid("The request body is JSON, but not an object.".into())),
        Err(error) => Err(invalid(format!("The request body is not JSON: {error}."))),
    }
}

/// The parameters of a declared action: no member more, none less, none of another type.
pub(super) fn decode<A: Action + DeserializeOwned>(parameters: &Value) -> Result<A, ApiError> {
    check_fields(A::FIELDS, parameters)?;
    let mut unknown = None;
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(parameters, &mut track);
    let decoded = serde_ignored::deserialize(tracked, |path| {
        unknown.get_or_insert_with(|| path.to_string());
    });
    if let Some(name) = unknown {
        return Err(unknown_parameter(&name));
    }
    decoded.map_err(|error| {
        let path = track.path();
        let message = error.to_string();
        match message.strip_prefix("missing field ") {
            Some(name) => {
                ApiError::new("MissingParameter", format!("`{path}` is missing a required parameter {name}."))
            }
            None => invalid(format!("The value type of parameter `{path}` is not valid: {message}.")),
        }
    })
}

/// The outermost members, for which the declaration says all there is to know.
fn check_fields(fields: &[Field], parameters: &Value) -> Result<(), ApiError> {
    let Value::Object(members) = parameters else { return Ok(()) };
    for (name, value) in members {
        // A name that isn't in the table may be an alias, so it is the decoder that finds unknown ones.
        let Some(field) = fields.iter().find(|field| field.wire_name == name) else { continue };
        if !fits(field.kind, value) {
            return Err(invalid(format!(
                "The value type of parameter `{name}` is not valid, input type should be `{}`",
                field.kind
            )));
        }
    }
    match fields.iter().find(|field| field.required && !members.contains_key(field.wire_name)) {
        Some(field) => Err(ApiError::new(
            "MissingParameter",
            format!("The request is missing a required parameter `{}`.", field.wire_name),
        )),
        None => Ok(()),
    }
}

fn fits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::String => value.is_string(),
        Kind::Integer => value.is_i64() || value.is_u64(),
        Kind::Float => value.is_number(),
        Kind::Boolean => value.is_boolean(),
        Kind::List => value.is_array(),
        Kind::Object => value.is_object(),
        Kind::Any => !value.is_null(),
    }
}

fn unknown_parameter(name: &str) -> ApiError {
    ApiError::new("UnknownParameter", format!("The parameter `{name}` is not recognized."))
}

fn invalid(message: String) -> ApiError {
    ApiError::new("InvalidParameter", message)
}
