//! Writing of derived structs: everything that needn't be generated per struct.
//!
//! The derive emits a call for each member, in a loop that goes around twice: once to count the members that are sent,
//! as some formats ask for, and once to write them. An error ends neither; it is kept, and what comes after it is
//! passed over, so that a struct has no branch for each of its members.

use std::fmt::{self, Display};
use std::mem;

use serde::Serialize;
use serde::ser::{Error, SerializeStruct, Serializer};

/// A derived struct on its way into a serializer.
pub struct Object<S: Serializer> {
    name: &'static str,
    state: State<S>,
}

enum State<S: Serializer> {
    New(S),
    Counting(S, usize),
    Writing(S::SerializeStruct),
    Failed(S::Error),
    /// On its way from one to the next.
    Between,
}

impl<S: Serializer> Object<S> {
    /// A struct of this name.
    pub fn new(serializer: S, name: &'static str) -> Self {
        Self { name, state: State::New(serializer) }
    }

    /// Whether the members are to be gone through once more.
    #[inline(never)]
    pub fn goes_on(&mut self) -> bool {
        self.state = match mem::replace(&mut self.state, State::Between) {
            State::New(serializer) => State::Counting(serializer, 0),
            State::Counting(serializer, len) => {
                serializer.serialize_struct(self.name, len).map_or_else(State::Failed, State::Writing)
            }
            ended => {
                self.state = ended;
                return false;
            }
        };
        !matches!(self.state, State::Failed(_))
    }

    /// A member, which is sent or left out.
    ///
    /// Not inlined: it would be once for each member of each struct.
    #[inline(never)]
    pub(super) fn member<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T, is_sent: bool) {
        if let Some(object) = self.begin_member(name, is_sent)
            && let Err(error) = object.serialize_field(name, value)
        {
            self.break_off(error);
        }
    }

    /// All that a member takes but for writing its value, to be done with what is returned.
    #[inline(never)]
    fn begin_member(&mut self, name: &'static str, is_sent: bool) -> Option<&mut S::SerializeStruct> {
        if let State::Counting(_, len) = &mut self.state {
            *len += usize::from(is_sent);
        }
        if !is_sent
            && let State::Writing(object) = &mut self.state
            && let Err(error) = object.skip_field(name)
        {
            self.state = State::Failed(error);
        }
        match &mut self.state {
            State::Writing(object) if is_sent => Some(object),
            _ => None,
        }
    }

    #[cold]
    #[inline(never)]
    fn break_off(&mut self, error: S::Error) {
        self.state = State::Failed(error);
    }

    /// A member that can't be sent. The first fault is told.
    pub(super) fn fail(&mut self, fault: impl Display) {
        if !matches!(self.state, State::Failed(_)) {
            self.state = State::Failed(S::Error::custom(fault));
        }
    }

    /// Ends the struct.
    #[inline(never)]
    pub fn end(self) -> Result<S::Ok, S::Error> {
        match self.state {
            State::Writing(object) => object.end(),
            State::Failed(error) => Err(error),
            State::New(_) | State::Counting(..) | State::Between => Err(S::Error::custom("it isn't written yet")),
        }
    }
}

impl<S: Serializer> fmt::Debug for Object<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Object").field("name", &self.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use serde::de::value::Error;
    use serde::ser::{Error as _, Impossible};

    use super::{Object, Serialize, SerializeStruct, Serializer};

    /// What the derive would emit for `struct Pair { first: u8, second: Option<u8> }`.
    struct Pair {
        first: u8,
        second: Option<u8>,
    }

    impl Serialize for Pair {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut object = Object::new(serializer, "Pair");
            while object.goes_on() {
                object.member("First", &self.first, true);
                if self.first == 0 {
                    object.fail("`First` is 0");
                }
                object.member("Second", &self.second, self.second.is_some());
            }
            object.end()
        }
    }

    /// Writes what a struct says of itself, as a format does that begins with the number of members.
    struct Told;

    struct Text(String);

    impl SerializeStruct for Text {
        type Ok = String;
        type Error = Error;

        fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, _: &T) -> Result<(), Error> {
            // As a format that has no more room.
            if self.0.len() > 20 {
                return Err(Error::custom("it is full"));
            }
            write!(self.0, " +{name}").map_err(Error::custom)
        }

        fn skip_field(&mut self, name: &'static str) -> Result<(), Error> {
            write!(self.0, " -{name}").map_err(Error::custom)
        }

        fn end(self) -> Result<String, Error> {
            Ok(self.0)
        }
    }

    macro_rules! refuse {
        ($($method:ident($($ty:ty),*) -> $ok:ty,)*) => {
            $(
                fn $method(self, $(_: $ty),*) -> Result<$ok, Error> {
                    Err(Error::custom("it isn't a struct"))
                }
            )*
        };
    }

    impl Serializer for Told {
        type Ok = String;
        type Error = Error;
        type SerializeSeq = Impossible<String, Error>;
        type SerializeTuple = Impossible<String, Error>;
        type SerializeTupleStruct = Impossible<String, Error>;
        type SerializeTupleVariant = Impossible<String, Error>;
        type SerializeMap = Impossible<String, Error>;
        type SerializeStruct = Text;
        type SerializeStructVariant = Impossible<String, Error>;

        fn serialize_struct(self, name: &'static str, len: usize) -> Result<Text, Error> {
            Ok(Text(format!("{name} of {len}:")))
        }

        fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<String, Error> {
            value.serialize(self)
        }

        fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<String, Error> {
            value.serialize(self)
        }

        fn serialize_newtype_variant<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            value: &T,
        ) -> Result<String, Error> {
            value.serialize(self)
        }

        refuse! {
            serialize_bool(bool) -> String, serialize_i8(i8) -> String, serialize_i16(i16) -> String,
            serialize_i32(i32) -> String, serialize_i64(i64) -> String, serialize_u8(u8) -> String,
            serialize_u16(u16) -> String, serialize_u32(u32) -> String, serialize_u64(u64) -> String,
            serialize_f32(f32) -> String, serialize_f64(f64) -> String, serialize_char(char) -> String,
            serialize_str(&str) -> String, serialize_bytes(&[u8]) -> String, serialize_none() -> String,
            serialize_unit() -> String, serialize_unit_struct(&'static str) -> String,
            serialize_unit_variant(&'static str, u32, &'static str) -> String,
            serialize_seq(Option<usize>) -> Self::SerializeSeq, serialize_tuple(usize) -> Self::SerializeTuple,
            serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct,
            serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant,
            serialize_map(Option<usize>) -> Self::SerializeMap,
            serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant,
        }
    }

    fn told(first: u8, second: Option<u8>) -> Result<String, String> {
        Pair { first, second }.serialize(Told).map_err(|error| error.to_string())
    }

    #[test]
    fn a_format_is_told_how_many_members_are_sent() {
        assert_eq!(told(1, None).unwrap(), "Pair of 1: +First -Second");
        assert_eq!(told(1, Some(2)).unwrap(), "Pair of 2: +First +Second");
    }

    #[test]
    fn the_first_fault_is_told() {
        assert_eq!(told(0, None).unwrap_err(), "`First` is 0");
        assert_eq!(Full.serialize(Told).unwrap_err().to_string(), "it is full");
    }

    /// More than there is room for.
    struct Full;

    impl Serialize for Full {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut object = Object::new(serializer, "Full");
            while object.goes_on() {
                object.member("Long", &1, true);
                object.member("Longer", &1, true);
                object.member("Longest", &1, true);
                object.member("TooLong", &1, true);
            }
            object.end()
        }
    }
}
