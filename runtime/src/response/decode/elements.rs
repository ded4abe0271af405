//! Lists, element by element.

use serde::de::{DeserializeSeed, SeqAccess};
use serde_json::Error;

use super::path::Step;
use super::reader::Reader;

/// The elements of a list, which may be missing.
pub(super) struct Elements<'r, 't> {
    reader: &'r mut Reader<'t>,
    /// Where the first element begins.
    opened: usize,
    index: usize,
    is_missing: bool,
}

impl<'r, 't> Elements<'r, 't> {
    /// Those of a list that has been opened, unless it is missing.
    pub(super) fn new(reader: &'r mut Reader<'t>, is_missing: bool) -> Self {
        Self { opened: reader.at(), reader, index: 0, is_missing }
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
        if has_next && self.reader.lenient {
            self.reader.begins();
        }
        if !has_next {
            self.reader.trace.ended = Some(self.opened);
        }
        Ok(has_next)
    }

    /// Notes where an element failed. Not inlined: it would be for each type.
    #[cold]
    #[inline(never)]
    fn failed(&mut self, error: Error) -> Error {
        if self.reader.lenient {
            self.reader.failed_at(Step::Index(self.index - 1));
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
