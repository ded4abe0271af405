//! The files as they are. Whatever isn't needed is passed over, and what is new breaks nothing.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected, Visitor};

/// `api.json`.
#[derive(Deserialize)]
pub(super) struct Api {
    pub(super) metadata: About,
    #[serde(default)]
    pub(super) actions: BTreeMap<String, Action>,
    #[serde(default)]
    pub(super) objects: BTreeMap<String, Object>,
}

#[derive(Deserialize)]
pub(super) struct About {
    #[serde(rename = "serviceShortName")]
    pub(super) service: String,
    #[serde(rename = "apiVersion")]
    pub(super) version: String,
    #[serde(rename = "serviceNameCN")]
    pub(super) title: Option<String>,
    #[serde(rename = "api_brief")]
    pub(super) document: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Action {
    #[serde(rename = "name")]
    pub(super) title: Option<String>,
    pub(super) document: Option<String>,
    pub(super) status: Option<String>,
    pub(super) input: String,
    pub(super) output: String,
    #[serde(default)]
    pub(super) skip_sign: Flag,
}

#[derive(Deserialize)]
pub(super) struct Object {
    pub(super) document: Option<String>,
    #[serde(default)]
    pub(super) members: Vec<Member>,
    pub(super) usage: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Member {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    /// What of that type: `int64` of `int`; of a list, its items; of an object, the data type.
    #[serde(rename = "member", default)]
    pub(super) subtype: String,
    pub(super) document: Option<String>,
    #[serde(default)]
    pub(super) required: Flag,
    #[serde(default)]
    pub(super) output_required: Flag,
    #[serde(default)]
    pub(super) value_allowed_null: Flag,
    #[serde(default)]
    pub(super) disabled: Flag,
}

/// `examples.json`.
#[derive(Deserialize)]
pub(super) struct Examples {
    #[serde(default)]
    pub(super) actions: BTreeMap<String, Vec<Example>>,
}

#[derive(Deserialize)]
pub(super) struct Example {
    pub(super) title: Option<String>,
    pub(super) document: Option<String>,
    pub(super) input: Option<String>,
    pub(super) output: Option<String>,
}

/// A truth value, which databuddy writes as `1` at times.
#[derive(Clone, Copy, Default)]
pub(super) struct Flag(pub(super) bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Truth;
        impl Visitor<'_> for Truth {
            type Value = Flag;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false, 1 or 0")
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Flag, E> {
                Ok(Flag(value))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Flag, E> {
                match value {
                    0 | 1 => Ok(Flag(value == 1)),
                    _ => Err(E::invalid_value(Unexpected::Unsigned(value), &self)),
                }
            }

            fn visit_unit<E: Error>(self) -> Result<Flag, E> {
                Ok(Flag(false))
            }
        }
        deserializer.deserialize_any(Truth)
    }
}
