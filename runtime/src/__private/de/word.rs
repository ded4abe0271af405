//! Decoding of derived enums: a string, whatever it says.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};

/// Decodes an enum of words.
pub fn word<'de, D, T>(deserializer: D, name: &'static str) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: for<'a> From<&'a str>,
{
    let mut word = None;
    deserializer.deserialize_str(Word { name, take: &mut |text| word = Some(T::from(text)) })?;
    word.ok_or_else(|| D::Error::custom("there is no string"))
}

/// It isn't generic over the enum, which would have all that leads to its visitor once more.
struct Word<'a> {
    name: &'static str,
    take: &'a mut dyn FnMut(&str),
}

impl Visitor<'_> for Word<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string ({})", self.name)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.take)(text);
        Ok(())
    }
}
