//! Plain text in JSON, eight bytes at once: where it ends.

/// How many bytes come before the first that JSON has escaped in a string: a quote, a backslash, a control character.
///
/// Eight at a time; at the end, those that are left and some of those before, which are plain.
pub(crate) fn plain(bytes: &[u8]) -> usize {
    for (index, chunk) in bytes.as_chunks().0.iter().enumerate() {
        let plain = of_eight(*chunk);
        if plain < 8 {
            return index * 8 + plain;
        }
    }
    if let Some(chunk) = bytes.last_chunk() {
        return bytes.len() - 8 + of_eight(*chunk);
    }
    if let (Some([a, b, c, d]), Some([e, f, g, h])) = (bytes.first_chunk(), bytes.last_chunk()) {
        return match of_eight([*a, *b, *c, *d, *e, *f, *g, *h]) {
            place @ ..4 => place,
            place => bytes.len() + place - 8,
        };
    }
    bytes.iter().take_while(|byte| **byte >= b' ' && **byte != b'"' && **byte != b'\\').count()
}

/// The same of sixteen bytes, which most strings that are read fit into.
#[inline]
pub(crate) fn of_sixteen(bytes: [u8; 16]) -> usize {
    let [first, second] = halves(bytes);
    match marks(first) {
        0 => 8 + place(marks(second)),
        marks => place(marks),
    }
}

#[inline]
fn halves(bytes: [u8; 16]) -> [u64; 2] {
    let (words, _) = bytes.as_chunks();
    [u64::from_le_bytes(words[0]), u64::from_le_bytes(words[1])]
}

#[inline]
fn of_eight(bytes: [u8; 8]) -> usize {
    place(marks(u64::from_le_bytes(bytes)))
}

/// The highest bit of each byte that is escaped, and perhaps of some above the lowest of them.
///
/// As in Mycroft's `strlen`: a byte is below another if a subtraction borrows from its highest bit, which wasn't set. Above the
/// lowest mark a borrow may have set others, so only that one counts.
#[inline]
fn marks(word: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let equal = |byte: u8| (word ^ (ONES * u64::from(byte))).wrapping_sub(ONES);
    let controls = word.wrapping_sub(ONES * u64::from(b' '));
    (equal(b'"') | equal(b'\\') | controls) & !word & (ONES << 7)
}

/// In which byte the lowest mark is; 8, if there is none.
#[inline]
fn place(marks: u64) -> usize {
    marks.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::{of_eight, of_sixteen};

    #[test]
    fn plain_text_ends_at_what_is_escaped() {
        for byte in 0..=u8::MAX {
            let is_escaped = matches!(byte, b'"' | b'\\' | 0..b' ');
            for place in 0..16 {
                for other in [b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xff] {
                    let mut bytes = [other; 16];
                    bytes[place] = byte;
                    let end = |all| if is_escaped { place.min(all) } else { all };
                    assert_eq!(of_sixteen(bytes), end(16), "{bytes:?}");
                    assert_eq!(of_eight(*bytes.first_chunk().unwrap()), end(8), "{bytes:?}");
                }
            }
        }
    }
}
