//! Who waits, in the order of arrival.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::task::Waker;
use std::time::Duration;

/// A place in a queue. They are numbered as they are given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(u64);

/// One who waits.
pub(super) struct Waiter {
    pub(super) limit: NonZeroU32,
    /// When its turn comes, as far as is known.
    pub(super) due: Duration,
    pub(super) waker: Waker,
}

/// A queue that can be left from the middle.
#[derive(Default)]
pub(super) struct Queue {
    waiters: BTreeMap<Place, Waiter>,
    given: u64,
}

impl Queue {
    pub(super) fn len(&self) -> usize {
        self.waiters.len()
    }

    pub(super) fn first(&self) -> Option<Place> {
        self.waiters.first_key_value().map(|(place, _)| *place)
    }

    pub(super) fn first_mut(&mut self) -> Option<&mut Waiter> {
        self.waiters.values_mut().next()
    }

    /// How many are before this place, or before whoever comes now. If some have left, it may be fewer.
    pub(super) fn ahead(&self, place: Option<Place>) -> usize {
        let (Some(place), Some(first)) = (place, self.first()) else { return self.len() };
        let places = usize::try_from(place.0.saturating_sub(first.0)).unwrap_or(usize::MAX);
        places.min(self.len() - 1)
    }

    /// Exactly how many, which takes as long as they are many.
    pub(super) fn count_ahead(&self, place: Option<Place>) -> usize {
        place.map_or(self.len(), |place| self.waiters.range(..place).count())
    }

    pub(super) fn give(&mut self) -> Place {
        let place = Place(self.given);
        self.given += 1;
        place
    }

    /// Puts one at its place, or back at it.
    pub(super) fn stand(&mut self, place: Place, waiter: Waiter) {
        self.waiters.insert(place, waiter);
    }

    pub(super) fn leave(&mut self, place: Place) {
        self.waiters.remove(&place);
    }

    /// Takes out those at the front who should have gone before this time.
    pub(super) fn pass_over(&mut self, missed: Duration) {
        while let Some(first) = self.waiters.first_entry()
            && first.get().due <= missed
        {
            first.remove();
        }
    }
}
