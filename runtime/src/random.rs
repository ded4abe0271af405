//! Random input for tests: valid text, damaged here and there, so that it reaches deep.
//!
//! Each case has a number, which is all that its input is made of. `TENCENT_ACTION_CASES` says how many are tried, and
//! `TENCENT_ACTION_SEED` tries the one that failed. The macro crate has a link to this file.

use std::fmt::Debug;
use std::ops::Range;

/// How many cases are tried of each, unless the environment says otherwise: few enough for a debug build.
const CASES: u64 = 1000;

/// Tries cases: makes the input of each, and checks it by assertions. The one that fails is told.
pub(crate) fn cases<T: Debug>(make: impl Fn(&mut Random) -> T, check: impl Fn(&T)) {
    tried(seeds(1), make, check);
}

/// A tenth of them, where each takes long.
pub(crate) fn dear_cases<T: Debug>(make: impl Fn(&mut Random) -> T, check: impl Fn(&T)) {
    tried(seeds(10), make, check);
}

fn tried<T: Debug>(seeds: Range<u64>, make: impl Fn(&mut Random) -> T, check: impl Fn(&T)) {
    for seed in seeds {
        let input = make(&mut Random::new(seed));
        let told = Told { seed, input: &input };
        check(&input);
        drop(told);
    }
}

fn seeds(one_in: u64) -> Range<u64> {
    match variable("TENCENT_ACTION_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..variable("TENCENT_ACTION_CASES").unwrap_or(CASES).div_ceil(one_in),
    }
}

#[expect(clippy::disallowed_methods, reason = "a switch for who runs the test, not for what is tested")]
fn variable(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().expect("the number of cases and the seed are whole numbers"))
}

/// Prints a case if its check panics.
struct Told<'a, T: Debug> {
    seed: u64,
    input: &'a T,
}

impl<T: Debug> Drop for Told<'_, T> {
    #[expect(clippy::print_stderr, reason = "it belongs to what a failed test says")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("TENCENT_ACTION_SEED={} repeats this case, of {:?}", self.seed, self.input);
        }
    }
}

/// A generator that always gives the same numbers (`SplitMix64`).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0xD134_2543_DE82_EF95))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number below this one, which isn't 0.
    pub(crate) fn number_below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// The same, for places and lengths.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let number = self.number_below(u64::try_from(limit).expect("a length has 64 bits"));
        usize::try_from(number).expect("it is below a length")
    }

    /// Whether a thing happens that does once in so many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }

    /// Fewer of these than `limit`, one after the other.
    pub(crate) fn text(&mut self, pieces: &[&str], limit: usize) -> String {
        (0..self.below(limit)).map(|_| self.pick(pieces)).collect()
    }

    /// Damages half of all inputs, in up to four places, with these pieces among others.
    pub(crate) fn damage(&mut self, mut bytes: Vec<u8>, pieces: &[&str]) -> Vec<u8> {
        if self.once_in(2) {
            for _ in 0..=self.below(4) {
                self.damage_once(&mut bytes, pieces);
            }
        }
        bytes
    }

    /// The same for text, which stays one.
    pub(crate) fn damage_text(&mut self, text: String, pieces: &[&str]) -> String {
        let bytes = self.damage(text.into_bytes(), pieces);
        String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    fn damage_once(&mut self, bytes: &mut Vec<u8>, pieces: &[&str]) {
        let slice = self.slice(bytes.len());
        match self.below(6) {
            0 => drop(bytes.drain(slice)),
            1 => bytes.truncate(slice.start),
            2 => bytes.splice(slice.start..slice.start, self.pick(pieces).bytes()).for_each(drop),
            3 => bytes.splice(slice, self.pick(pieces).bytes()).for_each(drop),
            4 => {
                let (copy, place) = (bytes[slice].to_vec(), self.below(bytes.len() + 1));
                bytes.splice(place..place, copy).for_each(drop);
            }
            _ => {
                let byte = self.next().to_le_bytes()[0];
                if let Some(place) = bytes.get_mut(slice.start) {
                    *place = byte;
                }
            }
        }
    }

    /// A short part of so many bytes, anywhere.
    fn slice(&mut self, len: usize) -> Range<usize> {
        let start = self.below(len + 1);
        start..len.min(start + self.below(1 + len.min(24)))
    }
}

/// So deep that a reader without a limit would run out of stack.
pub(crate) const DEEP: usize = 10_000;

/// An opening, a middle and an end, so many times one in the other.
pub(crate) fn nested(levels: usize, opening: &str, middle: &str, end: &str) -> String {
    [&opening.repeat(levels), middle, &end.repeat(levels)].concat()
}
