//! Time that never goes back.

use std::time::Duration;

/// The time since the limiter was made, as far as it is known to have passed.
///
/// A clock that is set back (only one without a monotonic time of its own is) costs what it was set back by no more than
/// once: what counts is how far it moves on from there. And a sleep that is over has passed, whatever the clock says.
pub(super) struct Time {
    reading: Duration,
    now: Duration,
}

impl Time {
    pub(super) fn starting(reading: Duration) -> Self {
        Self { reading, now: Duration::ZERO }
    }

    /// The time, by this reading of the clock.
    pub(super) fn read(&mut self, reading: Duration) -> Duration {
        self.now = self.now.saturating_add(reading.saturating_sub(self.reading));
        self.reading = reading;
        self.now
    }

    /// A sleep until then is over.
    pub(super) fn reach(&mut self, then: Duration) {
        self.now = self.now.max(then);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_moves_on_from_wherever_the_clock_is_set() {
        let second = Duration::from_secs;
        let mut time = Time::starting(second(1000));
        assert_eq!(time.read(second(1003)), second(3));
        assert_eq!(time.read(second(500)), second(3));
        assert_eq!(time.read(second(501)), second(4));
        time.reach(second(6));
        time.reach(second(5));
        assert_eq!(time.read(second(502)), second(7));
        assert_eq!(time.read(Duration::MAX), Duration::MAX.saturating_sub(second(495)));
        assert_eq!(time.read(Duration::ZERO), time.read(Duration::ZERO));
        assert_eq!(time.read(Duration::MAX), Duration::MAX);
    }
}
