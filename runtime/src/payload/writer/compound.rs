//! Lists and objects.

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant,
};

use super::key::Key;
use super::{Fault, Writer};

/// A list or an object that is being written.
pub(crate) struct Compound<'a> {
    writer: &'a mut Writer,
    end: End,
}

/// What is to be closed at its end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    List,
    Object,
    VariantOfList,
    VariantOfObject,
    /// Nothing: the one string in it stands for what it holds.
    Raw,
}

impl<'a> Compound<'a> {
    pub(super) fn new(writer: &'a mut Writer, end: End) -> Self {
        Self { writer, end }
    }

    fn member(&mut self, name: &str) -> Result<(), Fault> {
        if self.end == End::Raw { Ok(()) } else { self.writer.member(name) }
    }

    fn close(self) -> Result<(), Fault> {
        match self.end {
            End::List => self.writer.close_list(),
            End::Object => self.writer.close_object(),
            End::VariantOfList => {
                self.writer.close_list()?;
                self.writer.close_variant()
            }
            End::VariantOfObject => {
                self.writer.close_object()?;
                self.writer.close_variant()
            }
            End::Raw => Ok(()),
        }
    }
}

macro_rules! elements {
    ($($interface:ident: $method:ident),*) => {
        $(
            impl $interface for Compound<'_> {
                type Ok = ();
                type Error = Fault;

                fn $method<T: Serialize + ?Sized>(&mut self, element: &T) -> Result<(), Fault> {
                    self.writer.element()?;
                    element.serialize(&mut *self.writer)
                }

                fn end(self) -> Result<(), Fault> {
                    self.close()
                }
            }
        )*
    };
}

elements! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
}

macro_rules! members {
    ($($interface:ident),*) => {
        $(
            impl $interface for Compound<'_> {
                type Ok = ();
                type Error = Fault;

                fn serialize_field<T: Serialize + ?Sized>(
                    &mut self,
                    name: &'static str,
                    value: &T,
                ) -> Result<(), Fault> {
                    self.member(name)?;
                    value.serialize(&mut *self.writer)
                }

                fn end(self) -> Result<(), Fault> {
                    self.close()
                }
            }
        )*
    };
}

members!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = Fault;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Fault> {
        key.serialize(Key(self.writer))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Fault> {
        self.close()
    }
}
