//! The gate of one key: a window, and a queue before it.

use std::num::NonZeroU32;
use std::task::Waker;
use std::time::Duration;

use super::queue::{Place, Queue, Waiter};
use super::window::Window;

/// How long one may take to come when its turn has come, before somebody looks what keeps it.
const GRACE: Duration = Duration::from_millis(100);

/// All of it is told the time, and nothing of it waits.
pub(super) struct Gate {
    window: Window,
    queue: Queue,
}

/// One who wants through.
pub(super) struct Visitor {
    pub(super) limit: NonZeroU32,
    /// When there is no point in going any more.
    pub(super) latest: Duration,
    /// Where it stands, once it does.
    pub(super) place: Option<Place>,
}

/// What a visitor is told.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Go,
    /// Come again then, or when you are woken.
    Wait(Duration),
    TooLate,
}

impl Gate {
    pub(super) fn new(margin: Duration) -> Self {
        Self { window: Window::new(margin), queue: Queue::default() }
    }

    /// Answers a visitor. Who is given back is to be woken: its turn is next.
    ///
    /// Only the first in the queue comes by itself when the gate opens. The others are woken one by the other, as each
    /// becomes the first. If one is a future that nobody polls, and nobody dropped, that chain breaks. So the others come by
    /// themselves too, a while after their turn, and pass over whoever didn't. When that one comes after all, it is the
    /// first again.
    pub(super) fn visit(&mut self, now: Duration, visitor: &mut Visitor, waker: &Waker) -> (Answer, Option<Waker>) {
        self.window.forget(now);
        let first = self.queue.first();
        if let Some(missed) = now.checked_sub(2 * GRACE) {
            self.queue.pass_over(missed);
        }
        let answer = self.answer(now, visitor, waker);
        (answer, self.call_next(first, visitor.place, now))
    }

    fn answer(&mut self, now: Duration, visitor: &mut Visitor, waker: &Waker) -> Answer {
        let ahead = self.queue.ahead(visitor.place);
        let due = self.window.opens(now, visitor.limit, ahead);
        // One that stood in the queue and comes past its time would go for nothing.
        let is_late = visitor.place.is_some() && now >= visitor.latest;
        if ahead == 0 && due <= now && !is_late {
            self.window.goes(now);
            self.remove(visitor);
            return Answer::Go;
        }
        if is_late || (due >= visitor.latest && self.opens(now, visitor) >= visitor.latest) {
            self.remove(visitor);
            return Answer::TooLate;
        }
        let place = *visitor.place.get_or_insert_with(|| self.queue.give());
        self.queue.stand(place, Waiter { limit: visitor.limit, due, waker: waker.clone() });
        Answer::Wait(if ahead == 0 { due } else { due.saturating_add(GRACE) })
    }

    /// When it is a visitor's turn. Nobody is refused for those who have left.
    fn opens(&mut self, now: Duration, visitor: &Visitor) -> Duration {
        let ahead = self.queue.count_ahead(visitor.place);
        self.window.opens(now, visitor.limit, ahead)
    }

    /// Lets a visitor go that gave up. Who is given back is to be woken.
    pub(super) fn leave(&mut self, now: Duration, visitor: &mut Visitor) -> Option<Waker> {
        let first = self.queue.first();
        self.remove(visitor);
        self.call_next(first, None, now)
    }

    /// Closes for a second. Nobody needs to know: whoever comes too early is told to wait.
    pub(super) fn hold(&mut self, now: Duration) {
        self.window.hold(now);
    }

    pub(super) fn is_idle(&self, now: Duration) -> bool {
        self.queue.len() == 0 && self.window.is_idle(now)
    }

    fn remove(&mut self, visitor: &mut Visitor) {
        if let Some(place) = visitor.place.take() {
            self.queue.leave(place);
        }
    }

    /// The first in the queue, if it isn't the one that was, nor the one who asks.
    fn call_next(&mut self, before: Option<Place>, asks: Option<Place>, now: Duration) -> Option<Waker> {
        let first = self.queue.first();
        if first == before || first == asks {
            return None;
        }
        let first = self.queue.first_mut()?;
        first.due = first.due.min(self.window.opens(now, first.limit, 0));
        Some(first.waker.clone())
    }

    /// How much it remembers.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.window.len() + self.queue.len()
    }
}
