//! What the macros emit works wherever it is put: each surrounding that could break it, and what goes over the wire
//! from there.

mod by_serde;
mod ecosystem;
mod generics;
mod lints;
mod made_by_macros;
mod members;
mod names;
mod reading;
mod recursive;
mod sending;
mod shadowed;
mod two_ways;
mod types;
mod words;

use serde::Serialize;
use serde_json::Value;
use tencent_action::{Action, Data, Field};

/// The payload of an action, or what data is on the wire.
fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}

/// The text of the payload, where the order of the members matters.
fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

/// What an action declares of itself.
fn declared<A: Action>(_: &A) -> (&'static str, &'static str, &'static str, &'static [Field]) {
    (A::SERVICE, A::VERSION, A::NAME, A::FIELDS)
}

/// The wire names of the members that an action declares.
fn wire_names<A: Action>(_: &A) -> Vec<&'static str> {
    A::FIELDS.iter().map(|field| field.wire_name).collect()
}

/// The wire names of the members that data declares.
fn names_of<D: Data>() -> Vec<&'static str> {
    D::FIELDS.iter().map(|field| field.wire_name).collect()
}
