//! The calls of a wait and the pauses between them: all that doesn't depend on what is replied.

use std::future::pending;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use super::interval::Interval;
use crate::call::{Ended, PreparedCall, Target, UnderWay};
use crate::client::Client;
use crate::clock::{Clock, Sleep, sleep};
use crate::timeout::{Deadline, Elapsed};

/// One round is a call and the pause after it.
pub(super) struct Rounds {
    client: Client,
    /// Serialized once; each time it goes, it is signed anew.
    call: Arc<PreparedCall>,
    /// Since the first poll.
    span: Option<Span>,
    step: Step,
    calls: u32,
}

/// The time that a wait has.
struct Span {
    begun: Duration,
    deadline: Deadline,
    /// Goes off at the deadline.
    alarm: Sleep,
}

enum Step {
    Call(UnderWay),
    Pause(Sleep),
}

impl Rounds {
    pub(super) fn new(client: Client, call: PreparedCall) -> Self {
        let step = Step::Pause(Box::pin(async {}));
        Self { client, call: Arc::new(call), span: None, step, calls: 0 }
    }

    /// Ready when a call has ended, or the deadline has passed. A call that ends in time wins over a deadline that is too.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>, timeout: Duration) -> Poll<Result<Ended, Elapsed>> {
        let clock = self.client.clock();
        let span = self.span.get_or_insert_with(|| Span::start(clock, timeout));
        loop {
            let step = match &mut self.step {
                Step::Call(call) => call.poll(cx).map(Some),
                Step::Pause(pause) => pause.as_mut().poll(cx).map(|()| None),
            };
            match step {
                Poll::Ready(Some(ended)) => return Poll::Ready(Ok(ended)),
                // Polled late, it would call for nothing: the deadline comes next.
                Poll::Ready(None) if self.calls > 0 && span.deadline.left(&**clock).is_zero() => {
                    return Poll::Ready(Err(Elapsed));
                }
                Poll::Ready(None) => {
                    self.calls = self.calls.saturating_add(1);
                    self.step = Step::Call(UnderWay::begin(self.client.clone(), Ok(Arc::clone(&self.call))));
                }
                Poll::Pending => return span.alarm.as_mut().poll(cx).map(|()| Err(Elapsed)),
            }
        }
    }

    /// Begins the pause before the next call, and says how long it is; `None` if there is no time for another call, so
    /// that only the deadline is to come.
    pub(super) fn pause(&mut self, interval: &mut Interval) -> Option<Duration> {
        let clock = self.client.clock();
        let deadline = &self.span.as_ref()?.deadline;
        let next = interval.next(self.client.random(), deadline.left(&**clock), deadline.after);
        self.step = Step::Pause(next.map_or_else(|| Box::pin(pending::<()>()) as Sleep, |next| sleep(clock, next)));
        next
    }

    pub(super) fn elapsed(&self) -> Duration {
        let begun = self.span.as_ref().map(|span| span.begun);
        begun.map_or(Duration::ZERO, |begun| self.client.clock().monotonic().saturating_sub(begun))
    }

    /// How long it may take, once it is polled.
    pub(super) fn timeout(&self) -> Duration {
        self.span.as_ref().map_or(Duration::ZERO, |span| span.deadline.after)
    }

    pub(super) fn calls(&self) -> u32 {
        self.calls
    }

    pub(super) fn target(&self) -> &Target {
        &self.call.target
    }
}

impl Span {
    fn start(clock: &Arc<dyn Clock>, timeout: Duration) -> Self {
        let deadline = Deadline::start(&**clock, timeout);
        Self { begun: clock.monotonic(), deadline, alarm: sleep(clock, timeout) }
    }
}
