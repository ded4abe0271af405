//! Chance that repeats itself.

use sha2::{Digest, Sha256};

/// What trips up who encodes, quotes or guesses.
const TEXTS: [&str; 12] = [
    "",
    " ",
    "a b&c=d+e",
    "*'()/+=~%",
    "未命名",
    "🦀 é\u{301}",
    "%41%2f",
    "\"quoted\\\" \n\r\t",
    "true",
    "1e21",
    "null",
    "-_.~!@#$^,;:<>?[]{}|`",
];

/// Splitmix64: a sequence of numbers for a name.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(name: &str) -> Self {
        let seed = Sha256::digest(name);
        Self(seed.iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte)))
    }

    pub(super) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }

    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    pub(super) fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    pub(super) fn one_of<T: Clone>(&mut self, choice: &[T]) -> T {
        let index = self.below(choice.len() as u64);
        choice[usize::try_from(index).unwrap()].clone()
    }

    pub(super) fn text(&mut self) -> String {
        if self.one_in(2) {
            return self.one_of(&TEXTS).to_owned();
        }
        let letters = ['a', 'Z', '0', ' ', '&', '=', '+', '%', 'ß', '名'];
        (0..self.below(12)).map(|_| self.one_of(&letters)).collect()
    }

    /// Up to 300 bytes of any value; sometimes none.
    pub(super) fn bytes(&mut self) -> Vec<u8> {
        let len = if self.one_in(8) { 0 } else { self.below(300) };
        (0..len).map(|_| self.roll().to_le_bytes()[0]).collect()
    }
}
