//! Where in a file the fault is.

use std::fmt::Write as _;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::SpecError;

/// Reads a file. Only a faulty one is read a second time, for the place of the fault.
pub(super) fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, SpecError> {
    serde_json::from_slice(json).map_err(|error| located::<T>(json, error))
}

fn located<T: DeserializeOwned>(json: &[u8], error: serde_json::Error) -> SpecError {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        // The fault is behind the value.
        Ok(_) => SpecError::malformed(String::new(), error),
        Err(located) => {
            let whole = serde_json::from_slice(json).unwrap_or_default();
            SpecError::malformed(named(located.path(), &whole), located.into_inner())
        }
    }
}

/// The path, with members by their names: `objects.ManageTaskRequest.TaskId.required`.
fn named(path: &Path, whole: &Value) -> String {
    let mut text = String::new();
    let mut value = whole;
    for segment in path {
        match segment {
            Segment::Seq { index } => {
                value = &value[*index];
                match value["name"].as_str() {
                    Some(name) => push(&mut text, name),
                    // Writing to a string can't fail.
                    None => _ = write!(text, "[{index}]"),
                }
            }
            Segment::Map { key } => {
                value = &value[key];
                if key != "members" {
                    push(&mut text, key);
                }
            }
            Segment::Enum { variant } => push(&mut text, variant),
            Segment::Unknown => push(&mut text, "?"),
        }
    }
    text
}

fn push(text: &mut String, segment: &str) {
    if !text.is_empty() {
        text.push('.');
    }
    text.push_str(segment);
}
