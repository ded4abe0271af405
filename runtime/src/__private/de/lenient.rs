//! How a derived struct learns that it is decoded leniently.

use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

/// What our own deserializer gives for a key to say that it is lenient.
#[derive(Debug)]
pub struct Lenient<E>(PhantomData<E>);

impl<E> Lenient<E> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, E: Error> Deserializer<'de> for Lenient<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
