//! Random streams, against a model that has the whole text before it.

use super::*;
use crate::random::{Random, cases};

const PIECES: &[&str] = &[
    "data: ",
    "data:",
    "data",
    "event: error",
    "event:Error ",
    "event: x",
    "id: 7",
    ": c",
    ":",
    " ",
    "\t",
    "\n",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\r\n\r\n",
    "\u{feff}",
    "{",
    "{\"a\":1}",
    "[DONE]",
    "é",
    "😀",
    "\u{2028}",
    "\0",
    "x",
    "datas: ",
];

/// An event, by its data and its two flags.
type Seen = (Vec<u8>, bool, bool);

#[derive(Debug)]
struct Case {
    stream: Vec<u8>,
    cuts: Vec<usize>,
    limit: usize,
}

impl Case {
    fn of(random: &mut Random) -> Self {
        let text = random.text(PIECES, 24);
        let stream = random.damage(text.into_bytes(), PIECES);
        let mut cuts: Vec<_> = (0..random.below(6)).map(|_| random.below(stream.len() + 1)).collect();
        cuts.sort_unstable();
        let limit = if random.once_in(4) { random.below(40) } else { usize::MAX };
        Self { stream, cuts, limit }
    }

    fn pieces(&self) -> Vec<&[u8]> {
        let ends = self.cuts.iter().copied().chain([self.stream.len()]);
        let mut start = 0;
        ends.map(|end| &self.stream[std::mem::replace(&mut start, end)..end]).collect()
    }
}

/// The events of a stream in pieces, and whether it came to its end.
fn read<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, limit: usize) -> (Vec<Seen>, bool) {
    let seen = |event: Event| (event.data.to_vec(), event.is_error, event.is_whole);
    let (mut parser, mut events) = (Parser::new(limit), Vec::new());
    for piece in pieces {
        let mut input = Bytes::copy_from_slice(piece);
        loop {
            match parser.next(&mut input) {
                Ok(Some(event)) => events.push(seen(event)),
                Ok(None) => break,
                Err(TooLarge) => return (events, false),
            }
        }
        assert!(input.is_empty());
    }
    events.extend(parser.finish().map(seen));
    (events, true)
}

/// What the standard makes of a stream, and what we do besides: JSON is gathered, blank is what has no letters, and an error
/// needs no data.
fn model(stream: &[u8]) -> Vec<Seen> {
    let mut rest = stream.strip_prefix(BOM).unwrap_or(stream);
    let (mut events, mut data, mut is_error, mut has_begun) = (Vec::new(), Vec::new(), false, false);
    while !rest.is_empty() {
        if !has_begun && line(rest).0.trim_ascii_start().starts_with(b"{") {
            return vec![(rest.to_vec(), false, true)];
        }
        let (line, after) = line(rest);
        rest = after;
        if !line.trim_ascii().is_empty() {
            has_begun = true;
            match line
                .iter()
                .position(|byte| *byte == b':')
                .map_or((line, &b""[..]), |at| (&line[..at], &line[at + 1..]))
            {
                (b"data", value) => data.push(value.strip_prefix(b" ").unwrap_or(value)),
                (b"event", value) => is_error = value.trim_ascii().eq_ignore_ascii_case(b"error"),
                _ => {}
            }
        }
        if line.trim_ascii().is_empty() || rest.is_empty() {
            if !data.is_empty() || is_error {
                events.push((data.join(&b'\n'), is_error, false));
            }
            (data, is_error) = (Vec::new(), false);
        }
    }
    events
}

/// The first line, and what comes after it.
fn line(text: &[u8]) -> (&[u8], &[u8]) {
    let Some(end) = text.iter().position(|byte| matches!(byte, b'\r' | b'\n')) else { return (text, b"") };
    let after = if text[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 };
    (&text[..end], &text[after..])
}

#[test]
fn any_stream_is_read_the_same_however_it_is_cut() {
    cases(Case::of, |case| {
        let whole = read([&case.stream[..]], case.limit);
        assert_eq!(read(case.pieces(), case.limit), whole);
        assert_eq!(read(case.stream.chunks(1), case.limit), whole);
        if case.limit == usize::MAX {
            assert_eq!(whole, (model(&case.stream), true));
        }
    });
}
