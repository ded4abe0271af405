//! A call on its way through the policies.

use std::pin::pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::progress::Progress;
use super::{Client, Inner};
use crate::call::PreparedCall;
use crate::endpoint::Endpoint;
use crate::error::{Error, Late};
use crate::stream::Answer;
use crate::timeout::{self, Deadline};

/// What the policies of one call share.
pub(super) struct Run<'a> {
    pub(super) client: &'a Client,
    pub(super) call: &'a PreparedCall,
    pub(super) deadline: Deadline,
    pub(super) progress: Progress,
    /// Where attempts failed by the host, each time one did.
    failed_hosts: Mutex<Vec<Endpoint>>,
}

impl Client {
    /// Runs a prepared call through the policies, the outermost first. Each may do what is within it more than once.
    ///
    /// Around them is a [span](super::CallSpan), which also sees what becomes of the answer. Within an attempt, there is the
    /// wait for its [turn](Run::turn), and then the [exchange](Run::exchange), which has a timeout of its own.
    pub(crate) async fn run(&self, call: &PreparedCall) -> Result<Answer, Error> {
        let run = &Run::of(self, call);
        let outcome = run.in_time(|| run.retrying(|| run.renewing(|| run.on_time(|| run.attempt())))).await;
        let tries = run.progress.tries();
        outcome.map(|answer| answer.after(tries)).map_err(|error| error.about(call).after(tries))
    }
}

impl<'a> Run<'a> {
    fn of(client: &'a Client, call: &'a PreparedCall) -> Self {
        let inner = &*client.inner;
        let deadline = Deadline::start(&*inner.clock, call.options.timeout.unwrap_or(inner.timeouts.deadline));
        Self { client, call, deadline, progress: Progress::default(), failed_hosts: Mutex::default() }
    }

    pub(super) fn inner(&self) -> &'a Inner {
        &self.client.inner
    }

    pub(super) fn failed_hosts(&self) -> MutexGuard<'_, Vec<Endpoint>> {
        self.failed_hosts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn time_left(&self) -> Duration {
        self.deadline.left(&*self.inner().clock)
    }

    /// Ends the call at its deadline.
    async fn in_time<F>(&self, next: impl FnOnce() -> F) -> Result<Answer, Error>
    where
        F: Future<Output = Result<Answer, Error>>,
    {
        let mut next = pin!(next());
        let outcome = timeout::within(&*self.inner().clock, self.deadline.after, next.as_mut()).await;
        outcome.unwrap_or_else(|timeout::Elapsed| {
            // Before what is under way is dropped, so that it knows by what.
            self.progress.strike();
            Err(self.late())
        })
    }

    /// The error of a call whose time is up.
    pub(super) fn late(&self) -> Error {
        self.inner().counters.timeout();
        let (after, stage) = (self.deadline.after, self.progress.stage());
        Error::deadline(Late { after, stage, is_retry: self.progress.attempts() > 0 })
    }
}
