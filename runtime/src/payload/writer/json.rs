//! Pieces of JSON text.

use crate::plain::plain;

/// A comma, unless what comes is the first. Nothing but an opening ends with a brace or a bracket that opens.
pub(super) fn comma(out: &mut Vec<u8>) {
    if !matches!(out.last(), Some(b'{' | b'[')) {
        out.push(b',');
    }
}

/// A member's name, and what is around it.
pub(super) fn name(out: &mut Vec<u8>, name: &str) {
    comma(out);
    string(out, name);
    out.push(b':');
}

/// How long a text is that is rather a document than a word.
const LARGE: usize = 4096;

/// A string in its quotes. What needs no escape, which is nearly always all, is copied at once.
pub(super) fn string(out: &mut Vec<u8>, text: &str) {
    // And for a comma or a colon; behind a large one for the rest of the request, which would double the buffer for its sake.
    out.reserve(text.len() + if text.len() < LARGE { 4 } else { LARGE });
    out.push(b'"');
    let mut rest = text.as_bytes();
    loop {
        let (before, after) = rest.split_at(plain(rest));
        out.extend_from_slice(before);
        let Some((byte, after)) = after.split_first() else { break };
        escape(out, *byte);
        rest = after;
    }
    out.push(b'"');
}

fn escape(out: &mut Vec<u8>, byte: u8) {
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x0c => b'f',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        _ => {
            out.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn strings_are_those_of_serde_json() {
        let every: String = (0..0x180).filter_map(char::from_u32).collect();
        let mut texts = vec![String::new(), "未命名 é 😀".to_owned(), every];
        // Each byte that is escaped, and some that aren't, at each place of a word and of what is left.
        for letter in "\"\\\u{0}\u{8}\u{c}\n\r\t\u{1f} !\u{7f}é".chars() {
            texts.extend((0..20).map(|at| format!("{}{letter}{}", "a".repeat(at), "b".repeat(19 - at))));
            texts.extend((0..20).map(|at| format!("{}{letter}\"\n", "!".repeat(at))));
            texts.extend((0..20).map(|at| format!("{}{letter}", "\u{7f}".repeat(at))));
            texts.extend((0..8).map(|at| format!("{letter}{}", "#".repeat(at))));
        }
        for text in texts {
            let mut out = Vec::new();
            string(&mut out, &text);
            assert_eq!(String::from_utf8_lossy(&out), serde_json::to_string(&text).unwrap());
        }
    }
}
