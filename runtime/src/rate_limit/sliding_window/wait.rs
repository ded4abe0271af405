//! The wait before a gate, as a future.

use std::num::NonZeroU32;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use super::SlidingWindow;
use super::gate::{Answer, Visitor};
use crate::rate_limit::{RateKey, RateLimitError};

/// Ready when one more request may go. It stands in the queue from its first poll on, until it is ready or dropped.
pub(super) struct Wait<'a> {
    limiter: &'a SlidingWindow,
    key: &'a RateKey,
    limit: NonZeroU32,
    patience: Duration,
    visitor: Option<Visitor>,
    sleep: Option<Alarm<'a>>,
}

/// A sleep, and until when.
struct Alarm<'a> {
    until: Duration,
    sleep: Pin<Box<dyn Future<Output = ()> + Send + 'a>>,
}

impl<'a> Wait<'a> {
    pub(super) fn new(limiter: &'a SlidingWindow, key: &'a RateKey, limit: NonZeroU32, patience: Duration) -> Self {
        Self { limiter, key, limit, patience, visitor: None, sleep: None }
    }

    /// Asks at the gate, and tells what time it is there.
    fn ask(&mut self, waker: &Waker) -> (Answer, Duration) {
        let (mut state, now) = self.limiter.now();
        let latest = now.saturating_add(self.patience);
        let visitor = self.visitor.get_or_insert(Visitor { limit: self.limit, latest, place: None });
        let (answer, next) = state.gate(self.key, now).visit(now, visitor, waker);
        drop(state);
        next.into_iter().for_each(Waker::wake);
        (answer, now)
    }

    /// Sleeps at least until then. A sleep that is over earlier does no harm.
    fn sleep(&mut self, now: Duration, until: Duration) -> &mut Alarm<'a> {
        let limiter = self.limiter;
        let alarm = self.sleep.take().filter(|alarm| alarm.until <= until);
        self.sleep.insert(alarm.unwrap_or_else(|| {
            let sleep = limiter.clock.sleep(until.saturating_sub(now));
            Alarm { until, sleep }
        }))
    }
}

impl Future for Wait<'_> {
    type Output = Result<(), RateLimitError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            let until = match self.ask(cx.waker()) {
                (Answer::Go, _) => return Poll::Ready(Ok(())),
                (Answer::TooLate, _) => return Poll::Ready(Err(RateLimitError::too_late())),
                (Answer::Wait(until), now) => {
                    let alarm = self.sleep(now, until);
                    std::task::ready!(alarm.sleep.as_mut().poll(cx));
                    alarm.until
                }
            };
            self.sleep = None;
            self.limiter.now().0.time.reach(until);
        }
    }
}

impl Drop for Wait<'_> {
    fn drop(&mut self) {
        let Some(visitor) = self.visitor.as_mut().filter(|visitor| visitor.place.is_some()) else { return };
        let (mut state, now) = self.limiter.now();
        let next = state.gate(self.key, now).leave(now, visitor);
        drop(state);
        next.into_iter().for_each(Waker::wake);
    }
}
