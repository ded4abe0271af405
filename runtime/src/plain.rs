//! Plain text in JSON, eight bytes at once: where it ends.

/// How many of these bytes come before the first that JSON has escaped in a string: a quote, a backslash, a control character.
///
/// As in Mycroft's `strlen`: a byte is below another if a subtraction borrows from its highest bit, which wasn't set. Above the
/// lowest mark a borrow may have set others, so only that one counts.
#[inline(always)]
pub(crate) fn plain(bytes: [u8; 8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let word = u64::from_le_bytes(bytes);
    let equal = |byte: u8| (word ^ (ONES * u64::from(byte))).wrapping_sub(ONES);
    let controls = word.wrapping_sub(ONES * u64::from(b' '));
    let marks = (equal(b'"') | equal(b'\\') | controls) & !word & (ONES << 7);
    marks.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn plain_text_ends_at_what_is_escaped() {
        for byte in 0..=u8::MAX {
            let is_escaped = matches!(byte, b'"' | b'\\' | 0..b' ');
            for place in 0..8 {
                for other in [b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xff] {
                    let mut bytes = [other; 8];
                    bytes[place] = byte;
                    assert_eq!(plain(bytes), if is_escaped { place } else { 8 }, "{bytes:?}");
                }
            }
        }
    }
}
