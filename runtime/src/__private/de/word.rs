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
    read(deserializer, name, &mut word)?;
    word.ok_or_else(no_word)
}

/// It isn't generic over the enum, which would have all that leads to its visitor once more.
#[inline(never)]
fn read<'de, D: Deserializer<'de>>(deserializer: D, name: &'static str, word: &mut dyn Take) -> Result<(), D::Error> {
    deserializer.deserialize_str(Word { name, word })
}

#[cold]
#[inline(never)]
fn no_word<E: Error>() -> E {
    E::custom("there is no string")
}

/// Where the word is put.
trait Take {
    fn take(&mut self, text: &str);
}

impl<T: for<'a> From<&'a str>> Take for Option<T> {
    fn take(&mut self, text: &str) {
        *self = Some(T::from(text));
    }
}

struct Word<'a> {
    name: &'static str,
    word: &'a mut dyn Take,
}

impl Visitor<'_> for Word<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string ({})", self.name)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.word.take(text);
        Ok(())
    }
}
