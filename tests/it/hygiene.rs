//! What `#[tencent_action]` emits works wherever it is put: each surrounding that could break it, and what goes over the
//! wire from there.

mod generics;
mod lints;
mod made_by_macros;
mod members;
mod reading;
mod sending;
mod shadowed;

use serde_json::Value;
use tencent_action::{Action, Field};

/// The payload of an action.
fn json<A: Action>(action: &A) -> Value {
    serde_json::to_value(action).unwrap()
}

/// The text of the payload, where the order of the members matters.
fn text<A: Action>(action: &A) -> String {
    serde_json::to_string(action).unwrap()
}

/// What an action declares of itself.
fn declared<A: Action>(_: &A) -> (&'static str, &'static str, &'static str, &'static [Field]) {
    (A::SERVICE, A::VERSION, A::NAME, A::FIELDS)
}

/// The wire names of the members that are declared.
fn wire_names<A: Action>(_: &A) -> Vec<&'static str> {
    A::FIELDS.iter().map(|field| field.wire_name).collect()
}
