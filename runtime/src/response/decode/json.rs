//! The deserializer of both passes.

use serde::de::{Deserializer, Error as _, Visitor};
use serde_json::Error;

use super::access::{Entries, Raw};
use super::elements::Elements;
use super::reader::Reader;
use super::visitors::{Fraction, Truth, Whole};
use crate::__private::de::DECLARED;

/// Numbers: whatever scalar comes, in the lenient pass.
macro_rules! numbers {
    ($($method:ident: $visitor:ident)*) => {
        $(
            #[inline]
            fn $method<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
                if self.lenient {
                    return self.scalar($visitor(visitor));
                }
                match self.peek() {
                    Some(b'-' | b'0'..=b'9') => self.number()?.visit(visitor),
                    _ => Err(self.unexpected(&visitor)),
                }
            }
        )*
    };
}

/// Values that are left to serde_json, in which nothing is forgiven.
macro_rules! handed_over {
    ($($method:ident($($argument:ident: $ty:ty),*))*) => {
        $(
            fn $method<V: Visitor<'t>>(self, $($argument: $ty,)* visitor: V) -> Result<V::Value, Error> {
                let mut json = self.handed_over()?;
                let value = json.$method($($argument,)* visitor)?;
                json.end()?;
                Ok(value)
            }
        )*
    };
}

impl<'t> Deserializer<'t> for &mut Reader<'t> {
    type Error = Error;

    numbers! {
        deserialize_i8: Whole
        deserialize_i16: Whole
        deserialize_i32: Whole
        deserialize_i64: Whole
        deserialize_u8: Whole
        deserialize_u16: Whole
        deserialize_u32: Whole
        deserialize_u64: Whole
        deserialize_f32: Fraction
        deserialize_f64: Fraction
    }

    handed_over! {
        deserialize_i128()
        deserialize_u128()
        deserialize_bytes()
        deserialize_byte_buf()
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    /// Within what takes anything, nothing is forgiven.
    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        let lenient = std::mem::take(&mut self.lenient);
        let outcome = self.anything(visitor);
        self.lenient = lenient;
        outcome
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.lenient {
            return self.scalar(Truth(visitor));
        }
        match self.peek() {
            Some(b't') => self.word("true").and_then(|()| visitor.visit_bool(true)),
            Some(b'f') => self.word("false").and_then(|()| visitor.visit_bool(false)),
            _ => Err(self.unexpected(&visitor)),
        }
    }

    #[inline]
    fn deserialize_char<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() == Some(b'"') { self.text()?.visit(visitor) } else { Err(self.unexpected(&visitor)) }
    }

    #[inline]
    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.lenient { self.text_of_scalar(visitor) } else { self.deserialize_char(visitor) }
    }

    #[inline]
    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_char(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.takes_null()? { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() != Some(b'n') {
            return Err(self.unexpected(&visitor));
        }
        self.word("null")?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'t>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        if name.starts_with('$') {
            // A name of serde_json's own, for a `RawValue`.
            return visitor.visit_map(Raw::new(name, self.raw()?));
        }
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        let is_missing = self.begin_list(&visitor)?;
        let value = visitor.visit_seq(Elements::new(self, is_missing))?;
        if !is_missing {
            self.end_list()?;
        }
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'t>>(self, len: usize, visitor: V) -> Result<V::Value, Error> {
        self.list(Some(len), visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.list(Some(len), visitor)
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.object("", &[], visitor)
    }

    /// One of ours is never a list, which leaves no code for one where the name is known.
    #[inline]
    fn deserialize_struct<V: Visitor<'t>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name != DECLARED && self.peek() == Some(b'[') {
            self.list(None, visitor)
        } else {
            self.object(name, fields, visitor)
        }
    }

    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.skip()?;
        visitor.visit_unit()
    }
}

impl<'t> Reader<'t> {
    fn anything<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        match self.peek() {
            Some(b'"') => self.text()?.visit(visitor),
            Some(b'[') => self.list(None, visitor),
            Some(b'{') => self.object("", &[], visitor),
            Some(b'n') => self.deserialize_unit(visitor),
            Some(b't' | b'f') => self.deserialize_bool(visitor),
            // With its feature `arbitrary_precision`, serde_json gives a number of its own.
            _ => self.handed_over()?.deserialize_any(visitor),
        }
    }

    /// Reads a list, which has so many elements if that is known.
    fn list<V: Visitor<'t>>(&mut self, len: Option<usize>, visitor: V) -> Result<V::Value, Error> {
        self.begin(b'[', &visitor)?;
        let value = visitor.visit_seq(Elements::new(self, false))?;
        self.end_list().map_err(|error| len.map_or(error, too_many))?;
        Ok(value)
    }

    /// Reads an object, which has a name and fields if it is a struct.
    #[inline]
    fn object<V: Visitor<'t>>(
        &mut self,
        name: &str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.begin(b'{', &visitor)?;
        let outcome = visitor.visit_map(Entries::of(name, fields, self));
        self.end_object();
        outcome
    }
}

/// What is wrong with a list that goes on behind its last element.
#[cold]
fn too_many(len: usize) -> Error {
    let elements = if len == 1 { "element" } else { "elements" };
    Error::custom(format_args!("a list of more than {len} {elements}, expected {len}"))
}
