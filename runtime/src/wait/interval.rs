//! How long it is from one call to the next.

use std::time::Duration;

/// Nothing is polled faster than that, so that a wait of no time doesn't keep a thread to itself.
const SHORTEST: Duration = Duration::from_millis(1);

/// How long the last call has to be answered in.
const LAST: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub(super) struct Interval {
    pub(super) first: Duration,
    pub(super) longest: Duration,
    pub(super) factor: f64,
    pub(super) jitter: f64,
    /// The one before, without its jitter.
    before: Option<Duration>,
}

impl Default for Interval {
    fn default() -> Self {
        let first = Duration::from_secs(5);
        Self { first, longest: Duration::ZERO, factor: 1.0, jitter: 0.1, before: None }
    }
}

impl Interval {
    /// The next one, drawn with this random number, if there is so much time left of the whole; `None` if there isn't
    /// enough for another call.
    pub(super) fn next(&mut self, random: u64, left: Duration, whole: Duration) -> Option<Duration> {
        let drawn = self.draw(random).max(SHORTEST);
        // In half of a short wait, or there would be no second call.
        let reserve = self.first.clamp(SHORTEST, LAST).min(whole / 2);
        let longest = left.checked_sub(reserve).filter(|longest| !longest.is_zero())?;
        Some(drawn.min(longest))
    }

    fn draw(&mut self, random: u64) -> Duration {
        let interval = match self.before {
            None => self.first,
            // `max` takes the number, if the other is none.
            Some(before) => scale(before, self.factor.max(1.0)).min(self.longest.max(self.first)),
        };
        self.before = Some(interval);
        let jitter = if self.jitter.is_nan() { 0.0 } else { self.jitter.clamp(0.0, 1.0) };
        // A random number from 0 to 1; all that an `f64` can tell apart.
        let part = f64::from(u32::try_from(random >> 32).unwrap_or(u32::MAX)) / f64::from(u32::MAX);
        scale(interval, 1.0 - jitter + 2.0 * jitter * part)
    }
}

/// By a factor that is neither negative nor no number.
fn scale(duration: Duration, factor: f64) -> Duration {
    Duration::try_from_secs_f64(duration.as_secs_f64() * factor).unwrap_or(Duration::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::MAX;
    const MIDDLE: u64 = 1 << 63;

    fn seconds(seconds: f64) -> Duration {
        Duration::from_secs_f64(seconds)
    }

    /// In milliseconds.
    fn next(interval: &mut Interval, random: u64) -> u128 {
        (interval.next(random, LONG, LONG).unwrap() + Duration::from_micros(500)).as_millis()
    }

    #[test]
    fn it_is_drawn_around_what_it_is_said_to_be() {
        let mut interval = Interval::default();
        assert_eq!([0, MIDDLE, u64::MAX].map(|random| next(&mut interval, random)), [4500, 5000, 5500]);
        interval.jitter = 1.0;
        assert_eq!([0, MIDDLE, u64::MAX].map(|random| next(&mut interval, random)), [1, 5000, 10_000]);
        interval.jitter = 0.0;
        assert_eq!([0, u64::MAX].map(|random| next(&mut interval, random)), [5000, 5000]);
    }

    #[test]
    fn it_grows_up_to_the_longest() {
        let mut interval = Interval { factor: 2.0, longest: seconds(30.0), jitter: 0.0, ..Interval::default() };
        assert_eq!([(); 5].map(|()| next(&mut interval, MIDDLE)), [5000, 10_000, 20_000, 30_000, 30_000]);
        let mut shrinking = Interval { factor: 0.5, longest: seconds(1.0), jitter: 0.0, ..Interval::default() };
        assert_eq!([(); 3].map(|()| next(&mut shrinking, MIDDLE)), [5000, 5000, 5000]);
    }

    #[test]
    fn the_last_call_has_time_to_be_answered() {
        let mut interval = Interval { jitter: 0.0, ..Interval::default() };
        let left = |interval: &mut Interval, left| interval.next(MIDDLE, seconds(left), LONG);
        assert_eq!(left(&mut interval, 7.0), Some(seconds(5.0)));
        assert_eq!(left(&mut interval, 5.5), Some(seconds(4.5)));
        assert_eq!(left(&mut interval, 1.25), Some(seconds(0.25)));
        assert_eq!(left(&mut interval, 1.0), None);
        assert_eq!(left(&mut interval, 0.0), None);
        let mut short = Interval { first: seconds(0.25), jitter: 0.0, ..Interval::default() };
        assert_eq!(left(&mut short, 0.5), Some(seconds(0.25)));
        assert_eq!(left(&mut short, 0.25), None);
    }

    #[test]
    fn a_short_wait_has_a_call_in_its_middle() {
        for whole in [0.5, 1.0, 1.5].map(seconds) {
            let mut interval = Interval { jitter: 0.0, ..Interval::default() };
            assert_eq!(interval.next(MIDDLE, whole, whole), Some(whole / 2));
            assert_eq!(interval.next(MIDDLE, whole / 2, whole), None);
        }
        assert_eq!(Interval::default().next(MIDDLE, Duration::ZERO, Duration::ZERO), None);
    }

    #[test]
    fn no_number_is_too_strange() {
        for strange in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, f64::MAX, f64::MIN_POSITIVE] {
            for first in [Duration::ZERO, Duration::MAX, seconds(5.0)] {
                let mut interval = Interval { first, longest: first, factor: strange, jitter: strange, before: None };
                for random in [0, MIDDLE, u64::MAX, 1] {
                    let drawn = interval.next(random, LONG, LONG).unwrap();
                    assert!(drawn >= SHORTEST && drawn <= LONG, "{strange} {first:?} {random}: {drawn:?}");
                }
            }
        }
    }
}
