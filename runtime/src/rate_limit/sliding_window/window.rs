//! Who went in the last second, and when the next may go.

use std::collections::VecDeque;
use std::num::NonZeroU32;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

/// When the requests of the last second went, in their order. There are never more than the limit.
pub(super) struct Window {
    /// How long a second is: a little longer, if there is a margin.
    second: Duration,
    went: VecDeque<Duration>,
    held_until: Duration,
}

impl Window {
    pub(super) fn new(margin: Duration) -> Self {
        Self { second: SECOND.saturating_add(margin), went: VecDeque::new(), held_until: Duration::ZERO }
    }

    /// Forgets those that are a second old.
    pub(super) fn forget(&mut self, now: Duration) {
        while self.went.front().is_some_and(|went| went.saturating_add(self.second) <= now) {
            self.went.pop_front();
        }
    }

    /// When the next may go that has this many others before it, if they all go as soon as they may.
    ///
    /// In a row of those that went and those that will, each is a second behind the one that is `limit` places ahead of it.
    pub(super) fn opens(&self, now: Duration, limit: NonZeroU32, ahead: usize) -> Duration {
        let limit = usize::try_from(limit.get()).unwrap_or(usize::MAX);
        let soonest = now.max(self.held_until);
        let model = (self.went.len() + ahead % limit).checked_sub(limit).and_then(|place| self.went.get(place));
        let first = model.map_or(soonest, |went| soonest.max(went.saturating_add(self.second)));
        let rounds = u32::try_from(ahead / limit).unwrap_or(u32::MAX);
        first.saturating_add(self.second.saturating_mul(rounds))
    }

    pub(super) fn goes(&mut self, now: Duration) {
        self.went.push_back(now);
    }

    /// Closes for a second.
    pub(super) fn hold(&mut self, now: Duration) {
        self.held_until = now.saturating_add(self.second);
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.went.len()
    }

    /// Whether there is nothing in it that a new one wouldn't know.
    pub(super) fn is_idle(&self, now: Duration) -> bool {
        self.held_until <= now && self.went.back().is_none_or(|went| went.saturating_add(self.second) <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn each_is_a_second_behind_the_one_that_is_a_limit_ahead() {
        let limit = NonZeroU32::new(3).unwrap();
        let mut window = Window::new(Duration::ZERO);
        for ahead in 0..9 {
            assert_eq!(window.opens(ms(0), limit, ahead), Duration::from_secs(ahead as u64 / 3));
        }
        window.goes(ms(0));
        window.goes(ms(400));
        let opens = |window: &Window, now| (0..7).map(|ahead| window.opens(now, limit, ahead)).collect::<Vec<_>>();
        assert_eq!(opens(&window, ms(500)), [500, 1000, 1400, 1500, 2000, 2400, 2500].map(ms));

        window.forget(ms(1000));
        assert_eq!(opens(&window, ms(1000)), [1000, 1000, 1400, 2000, 2000, 2400, 3000].map(ms));

        window.hold(ms(1200));
        assert_eq!(opens(&window, ms(1200)), [2200, 2200, 2200, 3200, 3200, 3200, 4200].map(ms));
        assert!(!window.is_idle(ms(2199)) && window.is_idle(ms(2200)));
    }

    #[test]
    fn no_number_is_too_large() {
        let mut window = Window::new(Duration::ZERO);
        window.goes(Duration::MAX);
        window.hold(Duration::MAX);
        for limit in [NonZeroU32::MIN, NonZeroU32::MAX] {
            assert_eq!(window.opens(Duration::MAX, limit, usize::MAX), Duration::MAX);
        }
    }
}
