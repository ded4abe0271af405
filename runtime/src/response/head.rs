//! What an answer says about itself, whatever stands beside it: one tolerant reader for envelopes and events.
//!
//! A member that comes twice counts as it came last. What the members hold is looked at later, so no shape of theirs
//! stops the reading; the data is skipped.

mod plain;

pub(super) use self::plain::plain;

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::text::{request_id, word};

/// The names that say something beside `Response`; three are those of the API before this one.
const BESIDE: &[&str] = &["Response", "RequestId", "Error", "ErrorMsg", "code", "codeDesc", "message"];
/// The names that say something within.
const WITHIN: &[&str] = &["RequestId", "Error"];

/// An answer without its data.
#[derive(Default)]
pub(super) struct Head<'a> {
    pub(super) beside: Members<'a>,
    /// What is in `Response`, if that is an object.
    pub(super) response: Option<Members<'a>>,
    /// Whether there is more than `Response` and `RequestId`.
    pub(super) has_more: bool,
}

/// Reads the head of an answer, and lets it be judged.
///
/// Bytes that are no text fail where they are looked at, and only then are replaced.
pub(super) fn read<T>(body: &[u8], judge: impl Fn(&Head<'_>) -> T) -> Result<T, serde_json::Error> {
    let error = match Head::read(body) {
        Ok(head) => return Ok(judge(&head)),
        Err(error) => error,
    };
    match String::from_utf8_lossy(body) {
        Cow::Owned(text) if error.is_syntax() => Head::read(text.as_bytes()).map(|head| judge(&head)),
        _ => Err(error),
    }
}

impl<'a> Head<'a> {
    /// Reads the head; once more, if a `Response` is no object, to look into the last one.
    fn read(body: &'a [u8]) -> Result<Self, serde_json::Error> {
        match Self::read_once(body, true) {
            Err(error) if error.is_data() => {
                let mut head = Self::read_once(body, false)?;
                head.response = head.beside.json("Response").and_then(|json| Members::find(json, WITHIN));
                Ok(head)
            }
            head => head,
        }
    }

    fn read_once(body: &'a [u8], within: bool) -> Result<Self, serde_json::Error> {
        let mut json = serde_json::Deserializer::from_slice(body);
        let head = json.deserialize_map(Outside { within })?;
        json.end()?;
        Ok(head)
    }
}

/// The JSON of those members of an object that were asked for.
#[derive(Default)]
pub(super) struct Members<'a>(Vec<(&'static str, &'a str)>);

impl<'a> Members<'a> {
    /// The members of this object that have one of these names; none, if it isn't one.
    pub(super) fn of(json: &'a str, names: &'static [&'static str]) -> Self {
        Self::find(json, names).unwrap_or_default()
    }

    fn find(json: &'a str, names: &'static [&'static str]) -> Option<Self> {
        serde_json::Deserializer::from_str(json).deserialize_option(Inside(names)).ok().flatten()
    }

    pub(super) fn json(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, json)| *json)
    }

    /// The text of a member, if it is a number or a string that isn't empty.
    pub(super) fn word(&self, name: &str) -> Option<String> {
        self.json(name).and_then(word)
    }

    pub(super) fn request_id(&self) -> Option<String> {
        self.word("RequestId").and_then(|id| request_id(&id))
    }

    /// Reads the value that comes next.
    fn read<A: MapAccess<'a>>(&mut self, name: Option<&'static str>, map: &mut A) -> Result<(), A::Error> {
        let Some(name) = name else { return map.next_value::<IgnoredAny>().map(drop) };
        let json = map.next_value::<&RawValue>()?.get();
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, value)) => *value = json,
            None => self.0.push((name, json)),
        }
        Ok(())
    }
}

/// Reads what stands beside `Response` and, if it is to, what is in it.
struct Outside {
    within: bool,
}

impl<'de> Visitor<'de> for Outside {
    type Value = Head<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Head<'de>, A::Error> {
        let mut head = Head::default();
        while let Some(name) = map.next_key_seed(Name(BESIDE))? {
            if name == Some("Response") && self.within {
                head.response = map.next_value_seed(Inside(WITHIN))?;
            } else {
                head.has_more |= name != Some("RequestId");
                head.beside.read(name, &mut map)?;
            }
        }
        Ok(head)
    }
}

/// Reads an object, which may be null: never an array, for its elements have no names.
struct Inside(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Inside {
    type Value = Option<Members<'de>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Inside {
    type Value = Option<Members<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Members::default();
        while let Some(name) = map.next_key_seed(Name(self.0))? {
            members.read(name, &mut map)?;
        }
        Ok(Some(members))
    }
}

/// The name of a member, if it is one of these. It is compared as bytes, so it needn't be text.
pub(super) struct Name(pub(super) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<&'static str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_bytes(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<&'static str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_bytes<E>(self, name: &[u8]) -> Result<Self::Value, E> {
        Ok(self.0.iter().find(|known| known.as_bytes() == name).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_responses_that_come_twice_the_last_one_counts() {
        for (body, id) in [
            (r#"{"Response":{"RequestId":"a"},"Response":{"RequestId":"b"}}"#, Some("b")),
            (r#"{"Response":{"RequestId":"a"},"Response":[]}"#, None),
            (r#"{"Response":[],"Response":{"RequestId":"b"}}"#, Some("b")),
        ] {
            let told = read(body.as_bytes(), |head| head.response.as_ref().map(Members::request_id)).unwrap();
            assert_eq!(told.flatten().as_deref(), id, "{body}");
        }
    }
}
