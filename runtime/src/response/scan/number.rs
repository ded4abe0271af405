//! Numbers.

use super::Scan;

/// What a number is, as far as its digits tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::response) enum Digits {
    /// A whole number of 0 or more.
    Unsigned(u64),
    /// A whole number below 0.
    Negative(i64),
    /// Any other: with a fraction, with an exponent, minus zero, or larger than 64 bits.
    Other,
}

impl Scan<'_> {
    /// Passes over a number.
    #[inline(always)]
    pub(in crate::response) fn number(&mut self) -> Option<Digits> {
        let is_negative = self.byte()? == b'-';
        self.at += usize::from(is_negative);
        let whole = self.whole()?;
        if matches!(self.byte(), Some(b'.' | b'e' | b'E')) {
            *self = self.behind_fraction()?;
            return Some(Digits::Other);
        }
        Some(match whole {
            Digits::Unsigned(number) if is_negative => negative(number),
            whole => whole,
        })
    }

    /// Passes over the digits of a whole number. None but 0 begins with 0.
    #[inline(always)]
    fn whole(&mut self) -> Option<Digits> {
        /// So many digits are always in 64 bits.
        const SHORT: usize = 19;
        let begin = self.at;
        let mut number = u64::from(self.digit()?);
        if number == 0 {
            return self.digit().is_none().then_some(Digits::Unsigned(0));
        }
        while let Some(digit) = self.digit() {
            number = number.wrapping_mul(10).wrapping_add(digit.into());
        }
        Some(if self.at - begin > SHORT { self.long(begin) } else { Digits::Unsigned(number) })
    }

    /// The number whose digits begin there.
    #[inline(never)]
    fn long(self, begin: usize) -> Digits {
        let digits = self.json.get(begin..self.at).and_then(|digits| std::str::from_utf8(digits).ok());
        digits.and_then(|digits| digits.parse().ok()).map_or(Digits::Other, Digits::Unsigned)
    }

    #[inline(always)]
    fn digit(&mut self) -> Option<u8> {
        let digit = self.byte()?.wrapping_sub(b'0');
        let is_digit = digit < 10;
        self.at += usize::from(is_digit);
        is_digit.then_some(digit)
    }

    /// Passes over a number, whatever it is.
    #[inline(always)]
    pub(super) fn digits_of_number(&mut self) -> Option<()> {
        self.at += usize::from(self.byte()? == b'-');
        let is_zero = self.digit()? == 0;
        let is_long = self.digit().is_some();
        if is_zero && is_long {
            return None;
        }
        while self.digit().is_some() {}
        if matches!(self.byte(), Some(b'.' | b'e' | b'E')) {
            *self = self.behind_fraction()?;
        }
        Some(())
    }

    /// Passes over what comes after a whole number.
    #[inline(never)]
    fn behind_fraction(mut self) -> Option<Self> {
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Some(self)
    }

    /// Passes over one digit or more.
    #[inline(always)]
    fn digits(&mut self) -> Option<()> {
        self.digit()?;
        while self.digit().is_some() {}
        Some(())
    }
}

#[inline(always)]
fn negative(number: u64) -> Digits {
    match 0_i64.checked_sub_unsigned(number) {
        Some(number @ ..0) => Digits::Negative(number),
        _ => Digits::Other,
    }
}
