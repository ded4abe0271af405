use std::ops::Range;

use super::*;

/// All events of a stream that comes in these pieces, to its end.
fn events<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<String> {
    let mut parser = Parser::new(usize::MAX);
    let mut events = Vec::new();
    for piece in pieces {
        let mut input = Bytes::copy_from_slice(piece);
        while let Some(event) = parser.next(&mut input).unwrap() {
            events.push(event);
        }
        assert!(input.is_empty());
    }
    events.extend(parser.finish());
    events.into_iter().map(|event| String::from_utf8(event.data.into()).unwrap()).collect()
}

fn whole(stream: &str) -> Vec<String> {
    events([stream.as_bytes()])
}

#[test]
fn an_event_is_its_data() {
    for (stream, expected) in [
        ("data: {\"a\":1}\n\n", &["{\"a\":1}"][..]),
        ("data:{}\n\n", &["{}"]),
        ("data:  two spaces\n\n", &[" two spaces"]),
        ("data:\ttab\n\n", &["\ttab"]),
        ("data: a: b\n\n", &["a: b"]),
        ("data: 1\n\ndata: 2\n\n", &["1", "2"]),
        // Several lines are one.
        ("data: a\ndata:b\ndata:\ndata: c\n\n", &["a\nb\n\nc"]),
        ("data\n\n", &[""]),
        ("data:\n\n", &[""]),
        // What isn't data.
        (": a comment\n\n:\n\ndata: 1\n: another\n\n", &["1"]),
        ("event: chunk\nid: 7\nretry: 10\nunknown: x\nno colon\ndata: 1\n\n", &["1"]),
        ("event: nothing\nid: 8\n\n\n\ndata: 1\n\n", &["1"]),
        ("dat: 1\ndatas: 2\nData: 3\n data: 4\n\n", &[]),
        ("", &[]),
        ("\n\r\n\r", &[]),
    ] {
        assert_eq!(whole(stream), expected, "{stream:?}");
    }
}

#[test]
fn lines_end_in_three_ways() {
    for end in ["\n", "\r", "\r\n"] {
        assert_eq!(whole(&format!("data: 1{end}data: 2{end}{end}data: 3{end}{end}")), ["1\n2", "3"], "{end:?}");
    }
    assert_eq!(whole("data: 1\r\n\rdata: 2\n\r\n"), ["1", "2"]);
    // Other separators of Unicode are text.
    assert_eq!(whole("data: a\u{2028}b\u{85}c\u{b}d\n\n"), ["a\u{2028}b\u{85}c\u{b}d"]);
}

#[test]
fn a_line_with_nothing_but_blanks_ends_an_event() {
    assert_eq!(whole("data: 1\n\t\ndata: 2\n \t \ndata: 3"), ["1", "2", "3"]);
}

#[test]
fn a_last_event_counts_without_its_end() {
    for stream in ["data: 1", "data: 1\n", "data: 1\r", "data: 1\n: c", "data: 1\r\n"] {
        assert_eq!(whole(stream), ["1"], "{stream:?}");
    }
    assert_eq!(whole("data: 1\ndata: 2"), ["1\n2"]);
    assert_eq!(whole("data: 1\n\nevent: x"), ["1"]);
    assert_eq!(whole("data: 1\n\nevent: error"), ["1", ""]);
}

#[test]
fn a_byte_order_mark_is_skipped_at_the_start_and_nowhere_else() {
    assert_eq!(whole("\u{feff}data: 1\n\n\u{feff}data: 2\n\n"), ["1"]);
    assert_eq!(whole("\u{feff}\ndata: 1\n\n"), ["1"]);
    assert_eq!(whole("\u{feff}data: 1"), ["1"]);
    assert_eq!(whole("\u{feff}"), [""; 0]);
    assert_eq!(whole("\u{feff}\u{feff}data: 1\n\n"), [""; 0]);
    for start in ["\n", "\r", " \r\n"] {
        assert_eq!(whole(&format!("{start}\u{feff}data: 1\n\n")), [""; 0], "{start:?}");
        assert_eq!(whole(&format!("{start}\u{feff}{{}}")), [""; 0], "{start:?}");
    }
}

/// Everything at once: BOM, CR, CRLF, text of two, three and four bytes, comments, fields, a tab, and an open end.
const NASTY: &str = "\u{feff}: héllo\r\n\r\ndata: {\"a\":\r\ndata:\"é中😀\"}\r\r\n\nid: 1\r:c\ndata:  x\n\t\r\nretry\rdata\n\n\rdata: z\r\ndata:é";

#[test]
fn it_doesnt_matter_where_a_stream_is_cut() {
    let bytes = NASTY.as_bytes();
    let expected = events([bytes]);
    assert_eq!(expected, ["{\"a\":\n\"é中😀\"}", " x", "", "z\né"]);
    let part = |range: Range<usize>| &bytes[range];
    for first in 0..=bytes.len() {
        for second in first..=bytes.len() {
            let pieces = [part(0..first), part(first..second), part(second..bytes.len())];
            assert_eq!(events(pieces), expected, "cut at {first} and {second}");
        }
    }
    assert_eq!(events(bytes.chunks(1)), expected);
}

/// A sixteen-megabyte line in small pieces: with anything but linear time, this test would not end.
#[test]
fn a_long_line_in_small_pieces_takes_linear_time() {
    let data = vec![b'x'; 16 << 20];
    let pieces = [&b"data: "[..]].into_iter().chain(data.chunks(7)).chain([&b"\n\n"[..]]);
    let events = events(pieces);
    assert_eq!((events.len(), events[0].len()), (1, data.len()));
}

#[test]
fn many_events_in_one_piece_take_linear_time() {
    let stream = b"data: 1\n\n".repeat(200_000);
    assert_eq!(events([&stream[..]]).len(), 200_000);
}

#[test]
fn the_limit_is_one_events_and_not_the_streams() {
    let mut parser = Parser::new(16);
    for _ in 0..100 {
        let mut input = Bytes::from_static(b": 0123456789\ndata: 0123456789\n\n");
        assert_eq!(parser.next(&mut input).unwrap().unwrap().data, "0123456789");
    }
    for stream in
        [&b"data: 0123456789a\n\n"[..], b"data: 01234\ndata: 567890\n\n", b": 0123456789abcdef", b"0123456789abcdefg"]
    {
        assert_eq!(Parser::new(16).next(&mut Bytes::from_static(stream)), Err(TooLarge), "{stream:?}");
    }
    let mut parser = Parser::new(0);
    assert_eq!(parser.next(&mut Bytes::from_static(b"\n\n")), Ok(None));
}

#[test]
fn an_event_can_be_named_error() {
    let mut parser = Parser::new(99);
    let mut input = Bytes::from_static(
        b"event: error\ndata: 1\n\ndata: 2\n\nevent:Error\n\ndata: 3\n\nevent: error\nevent: x\ndata: 4\n\nevent: errors\ndata: 5\n\n",
    );
    for (data, is_error) in [("1", true), ("2", false), ("", true), ("3", false), ("4", false), ("5", false)] {
        let event = parser.next(&mut input).unwrap().unwrap();
        assert_eq!((&event.data[..], event.is_error), (data.as_bytes(), is_error));
    }
}

#[test]
fn what_begins_as_json_is_no_stream() {
    for (body, expected) in [
        ("{\"a\":\r\n1}\n\n{}", "{\"a\":\r\n1}\n\n{}"),
        ("\n\t\r\n  {\n\ndata: 1\n\n", "  {\n\ndata: 1\n\n"),
        ("\u{feff}{}", "{}"),
        ("\u{feff}\n{}", "{}"),
        ("{", "{"),
    ] {
        for size in 1..=body.len() {
            let mut parser = Parser::new(99);
            for piece in body.as_bytes().chunks(size) {
                assert_eq!(parser.next(&mut Bytes::copy_from_slice(piece)), Ok(None));
            }
            let event = parser.finish().unwrap();
            assert!(event.is_whole && event.data == expected, "{body:?} by {size}: {event:?}");
            assert_eq!(parser.finish(), None);
        }
    }
    assert_eq!(whole(": a comment\n{}\n\ndata: 1\n\n"), ["1"]);
    assert_eq!(Parser::new(4).next(&mut Bytes::from_static(b"{\n\n\n}")), Err(TooLarge));
}
