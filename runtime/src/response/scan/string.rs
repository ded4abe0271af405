//! Strings, eight bytes at once.

use super::Scan;

impl Scan<'_> {
    /// Passes over the rest of a string, whose opening quote is behind; tells whether it has escapes in it.
    #[inline(always)]
    pub(in crate::response) fn string(&mut self) -> Option<bool> {
        self.plain();
        if self.byte()? == b'"' {
            self.at += 1;
            return Some(false);
        }
        *self = self.behind_escapes()?;
        Some(true)
    }

    /// Passes over the rest of a string that has escapes.
    #[inline(never)]
    fn behind_escapes(mut self) -> Option<Self> {
        loop {
            let byte = self.byte()?;
            self.at += 1;
            match byte {
                b'"' => return Some(self),
                b'\\' => self.escape()?,
                // A control character.
                _ => return None,
            }
            self.plain();
        }
    }

    /// Passes over what comes after a backslash.
    fn escape(&mut self) -> Option<()> {
        let byte = self.byte()?;
        self.at += 1;
        match byte {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(()),
            b'u' => {
                let digits = self.json.get(self.at..)?.first_chunk::<4>()?;
                self.at += digits.len();
                digits.iter().all(u8::is_ascii_hexdigit).then_some(())
            }
            _ => None,
        }
    }

    /// Passes over everything up to a quote, a backslash or a control character.
    #[inline(always)]
    fn plain(&mut self) {
        while let Some(chunk) = self.json.get(self.at..).and_then(<[u8]>::first_chunk) {
            let ends = ends(u64::from_le_bytes(*chunk));
            if ends != 0 {
                self.at += ends.trailing_zeros() as usize / 8;
                return;
            }
            self.at += chunk.len();
        }
        *self = self.behind_plain();
    }

    /// As above, where less than a chunk is left.
    #[inline(never)]
    fn behind_plain(mut self) -> Self {
        while self.byte().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)) {
            self.at += 1;
        }
        self
    }
}

/// A byte of 1 in each byte.
const ONES: u64 = u64::MAX / 255;

/// The highest bit of the first byte that ends plain text, and of some behind it.
///
/// As in Mycroft's `strlen`: a byte is below another if a subtraction borrows from its highest bit, which wasn't set.
#[inline(always)]
fn ends(bytes: u64) -> u64 {
    let quotes = (bytes ^ (ONES * u64::from(b'"'))).wrapping_sub(ONES);
    let backslashes = (bytes ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    let controls = bytes.wrapping_sub(ONES * 0x20);
    (quotes | backslashes | controls) & !bytes & (ONES << 7)
}
