//! Bytes as lower-case hex, which is how hashes and signatures travel.

use std::fmt;

use super::pieces;

/// The two digits of each byte: a look-up a byte, not one a digit.
const PAIRS: [[u8; 2]; 256] = {
    let digits = b"0123456789abcdef";
    let mut pairs = [[0; 2]; 256];
    let mut byte = 0;
    while byte < pairs.len() {
        pairs[byte] = [digits[byte / 16], digits[byte % 16]];
        byte += 1;
    }
    pairs
};

/// 32 bytes, written out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Hex([u8; 64]);

impl Hex {
    pub(super) fn of(bytes: &[u8; 32]) -> Self {
        let mut text = [0; 64];
        for (digits, byte) in text.chunks_exact_mut(2).zip(bytes) {
            digits.copy_from_slice(&PAIRS[usize::from(*byte)]);
        }
        Self(text)
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces::display(&[&self.0], f)
    }
}

impl fmt::Debug for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_bytes_are_written_as_std_writes_them() {
        for first in (0..=255_u8).step_by(32) {
            let bytes = std::array::from_fn(|index| first + u8::try_from(index).unwrap());
            let expected: Vec<_> = bytes.iter().map(|byte: &u8| format!("{byte:02x}")).collect();
            assert_eq!(Hex::of(&bytes).to_string(), expected.concat());
        }
    }
}
