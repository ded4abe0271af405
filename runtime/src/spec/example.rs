//! Published examples.

use std::collections::BTreeMap;

use super::{SpecError, place, raw};

/// A published call of an action, as text: what is in it is for whoever reads it.
///
/// They are documentation, and not all well-formed. An input is an HTTP request, a POST with headers and JSON, or the URL of a
/// GET; an output is the JSON of the answer, `{"Response": …}`, in a few cases server-sent events.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// What it shows.
    pub title: String,
    /// The vendor's text about it, often empty.
    pub document: String,
    /// The request.
    pub input: String,
    /// The answer.
    pub output: String,
}

/// The examples in an `examples.json`, by action.
pub(super) fn read(json: &[u8]) -> Result<BTreeMap<String, Vec<Example>>, SpecError> {
    let examples: raw::Examples = place::read(json)?;
    let of = |examples: Vec<raw::Example>| examples.into_iter().map(Example::from).collect();
    Ok(examples.actions.into_iter().map(|(action, examples)| (action, of(examples))).collect())
}

impl From<raw::Example> for Example {
    fn from(raw: raw::Example) -> Self {
        Self {
            title: raw.title.unwrap_or_default(),
            document: raw.document.unwrap_or_default(),
            input: raw.input.unwrap_or_default(),
            output: raw.output.unwrap_or_default(),
        }
    }
}
