//! JSON that holds secrets.

use serde::{Deserialize, Deserializer};
use serde_json::error::Category;
use zeroize::Zeroizing;

/// A text that is zeroed when it goes. It has no `Debug`.
pub(super) struct Secret(Zeroizing<String>);

impl Secret {
    /// The text of a member. An empty one counts as none.
    pub(super) fn of(member: Option<&Self>) -> Option<&str> {
        member.map(|secret| secret.0.as_str()).filter(|text| !text.is_empty())
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Zeroizing::new(text)))
    }
}

/// Reads a text, which may begin with white space.
///
/// # Errors
///
/// What follows the name of the place that the text is from. serde's own messages quote what they found, so none of
/// them gets through.
pub(super) fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| {
        let fault = match error.classify() {
            _ if text.trim().is_empty() => return "is empty".to_owned(),
            Category::Data => "has a member of the wrong type, or twice",
            Category::Syntax | Category::Eof | Category::Io => "isn't JSON",
        };
        format!("{fault} (line {}, column {})", error.line(), error.column())
    })
}

#[cfg(test)]
pub(super) mod random;
