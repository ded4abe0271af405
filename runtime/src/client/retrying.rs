//! A call that failed is tried again, if that may help and does no harm.

use std::time::Duration;

use super::run::Run;
use crate::error::Error;
use crate::failover::Health;
use crate::stream::Answer;

/// Why nothing is tried again.
pub(super) const SPENT: &str = "the budget for trying again is spent";

impl Run<'_> {
    /// Tries a call until it succeeds, or until another attempt isn't to be made.
    ///
    /// A stream is tried until it begins: what has been read of it can't be read again.
    pub(super) async fn retrying<F>(&self, next: impl Fn() -> F) -> Result<Answer, Error>
    where
        F: Future<Output = Result<Answer, Error>>,
    {
        let mut before = None;
        for failures in 1.. {
            let error = match next().await {
                Ok(answer) => {
                    self.inner().budget.refund(self.progress.attempts());
                    return Ok(answer);
                }
                Err(error) => error.about(self.call),
            };
            self.progress.fail(&error);
            self.progress.fail_round(failures);
            // Its turn has been waited for, or is past the deadline: a limiter is not to be asked again at once.
            if !error.is_retryable() || error.is_rate_limited() {
                return Err(error.after_failure(before));
            }
            if let Err(reason) = self.pause(failures, &error).await {
                return Err(gave_up(error, reason));
            }
            before = Some(error);
        }
        Err(Error::config("a call was tried more often than can be counted"))
    }

    /// Waits before another attempt, and pays for it; or says why there is none.
    async fn pause(&self, failures: u32, error: &Error) -> Result<(), &'static str> {
        let wait = self.wait(failures, error)?;
        tracing::info!(error.type = error.class(), error = %error.outline(), ?wait, "trying again");
        if !wait.is_zero() {
            self.inner().clock.sleep(wait).await;
            self.progress.wait(wait);
        }
        if self.time_left().is_zero() {
            return Err("the wait has passed the deadline");
        }
        if self.inner().budget.pay() { Ok(()) } else { Err(SPENT) }
    }

    /// The wait before another attempt; or why there is none.
    ///
    /// A host that this call hasn't been to needs no rest from it.
    fn wait(&self, failures: u32, error: &Error) -> Result<Duration, &'static str> {
        let inner = self.inner();
        let wait = inner.retry.wait(failures, inner.clock.random()).ok_or("all attempts are made")?;
        let is_elsewhere = error.health() == Health::Fails && self.has_fresh_host().unwrap_or(false);
        let wait = if is_elsewhere { Duration::ZERO } else { wait };
        if wait >= self.time_left() {
            return Err("the wait would pass the deadline");
        }
        if inner.budget.has_enough() { Ok(wait) } else { Err(SPENT) }
    }
}

/// Tells why what could be tried again isn't.
pub(super) fn gave_up(error: Error, reason: &str) -> Error {
    tracing::info!(error.type = error.class(), error = %error.outline(), reason, "gave up");
    error
}
