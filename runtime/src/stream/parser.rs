//! Events out of bytes: the format `text/event-stream` (WHATWG HTML, section 9.2), as far as services use it.
//!
//! An event is its data. The fields `event`, `id` and `retry` are known and left aside: no service gives them a meaning,
//! and nobody connects again in the middle of an answer.

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
    /// Whether no line has ended yet.
    at_start: bool,
    /// Whether the last line ended with CR, so that a LF that comes next belongs to it.
    after_return: bool,
}

/// An event is larger than the limit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

impl Parser {
    /// A parser of events that have this many bytes at most, counted before their end is known.
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, line: Vec::new(), data: None, at_start: true, after_return: false }
    }

    /// Takes from `input` up to the end of an event, and gives its data; `None` when all is taken.
    pub(super) fn next(&mut self, input: &mut Bytes) -> Result<Option<Bytes>, TooLarge> {
        while let Some(&first) = input.first() {
            if std::mem::take(&mut self.after_return) && first == b'\n' {
                input.advance(1);
                continue;
            }
            let end = input.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let text = input.split_to(end.unwrap_or(input.len()));
            self.extend_line(&text)?;
            if end.is_none() {
                break;
            }
            self.after_return = input.get_u8() == b'\r';
            if let Some(data) = self.end_line() {
                return Ok(Some(data));
            }
        }
        Ok(None)
    }

    /// The event that has begun, when nothing more comes: it counts although its end is missing.
    pub(super) fn finish(&mut self) -> Option<Bytes> {
        self.end_line().or_else(|| self.end_event())
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
    fn end_line(&mut self) -> Option<Bytes> {
        let mut buffer = std::mem::take(&mut self.line);
        let bom = std::mem::take(&mut self.at_start) && buffer.starts_with(BOM);
        let line = if bom { &buffer[BOM.len()..] } else { &buffer };
        // Hunyuan's examples have a line with a tab where the blank one belongs.
        let is_blank = line.trim_ascii().is_empty();
        if !is_blank {
            self.read_field(line);
        }
        buffer.clear();
        self.line = buffer;
        if is_blank { self.end_event() } else { None }
    }

    /// Keeps data; what else there is, comments included, is left aside.
    fn read_field(&mut self, line: &[u8]) {
        let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let (name, value) = (&line[..colon], line.get(colon + 1..).unwrap_or_default());
        if name == b"data" {
            let value = value.strip_prefix(b" ").unwrap_or(value);
            match &mut self.data {
                None => self.data = Some(value.to_vec()),
                Some(data) => {
                    data.push(b'\n');
                    data.extend_from_slice(value);
                }
            }
        }
    }

    fn end_event(&mut self) -> Option<Bytes> {
        self.data.take().map(Bytes::from)
    }
}

#[cfg(test)]
mod tests;
