//! A call that failed is tried again, if that may help and does no harm.

use super::Client;
use super::progress::Progress;
use crate::call::PreparedCall;
use crate::error::Error;
use crate::stream::Answer;
use crate::timeout::Deadline;

impl Client {
    /// Tries a call until it succeeds, or until another attempt isn't to be made.
    ///
    /// A stream is tried until it begins: what has been read of it can't be read again.
    pub(super) async fn retrying(
        &self,
        call: &PreparedCall,
        deadline: Deadline,
        progress: &Progress,
    ) -> Result<Answer, Error> {
        let inner = &*self.inner;
        for failures in 1.. {
            let error = match self.renewing(call, deadline, progress).await {
                Ok(answer) => {
                    inner.budget.refund(failures);
                    return Ok(answer);
                }
                Err(error) => error.about(call),
            };
            progress.fail(&error);
            // Its turn has been waited for, or is past the deadline: a limiter is not to be asked again at once.
            let helps = error.is_retryable() && !error.is_rate_limited();
            let wait = inner.retry.wait(failures, inner.clock.random()).filter(|_| helps);
            let in_time = wait.filter(|wait| *wait < deadline.left(&*inner.clock));
            let paid = in_time.and_then(|wait| Some((wait, inner.budget.set_aside()?)));
            let Some((wait, payment)) = paid else { return Err(error) };
            tracing::debug!(target = %call.target, %error, ?wait, "trying again");
            inner.clock.sleep(wait).await;
            progress.wait(wait);
            payment.spend();
        }
        Err(Error::config("a call was tried more often than can be counted"))
    }
}
