//! Events out of bytes: the format `text/event-stream` (WHATWG HTML, section 9.2), as far as services use it.
//!
//! An event is its data, and whether it is named `error`, which is one without data, too. Other names and the fields `id` and `retry` are left aside: no
//! service gives them a meaning, and nobody connects again in the middle of an answer.
//!
//! A stream whose first line begins with `{` is none: it is JSON under a false flag, and is gathered as it comes.

use bytes::{Buf, Bytes};

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Cuts a stream into events. It is fed piece by piece; where the pieces are cut doesn't matter.
#[derive(Debug)]
pub(super) struct Parser {
    limit: usize,
    /// The line that has begun.
    line: Vec<u8>,
    /// The data of the event that has begun, if it has some.
    data: Option<Vec<u8>>,
    /// Whether the event that has begun is named `error`.
    is_error: bool,
    stage: Stage,
    /// Whether the first line goes on, which alone may begin with a byte order mark.
    is_first: bool,
    /// Whether the last line ended with CR, so that a LF that comes next belongs to it.
    after_return: bool,
}

/// How far it is known what comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nothing but blank lines has ended yet.
    Start,
    /// It is a stream.
    Events,
    /// It is none: everything belongs to one body.
    Whole,
}

/// What a stream consists of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) data: Bytes,
    /// Whether it is named `error`.
    pub(super) is_error: bool,
    /// Whether it is no event but the whole body, which isn't a stream.
    pub(super) is_whole: bool,
}

/// An event is larger than the limit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

impl Parser {
    /// A parser of events that have this many bytes at most, counted before their end is known.
    pub(super) fn new(limit: usize) -> Self {
        let (line, data) = (Vec::new(), None);
        Self { limit, line, data, is_error: false, stage: Stage::Start, is_first: true, after_return: false }
    }

    /// Takes from `input` up to the end of an event, and gives it; `None` when all is taken.
    pub(super) fn next(&mut self, input: &mut Bytes) -> Result<Option<Event>, TooLarge> {
        while let Some(&first) = input.first() {
            if std::mem::take(&mut self.after_return) && first == b'\n' {
                input.advance(1);
                continue;
            }
            if self.stage == Stage::Whole {
                self.extend_line(&input.split_to(input.len()))?;
                break;
            }
            let end = input.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let text = input.split_to(end.unwrap_or(input.len()));
            self.extend_line(&text)?;
            if text.contains(&b'{') && self.begins_as_json() {
                self.stage = Stage::Whole;
                continue;
            }
            if end.is_none() {
                break;
            }
            self.after_return = input.get_u8() == b'\r';
            if let Some(event) = self.end_line() {
                return Ok(Some(event));
            }
        }
        Ok(None)
    }

    /// The event that has begun, when nothing more comes: it counts although its end is missing.
    pub(super) fn finish(&mut self) -> Option<Event> {
        if self.stage == Stage::Whole {
            let body = Bytes::from(std::mem::take(&mut self.line));
            let data = body.slice_ref(self.without_mark(&body));
            return (!data.is_empty()).then_some(Event { data, is_error: false, is_whole: true });
        }
        self.end_line().or_else(|| self.end_event())
    }

    fn begins_as_json(&self) -> bool {
        self.stage == Stage::Start && self.without_mark(&self.line).trim_ascii_start().starts_with(b"{")
    }

    fn extend_line(&mut self, text: &[u8]) -> Result<(), TooLarge> {
        let data = self.data.as_ref().map_or(0, Vec::len);
        if data.saturating_add(self.line.len()).saturating_add(text.len()) > self.limit {
            return Err(TooLarge);
        }
        self.line.extend_from_slice(text);
        Ok(())
    }

    /// Reads the line that has ended; if it ends an event, gives the event.
    fn end_line(&mut self) -> Option<Event> {
        let mut buffer = std::mem::take(&mut self.line);
        let line = self.without_mark(&buffer);
        // Hunyuan's examples have a line with a tab where the blank one belongs.
        let is_blank = line.trim_ascii().is_empty();
        if !is_blank {
            self.read_field(line);
            self.stage = Stage::Events;
        }
        self.is_first = false;
        buffer.clear();
        self.line = buffer;
        if is_blank { self.end_event() } else { None }
    }

    /// Keeps data, and whether it is an error; what else there is, comments included, is left aside.
    fn read_field(&mut self, line: &[u8]) {
        let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let (name, value) = (&line[..colon], line.get(colon + 1..).unwrap_or_default());
        let value = value.strip_prefix(b" ").unwrap_or(value);
        if name == b"event" {
            self.is_error = value.trim_ascii().eq_ignore_ascii_case(b"error");
        } else if name == b"data" {
            match &mut self.data {
                None => self.data = Some(value.to_vec()),
                Some(data) => {
                    data.push(b'\n');
                    data.extend_from_slice(value);
                }
            }
        }
    }

    fn end_event(&mut self) -> Option<Event> {
        let is_error = std::mem::take(&mut self.is_error);
        // By the standard, what has no data is no event. But an answer that has failed is none that has ended.
        let data = self.data.take().or_else(|| is_error.then(Vec::new))?;
        Some(Event { data: data.into(), is_error, is_whole: false })
    }

    /// The line that has begun, without the byte order mark that the first may begin with.
    fn without_mark<'l>(&self, line: &'l [u8]) -> &'l [u8] {
        if self.is_first { line.strip_prefix(BOM).unwrap_or(line) } else { line }
    }
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;
