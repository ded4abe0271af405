//! Parameters, decoded as strictly as the real gateway does.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde_ignored::Path;
use serde_json::Value;

use super::node::{Node, Word};
use crate::action::{Action, Field, Kind};
use crate::response::ApiError;

/// The parameters of a declared action: no member more, none less, none of another type.
pub(super) fn decode<A: Action + DeserializeOwned>(parameters: &Node) -> Result<A, ApiError> {
    if let Node::Object(members) = parameters {
        check_fields(A::FIELDS, members)?;
    }
    let mut unknown = None;
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(parameters, &mut track);
    let decoded = serde_ignored::deserialize(tracked, |path| {
        unknown.get_or_insert_with(|| name(&path));
    });
    if let Some(name) = unknown {
        return Err(unknown_parameter(&name));
    }
    decoded.map_err(|error| refusal(&track.path().to_string(), &error.to_string()))
}

/// What the decoder's fault at a place is to the gateway.
fn refusal(path: &str, fault: &str) -> ApiError {
    // What serde has buffered, for `flatten`, it reads where no place is known.
    let is_known = path != ".";
    let parameter = if is_known { format!("parameter `{path}`") } else { "a parameter".to_owned() };
    let whole = if is_known { format!("`{path}`") } else { "The request".to_owned() };
    match fault.strip_prefix("missing field ") {
        Some(name) => ApiError::new("MissingParameter", format!("{whole} is missing a required parameter {name}.")),
        None => invalid(format!("The value type of {parameter} is not valid: {fault}.")),
    }
}

/// The name that a member would have in a query. What the path says of our types besides, nobody sees from outside.
fn name(path: &Path<'_>) -> String {
    let within = |parent: &Path<'_>, member: &dyn fmt::Display| match name(parent) {
        parent if parent.is_empty() => member.to_string(),
        parent => format!("{parent}.{member}"),
    };
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => within(parent, index),
        Path::Map { parent, key } => within(parent, key),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => name(parent),
    }
}

/// The outermost members, for which the declaration says all there is to know.
fn check_fields(fields: &[Field], members: &BTreeMap<String, Node>) -> Result<(), ApiError> {
    for (name, node) in members {
        // A name that isn't in the table may be an alias, so it is the decoder that finds unknown ones.
        let Some(field) = fields.iter().find(|field| field.wire_name == name) else { continue };
        if !fits(field, node) {
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

fn fits(field: &Field, node: &Node) -> bool {
    let kind = field.kind;
    match node {
        // What isn't left out where it isn't there can be a value that is null.
        Node::Json(Value::Null) => kind == Kind::Any && field.required,
        Node::Json(value) => json_fits(kind, value),
        Node::Text(text) => text_fits(kind, Word(text)),
        Node::Binary(_) => matches!(kind, Kind::Binary | Kind::Any),
        Node::List(_) => matches!(kind, Kind::List | Kind::Any),
        Node::Object(_) => matches!(kind, Kind::Object | Kind::Any),
    }
}

fn json_fits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::String => value.is_string(),
        Kind::Integer => value.is_i64() || value.is_u64(),
        Kind::Float => value.is_number(),
        Kind::Boolean => value.is_boolean(),
        Kind::List => value.is_array(),
        Kind::Object => value.is_object(),
        Kind::Binary => false,
        Kind::Any => true,
    }
}

/// Whether a text says something of this type.
fn text_fits(kind: Kind, text: Word<'_>) -> bool {
    match kind {
        Kind::String | Kind::Any => true,
        Kind::Integer => text.is_integer(),
        Kind::Float => text.float().is_some(),
        Kind::Boolean => text.boolean().is_some(),
        Kind::List | Kind::Object | Kind::Binary => false,
    }
}

fn unknown_parameter(name: &str) -> ApiError {
    ApiError::new("UnknownParameter", format!("The parameter `{name}` is not recognized."))
}

/// What the gateway answers to a parameter that isn't as it should be.
pub(super) fn invalid(message: String) -> ApiError {
    ApiError::new("InvalidParameter", message)
}
