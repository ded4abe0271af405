//! Where a lenient pass failed, and at what.

use std::mem;

use super::Reader;
use crate::response::decode::path::{Path, Step};

/// What is known of it.
#[derive(Debug, Default)]
pub(in crate::response::decode) struct Trace {
    pub(in crate::response::decode) path: Path,
    /// The string that was read there, or none: it is forgotten where the next value begins.
    pub(in crate::response::decode) last: String,
    /// Where the last value begins that was begun.
    begun: usize,
    /// Where the first element or member begins of the list or object that ended there; forgotten likewise.
    pub(in crate::response::decode) ended: Option<usize>,
    /// Whether there are strings in the value that was refused first.
    has_strings: bool,
}

impl Reader<'_> {
    /// Where the value begins that comes next.
    pub(in crate::response::decode) fn begins(&mut self) -> usize {
        self.peek();
        self.trace.begun = self.at();
        self.trace.begun
    }

    /// The pass failed there.
    pub(in crate::response::decode) fn failed_at(&mut self, step: Step) {
        self.trace.has_strings = self.refused_strings();
        self.trace.path.push(step);
    }

    /// Whether there are strings in the value that was refused where the pass failed.
    pub(in crate::response::decode) fn refused_strings(&self) -> bool {
        if self.trace.path.is_empty() {
            self.since(self.trace.ended.unwrap_or(self.trace.begun)).contains('"')
        } else {
            self.trace.has_strings
        }
    }

    /// Another value begins.
    pub(in crate::response::decode) fn forget(&mut self) {
        self.trace.last.clear();
        self.trace.ended = None;
    }

    /// The names of the members that aren't null, of the object that ended where the pass failed.
    pub(in crate::response::decode) fn names(&self) -> Option<Vec<String>> {
        let begin = self.trace.ended?;
        if !self.json.get(..begin)?.ends_with('{') {
            return None;
        }
        let mut again = Self::new(self.json, true);
        again.scan.go_to(begin);
        let (mut names, mut is_first) = (Vec::new(), true);
        while again.next(b'{', mem::take(&mut is_first)).ok()? {
            let name = again.quoted().ok()?;
            again.eat(b':').ok()?;
            if !again.is_next("null") {
                names.push(again.lossy(name));
            }
            again.skip().ok()?;
        }
        Some(names)
    }
}
