//! Lists and objects, element by element.

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess};
use serde_json::Error;

use super::key::Key;
use super::path::{Path, Step};
use super::reader::{Quoted, Reader};
use crate::__private::de::{DECLARED, EMPTY, GUARDED, Lenient};

/// The elements of a list, which may be missing.
pub(super) struct Elements<'r, 't> {
    reader: &'r mut Reader<'t>,
    index: usize,
    is_missing: bool,
}

impl<'r, 't> Elements<'r, 't> {
    /// Those of a list that has been opened, unless it is missing.
    pub(super) fn new(reader: &'r mut Reader<'t>, is_missing: bool) -> Self {
        Self { reader, index: 0, is_missing }
    }

    /// Reads what leads to the next element.
    #[inline(never)]
    fn next(&mut self) -> Result<bool, Error> {
        if self.reader.lenient {
            self.reader.forget();
        }
        if self.is_missing {
            return Ok(false);
        }
        let has_next = self.reader.next(b'[', self.index == 0)?;
        self.index += usize::from(has_next);
        Ok(has_next)
    }

    /// Notes where an element failed. Not inlined: it would be for each type.
    #[cold]
    #[inline(never)]
    fn failed(&mut self, error: Error) -> Error {
        if self.reader.lenient {
            self.reader.path.push(Step::Index(self.index - 1));
        }
        error
    }
}

impl<'t> SeqAccess<'t> for Elements<'_, 't> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        if !self.next()? {
            return Ok(None);
        }
        match seed.deserialize(&mut *self.reader) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(self.failed(error)),
        }
    }
}

/// The members of an object.
///
/// In the lenient pass, null may count as absent, so what follows a key is looked at before the key is given out.
pub(super) struct Entries<'r, 't> {
    reader: &'r mut Reader<'t>,
    place: Place,
    /// Whether members that are null are left out, as they are from structs.
    without_nulls: bool,
    /// The names of the members of a struct of ours; none of anything else.
    names: &'static [&'static str],
    /// Which of them is looked for first: servers mostly keep to the order of the declaration.
    expected: usize,
    /// The name of the member whose value comes next, where it isn't known.
    name: Quoted<'t>,
    /// Where the first member begins.
    opened: usize,
    /// Where the value begins that comes next, in the lenient pass.
    begin: usize,
    /// Whether its value failed, and is an empty string.
    is_empty: bool,
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
            without_nulls: false,
            names: &[],
            expected: 0,
            name: Quoted::default(),
            begin: 0,
            is_empty: false,
        }
    }

    /// Those of a struct or a map, which has no name: nulls are left out, and one of ours wants to know that it is so.
    #[inline(never)]
    pub(super) fn of(name: &str, names: &'static [&'static str], reader: &'r mut Reader<'t>) -> Self {
        let (lenient, is_ours) = (reader.lenient, name == DECLARED);
        let names = if is_ours && !lenient { names } else { &[] };
        let without_nulls = lenient && (is_ours || name == GUARDED);
        let place = if lenient && is_ours { Place::Announcement } else { Place::First };
        Self { place, without_nulls, names, ..Self::new(reader) }
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
        self.name = self.reader.quoted()?;
        self.reader.eat(b':')?;
        let Quoted { inner: name, has_escapes, .. } = self.name;
        let index = self.names.iter().position(|known| *known == name && !has_escapes);
        let Some(index) = index else { return Ok(Next::Named) };
        self.expected = index + 1;
        Ok(Next::Known(index))
    }

    /// Reads up to the value of the next member that counts.
    #[inline(never)]
    fn next_leniently(&mut self) -> Result<Next, Error> {
        if self.place == Place::Announcement {
            self.place = Place::First;
            return Ok(Next::Lenient);
        }
        if std::mem::take(&mut self.is_empty) {
            self.reader.path = Path::default();
        }
        self.reader.forget();
        while self.reader.next(b'{', self.place == Place::First)? {
            self.place = Place::Later;
            self.name = self.reader.quoted()?;
            self.reader.eat(b':')?;
            if !(self.without_nulls && self.reader.is_next("null")) {
                self.reader.peek();
                self.begin = self.reader.at();
                return Ok(Next::Named);
            }
            self.reader.skip()?;
        }
        self.reader.ended = Some(self.opened);
        Ok(Next::End)
    }

    /// Notes where a value failed. Not inlined: it would be for each type.
    #[cold]
    #[inline(never)]
    fn failed(&mut self, error: Error) -> Error {
        if self.reader.lenient {
            let step = Step::Member(self.reader.lossy(self.name));
            self.reader.path.push(step);
            self.is_empty = self.reader.passes_over_empty(self.begin);
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
        self.is_empty.then_some(EMPTY)
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
