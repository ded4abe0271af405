//! Lists and objects, element by element.

use std::marker::PhantomData;

use serde::de::value::StringDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::json::Json;
use super::path::Step;
use super::visitors::{Truth, Whole};
use super::{Reading, without_position};
use crate::__private::de::Lenient;

/// The seed of a value within another: it is decoded in the same pass.
struct Seed<'r, S> {
    seed: S,
    reading: &'r Reading,
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
    reading: &'r Reading,
    index: usize,
}

impl<'r, A> Elements<'r, A> {
    pub(super) fn new(seq: A, reading: &'r Reading) -> Self {
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
        let element = reading.deeper(|| self.seq.next_element_seed(seed));
        if element.is_err() {
            reading.path.borrow_mut().push(Step::Index(self.index));
        }
        self.index += 1;
        element
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
/// In the lenient pass, a value is looked at before its key is given out: null may count as absent.
pub(super) struct Entries<'de, 'r, A> {
    map: A,
    reading: &'r Reading,
    pub(super) without_nulls: bool,
    pub(super) announced: bool,
    next: Option<(String, &'de RawValue)>,
}

impl<'r, A> Entries<'_, 'r, A> {
    pub(super) fn new(map: A, reading: &'r Reading) -> Self {
        Self { map, reading, without_nulls: false, announced: false, next: None }
    }
}

impl<'de, A: MapAccess<'de>> Entries<'de, '_, A> {
    /// Reads on to the next pair that counts.
    fn look_ahead(&mut self) -> Result<Option<String>, A::Error> {
        while let Some(key) = self.map.next_key::<String>()? {
            let value: &RawValue = self.map.next_value()?;
            if !(self.without_nulls && value.get() == "null") {
                self.next = Some((key.clone(), value));
                return Ok(Some(key));
            }
        }
        Ok(None)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'de, '_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        if !self.reading.lenient {
            return self.map.next_key_seed(seed);
        }
        if std::mem::take(&mut self.announced) {
            return seed.deserialize(Lenient::new()).map(Some);
        }
        let Some(key) = self.look_ahead()? else { return Ok(None) };
        seed.deserialize(Key { name: key, error: PhantomData }).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let reading = self.reading;
        let seed = Seed { seed, reading };
        if !reading.lenient {
            return self.map.next_value_seed(seed);
        }
        let (key, value) = self.next.take().ok_or_else(|| A::Error::custom("a value is read before its key"))?;
        let mut json = serde_json::Deserializer::from_str(value.get());
        reading.deeper(|| seed.deserialize(&mut json)).map_err(|error| {
            reading.path.borrow_mut().push(Step::Member(key));
            A::Error::custom(without_position(&error))
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.map.size_hint()
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
