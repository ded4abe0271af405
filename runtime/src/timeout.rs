//! The deadline of a call, and that between two pieces of a stream.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::clock::{Clock, Sleep, sleep};

/// The deadline came first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Elapsed;

/// Runs a future until it is done or the time is up. A future that is done in time wins over a deadline that is too.
pub(crate) fn within<F: Future + Unpin>(clock: &dyn Clock, deadline: Duration, future: F) -> Within<'_, F> {
    Within { clock, deadline, future, sleep: None }
}

/// Not an async function, which would be twice as large: each call holds two.
pub(crate) struct Within<'a, F> {
    clock: &'a dyn Clock,
    deadline: Duration,
    future: F,
    /// Begun when it is needed: what is ready at once needs no timer.
    sleep: Option<Pin<Box<dyn Future<Output = ()> + Send + 'a>>>,
}

impl<F: Future + Unpin> Future for Within<'_, F> {
    type Output = Result<F::Output, Elapsed>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        if let Poll::Ready(output) = Pin::new(&mut this.future).poll(cx) {
            return Poll::Ready(Ok(output));
        }
        let sleep = this.sleep.get_or_insert_with(|| this.clock.sleep(this.deadline));
        sleep.as_mut().poll(cx).map(|()| Err(Elapsed))
    }
}

/// When a call's time is up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline {
    pub(crate) after: Duration,
    ends: Duration,
}

impl Deadline {
    pub(crate) fn start(clock: &dyn Clock, after: Duration) -> Self {
        Self { after, ends: clock.monotonic().saturating_add(after) }
    }

    pub(crate) fn left(&self, clock: &dyn Clock) -> Duration {
        self.ends.saturating_sub(clock.monotonic())
    }
}

/// How long nothing may come. The time runs from when somebody begins to wait, also when nobody waits any more, until
/// something comes.
pub(crate) struct Idle {
    clock: Arc<dyn Clock>,
    after: Duration,
    sleep: Option<Sleep>,
}

impl Idle {
    pub(crate) fn new(clock: Arc<dyn Clock>, after: Duration) -> Self {
        Self { clock, after, sleep: None }
    }

    /// Something came.
    pub(crate) fn reset(&mut self) {
        self.sleep = None;
    }

    /// Waits on; ready with the time that has passed when that is too long.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Duration> {
        let sleep = self.sleep.get_or_insert_with(|| sleep(&self.clock, self.after));
        sleep.as_mut().poll(cx).map(|()| self.after)
    }
}
