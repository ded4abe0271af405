//! Members that aren't there.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

/// Stands where a member is missing: an `Option` finds nothing, a list too if that is allowed, everything else fails.
pub(super) struct Missing<E> {
    name: &'static str,
    lenient: bool,
    error: PhantomData<E>,
}

impl<E: Error> Missing<E> {
    pub(super) fn new(name: &'static str, lenient: bool) -> Self {
        Self { name, lenient, error: PhantomData }
    }

    fn fault(&self) -> E {
        if self.lenient {
            E::custom(format_args!("`{}` is null or missing", self.name))
        } else {
            E::missing_field(self.name)
        }
    }
}

macro_rules! missing {
    ($($method:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
                Err(self.fault())
            }
        )*
    };
}

impl<'de, E: Error> Deserializer<'de> for Missing<E> {
    type Error = E;

    /// What takes anything takes null for nothing.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if self.lenient { visitor.visit_unit() } else { Err(self.fault()) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if self.lenient { visitor.visit_seq(Nothing(PhantomData)) } else { Err(self.fault()) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, E> {
        // serde_json's own name, for a `RawValue`, which has no nothing.
        if name.starts_with('$') { Err(self.fault()) } else { visitor.visit_newtype_struct(self) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, _: V) -> Result<V::Value, E> {
        Err(self.fault())
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, E> {
        Err(self.fault())
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, _: usize, _: V) -> Result<V::Value, E> {
        Err(self.fault())
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, E> {
        Err(self.fault())
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, E> {
        Err(self.fault())
    }

    missing! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char
        deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_map
        deserialize_identifier deserialize_ignored_any
    }
}

/// A list with nothing in it. It has no use for seeds, so that no element is compiled for it.
struct Nothing<E>(PhantomData<E>);

impl<'de, E: Error> SeqAccess<'de> for Nothing<E> {
    type Error = E;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<Option<S::Value>, E> {
        Ok(None)
    }
}
