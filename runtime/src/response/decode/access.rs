//! Lists and objects, element by element.

use std::marker::PhantomData;

use serde::de::value::StringDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::Reading;
use super::json::Json;
use super::path::Step;
use super::visitors::{Truth, Whole};
use crate::__private::de::{EMPTY, Lenient};
use crate::response::text::string;

/// The seed of a value within another: it is decoded in the same pass.
struct Seed<'r, S> {
    seed: S,
    reading: &'r Reading<'r>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.seed.deserialize(Json::new(inner, self.reading))
    }
}

/// The elements of a list.
pub(super) struct Elements<'r, A> {
    seq: A,
    reading: &'r Reading<'r>,
    index: usize,
}

impl<'r, A> Elements<'r, A> {
    pub(super) fn new(seq: A, reading: &'r Reading<'r>) -> Self {
        Self { seq, reading, index: 0 }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Elements<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let reading = self.reading;
        let seed = Seed { seed, reading };
        if !reading.lenient {
            return self.seq.next_element_seed(seed);
        }
        let (index, seq) = (self.index, &mut self.seq);
        self.index += 1;
        reading.step(|| Step::Index(index), || seq.next_element_seed(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.seq.size_hint()
    }
}

/// The elements of a list that isn't there.
pub(super) struct Nothing<E>(PhantomData<E>);

impl<E> Nothing<E> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, E: Error> SeqAccess<'de> for Nothing<E> {
    type Error = E;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<Option<S::Value>, E> {
        Ok(None)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(0)
    }
}

/// The members of an object.
///
/// In the lenient pass, null may count as absent, so what follows a key is looked at before the key is given out.
pub(super) struct Entries<'r, A> {
    map: A,
    reading: &'r Reading<'r>,
    pub(super) without_nulls: bool,
    pub(super) announced: bool,
    /// The name of the member whose value comes next.
    name: String,
    /// The text from that value on.
    value: &'r str,
    /// Whether it failed, and is an empty string.
    is_empty: bool,
}

impl<'r, A> Entries<'r, A> {
    pub(super) fn new(map: A, reading: &'r Reading<'r>) -> Self {
        Self { map, reading, without_nulls: false, announced: false, name: String::new(), value: "", is_empty: false }
    }
}

impl<A> Entries<'_, A> {
    /// The name of the next member that counts.
    fn next_name<'de>(&mut self) -> Result<Option<String>, A::Error>
    where
        A: MapAccess<'de>,
    {
        while let Some(key) = self.map.next_key::<&RawValue>()? {
            self.value = self.reading.after(key.get());
            if !(self.without_nulls && self.value.starts_with("null")) {
                return Ok(Some(string(key.get())));
            }
            self.map.next_value::<IgnoredAny>()?;
        }
        Ok(None)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        if !self.reading.lenient {
            return self.map.next_key_seed(seed);
        }
        if std::mem::take(&mut self.announced) {
            return seed.deserialize(Lenient::new()).map(Some);
        }
        if std::mem::take(&mut self.is_empty) {
            self.reading.forget();
        }
        let Some(name) = self.next_name()? else { return Ok(None) };
        self.name.clone_from(&name);
        seed.deserialize(Key { name, error: PhantomData }).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let reading = self.reading;
        let seed = Seed { seed, reading };
        if !reading.lenient {
            return self.map.next_value_seed(seed);
        }
        let (map, name) = (&mut self.map, &mut self.name);
        let outcome = reading.step(|| Step::Member(std::mem::take(name)), || map.next_value_seed(seed));
        // Whoever fails at a string has read it, so the next key can be read.
        self.is_empty = outcome.is_err() && self.value.starts_with("\"\"");
        outcome
    }

    fn size_hint(&self) -> Option<usize> {
        if self.is_empty { Some(EMPTY) } else { self.map.size_hint() }
    }
}

/// The name of a member, which can also be the key of a map of numbers.
struct Key<E> {
    name: String,
    error: PhantomData<E>,
}

macro_rules! parsed {
    ($($method:ident: $visitor:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
                $visitor(visitor).visit_string(self.name)
            }
        )*
    };
}

impl<'de, E: Error> Deserializer<'de> for Key<E> {
    type Error = E;

    parsed! {
        deserialize_bool: Truth
        deserialize_i8: Whole
        deserialize_i16: Whole
        deserialize_i32: Whole
        deserialize_i64: Whole
        deserialize_u8: Whole
        deserialize_u16: Whole
        deserialize_u32: Whole
        deserialize_u64: Whole
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_string(self.name)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        StringDeserializer::new(self.name).deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}
