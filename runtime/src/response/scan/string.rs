//! Strings, sixteen bytes at once.

use super::Scan;
use crate::plain::{of_sixteen, plain};

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
            let plain = of_sixteen(*chunk);
            self.at += plain;
            if plain < chunk.len() {
                return;
            }
        }
        *self = self.behind_plain();
    }

    /// As above, where less than a chunk is left.
    #[inline(never)]
    fn behind_plain(mut self) -> Self {
        self.at += plain(self.json.get(self.at..).unwrap_or_default());
        self
    }
}
