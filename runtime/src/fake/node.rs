//! Parameters, each as its form can say it.

mod deserialize;
mod word;

pub(super) use self::word::Word;

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde_json::Value;

/// A parameter, or what is in one.
#[derive(Debug)]
pub(super) enum Node {
    /// JSON, whose types must be the declared ones.
    Json(Value),
    /// Text, which says numbers and booleans in words.
    Text(String),
    /// Bytes.
    Binary(Bytes),
    /// A list of what isn't JSON.
    List(Vec<Node>),
    /// An object with members that aren't JSON; the request itself.
    Object(BTreeMap<String, Node>),
}

impl Node {
    /// The same as JSON: what came as text is a string, bytes are base64.
    pub(super) fn to_json(&self) -> Value {
        match self {
            Self::Json(value) => value.clone(),
            Self::Text(text) => text.as_str().into(),
            Self::Binary(bytes) => STANDARD.encode(bytes).into(),
            Self::List(elements) => elements.iter().map(Self::to_json).collect(),
            Self::Object(members) => members.iter().map(|(name, node)| (name.clone(), node.to_json())).collect(),
        }
    }
}
