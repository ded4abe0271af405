//! The lines of a lock: where blocks begin.

use std::ops::Range;
use std::str::MatchIndices;

use super::member::is_name;
use super::{Direction, Place};

/// The lines of a text, each with its place.
pub(super) struct Lines<'a> {
    text: &'a str,
    ends: MatchIndices<'a, char>,
    start: usize,
    number: usize,
}

pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    number: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, ends: text.match_indices('\n'), start: 0, number: 0 }
    }

    /// The next line that isn't a member. Most are members, and macros aren't optimized: nothing is asked of them but this.
    pub(super) fn next_unindented(&mut self) -> Option<Line<'a>> {
        let text = self.text.as_bytes();
        while let Some(b' ' | b'\t' | b'\n') = text.get(self.start) {
            self.advance();
        }
        self.next()
    }

    fn advance(&mut self) {
        self.start = match self.ends.next() {
            Some((end, _)) => end + 1,
            None => self.text.len(),
        };
        self.number += 1;
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let start = self.start;
        if start == self.text.len() {
            return None;
        }
        self.advance();
        Some(Line { text: &self.text[start..self.start], start, number: self.number })
    }
}

impl Line<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim_end().is_empty()
    }

    pub(super) fn is_indented(&self) -> bool {
        matches!(self.text.as_bytes().first(), Some(b' ' | b'\t'))
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// `service vod 2018-07-17`
    pub(super) fn service(&self) -> Result<(Range<usize>, Range<usize>), String> {
        let mut words = self.text.split_ascii_whitespace();
        match (words.next(), words.next(), words.next(), words.next()) {
            (Some("service"), Some(service), Some(version), None) if is_word(service) && is_word(version) => {
                Ok((self.range(service), self.range(version)))
            }
            _ => Err(self.fault("`service NAME VERSION`, as in `service vod 2018-07-17`")),
        }
    }

    /// `action ManageTask` or `data TaskSimpleInfo out`
    pub(super) fn block(&self) -> Result<Place, String> {
        let mut words = self.text.split_ascii_whitespace();
        let (direction, name, is_deprecated) = match (words.next(), words.next(), words.next(), words.next()) {
            (Some("action"), Some(name), None, None) => (None, name, false),
            (Some("action"), Some(name), Some("deprecated"), None) => (None, name, true),
            (Some("data"), Some(name), Some("in"), None) => (Some(Direction::In), name, false),
            (Some("data"), Some(name), Some("out"), None) => (Some(Direction::Out), name, false),
            (Some("data"), Some(name), Some("both"), None) => (Some(Direction::Both), name, false),
            _ => return Err(self.no_block()),
        };
        if !is_name(name) {
            return Err(self.no_block());
        }
        let members = self.end()..self.end();
        Ok(Place { direction, name: self.range(name), is_deprecated, line: self.number, members })
    }

    fn no_block(&self) -> String {
        self.fault("`action NAME`, or `data NAME` with `in`, `out` or `both`")
    }

    /// Where a word of this line is in the file.
    fn range(&self, word: &str) -> Range<usize> {
        // It is a part of the line, so their addresses tell where.
        let start = self.start + (word.as_ptr().addr() - self.text.as_ptr().addr());
        start..start + word.len()
    }

    pub(super) fn fault(&self, expected: &str) -> String {
        super::fault(self.number, &format!("expected {expected}"), self.text)
    }
}

/// Whether this can be a service or a version.
fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
