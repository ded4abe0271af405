//! The deadline of a call, and that between two pieces of a stream.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::clock::{Clock, Sleep, sleep};

/// The deadline came first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Elapsed;

/// Runs a future until it is done or the time is up. A future that is done in time wins over a deadline that is too.
///
/// It is pinned by the caller: an async function would hold it twice, as its argument and where it pins it.
pub(crate) async fn within<F>(clock: &dyn Clock, deadline: Duration, mut future: F) -> Result<F::Output, Elapsed>
where
    F: Future + Unpin,
{
    // Begun when it is needed: what is ready at once needs no timer.
    let mut sleep = None;
    poll_fn(|cx| match Pin::new(&mut future).poll(cx) {
        Poll::Ready(output) => Poll::Ready(Ok(output)),
        Poll::Pending => sleep.get_or_insert_with(|| clock.sleep(deadline)).as_mut().poll(cx).map(|()| Err(Elapsed)),
    })
    .await
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

/// How long nothing may come. The time runs while somebody waits, and begins anew with whatever comes.
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
