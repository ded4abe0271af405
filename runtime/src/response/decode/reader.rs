//! What reads the body: one type that isn't generic, so that a response type is compiled for it and nothing else.
//!
//! What a value is to be, its visitor says; everything here that doesn't depend on that is compiled with this crate.

mod number;
mod text;
mod trace;

use std::mem;

use serde::de::{Error as _, Expected, Unexpected};
use serde_json::Error;
use serde_json::de::StrRead;

pub(super) use self::number::in_key;
pub(super) use self::text::Quoted;
use self::text::Text;
pub(super) use self::trace::Trace;
use crate::response::scan::Scan;

/// How many lists and objects may be in each other: one less, as with serde_json.
const DEPTH: usize = 128;

/// One pass over a body, strict or lenient.
pub(crate) struct Reader<'t> {
    json: &'t str,
    scan: Scan<'t>,
    pub(super) lenient: bool,
    depth: usize,
    /// Whether an object wasn't read to its end.
    is_broken: bool,
    /// The text of a string that has escapes.
    scratch: String,
    /// What the lenient pass says if it fails.
    pub(super) trace: Trace,
    /// Whether what comes next is a whole response.
    pub(super) is_whole: bool,
    pub(super) nulls: Nulls,
}

/// What becomes of the nulls in structs that serde derives, in a lenient pass.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nulls {
    /// There have been none.
    Unmet,
    /// They are given out.
    Given,
    LeftOut,
}

impl<'t> Reader<'t> {
    pub(super) fn new(json: &'t str, lenient: bool) -> Self {
        Self {
            json,
            scan: Scan::new(json.as_bytes()),
            lenient,
            depth: 0,
            is_broken: false,
            scratch: String::new(),
            trace: Trace::default(),
            is_whole: false,
            nulls: Nulls::Unmet,
        }
    }

    /// The lenient pass over this body in which nothing that serde derives is given a null.
    pub(super) fn without_nulls(json: &'t str) -> Self {
        Self { nulls: Nulls::LeftOut, ..Self::new(json, true) }
    }

    /// The next byte that is no white space.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        self.scan.peek()
    }

    /// Reads this byte.
    #[inline]
    pub(super) fn eat(&mut self, byte: u8) -> Result<(), Error> {
        self.scan.eat(byte).ok_or_else(|| malformed(&self.scan))
    }

    /// Reads this word.
    pub(super) fn word(&mut self, word: &str) -> Result<(), Error> {
        self.scan.word(word.as_bytes()).ok_or_else(|| malformed(&self.scan))
    }

    /// Reads what opens a list or an object, where such a thing is expected.
    ///
    /// It isn't inlined into what is compiled for each type, nor is the end.
    #[inline(never)]
    pub(super) fn begin(&mut self, open: u8, expected: &dyn Expected) -> Result<(), Error> {
        if self.peek() != Some(open) {
            return Err(self.unexpected(expected));
        }
        self.eat(open)?;
        self.depth += 1;
        if self.depth == DEPTH { Err(too_deep()) } else { Ok(()) }
    }

    /// Reads what opens a list, unless it is missing, and may be.
    #[inline(never)]
    pub(super) fn begin_list(&mut self, expected: &dyn Expected) -> Result<bool, Error> {
        if self.lenient && self.is_next("null") {
            self.skip()?;
            return Ok(true);
        }
        self.begin(b'[', expected)?;
        Ok(false)
    }

    /// Reads null, if that is what comes.
    #[inline(never)]
    pub(super) fn takes_null(&mut self) -> Result<bool, Error> {
        if self.peek() != Some(b'n') {
            return Ok(false);
        }
        self.word("null")?;
        Ok(true)
    }

    /// Reads what closes a list. Not all of it may have been read: a tuple takes no more than it has room for.
    #[inline(never)]
    pub(super) fn end_list(&mut self) -> Result<(), Error> {
        self.depth -= 1;
        self.scan.eat(b']').ok_or_else(trailing)
    }

    /// Reads what closes an object.
    ///
    /// A visitor that has left some of it unread, as ours never do, has made a value, which passes: that the body
    /// [doesn't end](Self::end) as it should is told in time, and needs no code for each type.
    #[inline(never)]
    pub(super) fn end_object(&mut self) {
        self.depth -= 1;
        self.is_broken |= self.scan.eat(b'}').is_none();
    }

    /// Reads what leads to the next element or member, if there is one.
    #[inline]
    pub(super) fn next(&mut self, open: u8, is_first: bool) -> Result<bool, Error> {
        self.scan.has_next(open, is_first).ok_or_else(|| malformed(&self.scan))
    }

    /// Reads this name and what leads to its value, if that is just what comes.
    #[inline]
    pub(super) fn eats_name(&mut self, name: &str) -> bool {
        let begin = self.scan.at() + 1;
        let end = begin + name.len();
        let json = self.json.as_bytes();
        let is_next = json.get(end) == Some(&b'"')
            && json.get(end + 1) == Some(&b':')
            && json.get(begin - 1) == Some(&b'"')
            && json.get(begin..end) == Some(name.as_bytes());
        if is_next {
            self.scan.go_to(end + 2);
        }
        is_next
    }

    /// Reads up to the value of the next member of this name, or to the end of the object.
    pub(super) fn finds(&mut self, name: &str, is_first: &mut bool) -> Result<bool, Error> {
        while self.next(b'{', mem::take(is_first))? {
            let found = self.quoted()?;
            self.eat(b':')?;
            if self.lossy(found) == name {
                return Ok(true);
            }
            self.skip()?;
        }
        Ok(false)
    }

    /// Makes sure that all has been read.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        let is_over = self.peek().is_none() && !self.is_broken;
        if is_over { Ok(()) } else { Err(trailing()) }
    }

    /// Whether the next value is this.
    pub(super) fn is_next(&mut self, value: &str) -> bool {
        self.peek();
        self.json.get(self.scan.at()..).is_some_and(|rest| rest.starts_with(value))
    }

    /// Passes over a value.
    pub(super) fn skip(&mut self) -> Result<(), Error> {
        self.scan.value().map(drop).ok_or_else(|| malformed(&self.scan))
    }

    /// Reads a value as it stands there.
    pub(super) fn raw(&mut self) -> Result<&'t str, Error> {
        self.peek();
        let begin = self.scan.at();
        self.skip()?;
        Ok(self.since(begin))
    }

    /// Reads a value that is left to serde_json.
    pub(super) fn handed_over(&mut self) -> Result<serde_json::Deserializer<StrRead<'t>>, Error> {
        self.peek();
        let begin = self.scan.at();
        let depth = self.scan.value().ok_or_else(|| malformed(&self.scan))?;
        if self.depth + depth >= DEPTH {
            return Err(too_deep());
        }
        Ok(serde_json::Deserializer::from_str(self.since(begin)))
    }

    /// What has been read since then.
    #[inline]
    fn since(&self, begin: usize) -> &'t str {
        self.json.get(begin..self.scan.at()).unwrap_or_default()
    }

    /// What is next, where a visitor expects something else.
    #[cold]
    pub(super) fn unexpected(&mut self, expected: &dyn Expected) -> Error {
        let of_type = |unexpected| Error::invalid_type(unexpected, expected);
        match self.peek() {
            Some(b'[') => of_type(Unexpected::Seq),
            Some(b'{') => of_type(Unexpected::Map),
            Some(b'n') => self.word("null").map_or_else(|error| error, |()| of_type(Unexpected::Unit)),
            Some(b't') => self.word("true").map_or_else(|error| error, |()| of_type(Unexpected::Bool(true))),
            Some(b'f') => self.word("false").map_or_else(|error| error, |()| of_type(Unexpected::Bool(false))),
            Some(b'"') => match self.text() {
                Ok(Text::Plain(text) | Text::Unescaped(text)) => of_type(Unexpected::Str(text)),
                Err(error) => error,
            },
            Some(b'-' | b'0'..=b'9') => self.number().map_or_else(|error| error, |number| of_type(number.unexpected())),
            _ => malformed(&self.scan),
        }
    }

    pub(super) fn at(&self) -> usize {
        self.scan.at()
    }

    /// Goes on behind the value that begins there, if that is this one.
    pub(super) fn passes_over(&mut self, value: &str, begin: usize) -> bool {
        self.scan.go_to(begin);
        self.scan.word(value.as_bytes()).is_some()
    }
}

/// What was judged to be JSON before is never this; a chunk that stands without its envelope may be.
#[cold]
fn malformed(scan: &Scan<'_>) -> Error {
    let is_over = scan.clone().peek().is_none();
    Error::custom(if is_over { "the JSON ends too early" } else { "it isn't JSON" })
}

#[cold]
fn trailing() -> Error {
    Error::custom("trailing characters")
}

#[cold]
fn too_deep() -> Error {
    Error::custom("recursion limit exceeded")
}
