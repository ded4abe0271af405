//! Passing over JSON: as serde_json does when it ignores a value, and accepting what it accepts.
//!
//! It works on bytes, of which nobody has asked yet whether they are text. `None` is what no JSON begins with.

#![expect(
    clippy::inline_always,
    reason = "passing over a body takes half as long again where `at` isn't in a register"
)]

mod number;
mod string;

pub(super) use self::number::Digits;

/// How far JSON has been passed over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'t> {
    json: &'t [u8],
    /// Where the next byte is.
    at: usize,
}

impl<'t> Scan<'t> {
    pub(super) fn new(json: &'t [u8]) -> Self {
        Self { json, at: 0 }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes on from there.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// The next byte, whatever it is.
    #[inline(always)]
    pub(super) fn byte(&self) -> Option<u8> {
        self.json.get(self.at).copied()
    }

    /// The next byte that is no white space; it isn't passed over.
    #[inline(always)]
    pub(super) fn peek(&mut self) -> Option<u8> {
        let byte = self.byte()?;
        if byte > b' ' {
            return Some(byte);
        }
        *self = self.behind_space();
        self.byte()
    }

    /// Mostly there is none. What is rare works on a copy: a scan that nobody points to stays in registers.
    #[inline(never)]
    fn behind_space(mut self) -> Self {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\t' | b'\r')) {
            self.at += 1;
        }
        self
    }

    /// Passes over the next byte that is no white space, if it is this one.
    #[inline(always)]
    pub(super) fn eat(&mut self, byte: u8) -> Option<()> {
        // Mostly it is there, so white space isn't looked for before that.
        if self.byte()? != byte {
            *self = self.behind_space();
            if self.byte()? != byte {
                return None;
            }
        }
        self.at += 1;
        Some(())
    }

    /// Passes over these bytes: `true`, `null`.
    #[inline(always)]
    pub(super) fn word(&mut self, word: &[u8]) -> Option<()> {
        let is_next = self.json.get(self.at..)?.starts_with(word);
        self.at += word.len() * usize::from(is_next);
        is_next.then_some(())
    }

    /// Passes over a value, and over what is in it; tells how many lists and objects are in each other there.
    pub(super) fn value(&mut self) -> Option<usize> {
        let (behind, deepest) = self.behind_value()?;
        *self = behind;
        Some(deepest)
    }

    fn behind_value(mut self) -> Option<(Self, usize)> {
        /// In place of a bracket: nothing is open.
        const NOTHING: u8 = 0;
        // What is open, and around that.
        let (mut open, mut around) = (NOTHING, Around::default());
        let mut deepest = 0;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    self.string()?;
                }
                first @ (b'[' | b'{') => {
                    around.push(open);
                    deepest = deepest.max(around.len);
                    open = first;
                    self.at += 1;
                    if self.next(open, true)? {
                        continue;
                    }
                }
                first => self.scalar(first)?,
            }
            loop {
                if open == NOTHING {
                    return Some((self, deepest));
                }
                if self.next(open, false)? {
                    break;
                }
                self.at += 1;
                open = around.pop().unwrap_or(NOTHING);
            }
        }
    }

    /// Passes over what leads to the next element of a list, or value of an object, and tells whether there is one.
    #[inline(always)]
    fn next(&mut self, open: u8, is_first: bool) -> Option<bool> {
        let has_next = self.has_next(open, is_first)?;
        if has_next && open == b'{' {
            self.eat(b'"')?;
            self.string()?;
            self.eat(b':')?;
        }
        Some(has_next)
    }

    /// Passes over what leads to the next element of a list, or name of an object, and tells whether there is one.
    #[inline(always)]
    pub(super) fn has_next(&mut self, open: u8, is_first: bool) -> Option<bool> {
        if !is_first && self.byte()? == b',' {
            self.at += 1;
            return Some(true);
        }
        let byte = self.peek()?;
        // The brackets of ASCII are two apart.
        if byte == open + 2 {
            return Some(false);
        }
        if is_first {
            return Some(true);
        }
        self.at += 1;
        (byte == b',').then_some(true)
    }

    /// Passes over a number or a word, which begins with this byte.
    #[inline(always)]
    fn scalar(&mut self, first: u8) -> Option<()> {
        match first {
            b'-' | b'0'..=b'9' => self.digits_of_number(),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            _ => None,
        }
    }
}

/// What is open around a place. There is no limit to it, but what isn't deep needs no allocation.
#[derive(Default)]
struct Around {
    near: [u8; 16],
    far: Vec<u8>,
    len: usize,
}

impl Around {
    #[inline(always)]
    fn push(&mut self, open: u8) {
        match self.near.get_mut(self.len) {
            Some(place) => *place = open,
            None => self.far.push(open),
        }
        self.len += 1;
    }

    #[inline(always)]
    fn pop(&mut self) -> Option<u8> {
        self.len = self.len.checked_sub(1)?;
        self.near.get(self.len).copied().or_else(|| self.far.pop())
    }
}

#[cfg(test)]
mod tests;
