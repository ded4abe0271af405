//! Objects, member by member.

use std::mem;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess};
use serde_json::Error;

use super::key::Key;
use super::path::{Path, Step};
use super::reader::{Nulls, Quoted, Reader};
use crate::__private::de::{DECLARED, EMPTY, GUARDED, Lenient, NULL};

/// A member of every response.
const REQUEST_ID: &str = "RequestId";

/// The members of an object.
///
/// In a lenient pass, null may count as absent, so what follows a key is looked at before the key is given out.
pub(super) struct Entries<'r, 't> {
    reader: &'r mut Reader<'t>,
    place: Place,
    owner: Owner,
    /// Whether the request id is left out, which is in every response, and not in this struct.
    without_id: bool,
    /// The names of the members of a struct of ours; none of anything else.
    names: &'static [&'static str],
    /// Which of them is looked for first: servers mostly keep to the order of the declaration.
    expected: usize,
    /// The name of the member whose value comes next, where it isn't known.
    name: Quoted<'t>,
    /// Where the first member begins.
    opened: usize,
    /// Where the value begins that comes next, in a lenient pass.
    begin: usize,
    /// What it is, if it may stand for nothing: null, or once it has failed, an empty string.
    nothing: Option<usize>,
}

/// Whose the members are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// A struct of ours, which is told of nulls.
    Ours,
    /// A struct that serde derives. It is given nulls first, and if it fails then, no nulls.
    Guarded,
    Other,
}

/// How far an object has been read.
#[derive(PartialEq, Eq)]
enum Place {
    /// Up to its beginning, where it is said that the pass is lenient.
    Announcement,
    First,
    Later,
}

/// What comes next in an object.
enum Next {
    /// The member with this name of those that are known.
    Known(usize),
    /// A member with a name that isn't.
    Named,
    /// Word that the pass is lenient, in place of a member.
    Lenient,
    End,
}

impl<'r, 't> Entries<'r, 't> {
    pub(super) fn new(reader: &'r mut Reader<'t>) -> Self {
        Self {
            opened: reader.at(),
            reader,
            place: Place::First,
            owner: Owner::Other,
            without_id: false,
            names: &[],
            expected: 0,
            name: Quoted::default(),
            begin: 0,
            nothing: None,
        }
    }

    /// Those of a struct, or of a map, which has no name. One of ours wants to know that the pass is lenient.
    #[inline(never)]
    pub(super) fn of(name: &str, names: &'static [&'static str], reader: &'r mut Reader<'t>) -> Self {
        let is_whole = mem::take(&mut reader.is_whole);
        let owner = match name {
            DECLARED => Owner::Ours,
            GUARDED => Owner::Guarded,
            _ => Owner::Other,
        };
        let is_ours = owner == Owner::Ours;
        let without_id = is_whole && !is_ours && !names.is_empty() && !names.contains(&REQUEST_ID);
        let place = if reader.lenient && is_ours { Place::Announcement } else { Place::First };
        let names = if is_ours && !reader.lenient { names } else { &[] };
        Self { place, owner, without_id, names, ..Self::new(reader) }
    }

    /// Reads up to the value of the next member.
    #[inline]
    fn next(&mut self) -> Result<Next, Error> {
        if self.reader.lenient {
            return self.next_leniently();
        }
        if !self.reader.next(b'{', self.place == Place::First)? {
            return Ok(Next::End);
        }
        self.place = Place::Later;
        let expected = self.expected;
        if self.names.get(expected).is_some_and(|name| self.reader.eats_name(name)) {
            self.expected = expected + 1;
            return Ok(Next::Known(expected));
        }
        self.next_in_any_order()
    }

    /// Reads the name of the next member, and looks for it.
    #[inline(never)]
    fn next_in_any_order(&mut self) -> Result<Next, Error> {
        self.name()?;
        while self.is_left_out() {
            self.reader.skip()?;
            if !self.reader.next(b'{', false)? {
                return Ok(Next::End);
            }
            self.name()?;
        }
        let Quoted { inner: name, has_escapes, .. } = self.name;
        let index = self.names.iter().position(|known| *known == name && !has_escapes);
        let Some(index) = index else { return Ok(Next::Named) };
        self.expected = index + 1;
        Ok(Next::Known(index))
    }

    /// Reads a name and what leads to its value.
    fn name(&mut self) -> Result<(), Error> {
        self.name = self.reader.quoted()?;
        self.reader.eat(b':')
    }

    fn is_left_out(&self) -> bool {
        self.without_id && self.name.inner == REQUEST_ID
    }

    /// Reads up to the value of the next member that counts.
    #[inline(never)]
    fn next_leniently(&mut self) -> Result<Next, Error> {
        if self.place == Place::Announcement {
            self.place = Place::First;
            return Ok(Next::Lenient);
        }
        if self.nothing.take().is_some() {
            self.reader.trace.path = Path::default();
        }
        self.reader.forget();
        while self.reader.next(b'{', self.place == Place::First)? {
            self.place = Place::Later;
            self.name()?;
            if !self.is_left_out() && self.is_given_out() {
                self.begin = self.reader.begins();
                return Ok(Next::Named);
            }
            self.reader.skip()?;
        }
        self.reader.trace.ended = Some(self.opened);
        Ok(Next::End)
    }

    /// Whether the next value is given out, whose it is: not if it is a null that was given out in vain.
    fn is_given_out(&mut self) -> bool {
        if self.owner == Owner::Other || !self.reader.is_next("null") {
            return true;
        }
        if self.owner == Owner::Ours {
            self.nothing = Some(NULL);
            return true;
        }
        if self.reader.nulls == Nulls::LeftOut {
            return false;
        }
        self.reader.nulls = Nulls::Given;
        true
    }

    /// Notes where a value failed. Not inlined: it would be for each type.
    #[cold]
    #[inline(never)]
    fn failed(&mut self, error: Error) -> Error {
        if self.reader.lenient {
            let step = Step::Member(self.reader.lossy(self.name));
            self.reader.failed_at(step);
            self.nothing = match self.nothing {
                Some(_) => self.reader.passes_over("null", self.begin).then_some(NULL),
                None => self.reader.passes_over("\"\"", self.begin).then_some(EMPTY),
            };
        }
        error
    }
}

impl<'t> MapAccess<'t> for Entries<'_, 't> {
    type Error = Error;

    #[inline]
    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        match self.next()? {
            Next::Known(index) => seed.deserialize(index.into_deserializer()).map(Some),
            Next::Named => seed.deserialize(Key::new(self.reader, self.name)).map(Some),
            Next::Lenient => seed.deserialize(Lenient::new()).map(Some),
            Next::End => Ok(None),
        }
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(&mut *self.reader).map_err(|error| self.failed(error))
    }

    fn size_hint(&self) -> Option<usize> {
        self.nothing
    }
}

/// A value as it stands in the body, in the form in which serde_json's `RawValue` reads one.
pub(super) struct Raw<'t> {
    /// The name of the type, which is that of the one member, too.
    name: &'static str,
    json: Option<&'t str>,
}

impl<'t> Raw<'t> {
    pub(super) fn new(name: &'static str, json: &'t str) -> Self {
        Self { name, json: Some(json) }
    }
}

impl<'t> MapAccess<'t> for Raw<'t> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.json.map(|_| seed.deserialize(StrDeserializer::new(self.name))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(BorrowedStrDeserializer::new(self.json.take().unwrap_or_default()))
    }
}
