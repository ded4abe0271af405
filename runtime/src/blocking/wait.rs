//! Waiting until something is done, and blocking meanwhile.

use std::fmt;
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::Call;
use super::runtime::Runtime;
use crate::error::Error;
use crate::response::Reply;
use crate::wait::{Verdict, WaitError, WaitProgress};

/// A wait for the first [`Reply`] that says that it's over.
///
/// [`Call::until`] makes one, and [`wait`](Self::wait) does it. Its settings are those of
/// [`tencent_action::Until`](crate::Until).
#[must_use = "it does nothing until `.wait()`"]
pub struct Until<T, F, P = fn(WaitProgress<'_, T>)> {
    until: crate::Until<T, F, P>,
    runtime: Runtime,
}

impl<T> Call<Reply<T>> {
    /// Makes this call again and again, until its reply says that what it tells of is done: see
    /// [`tencent_action::Call::until`](crate::Call::until).
    ///
    /// # Example
    ///
    /// ```no_run
    /// # use std::time::Duration;
    /// # fn wait(client: &tencent_action::blocking::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let parameters = serde_json::json!({ "TaskId": "251000333-procedure-…" });
    /// let call = client.call_json("vod", "2018-07-17", "DescribeTaskDetail", &parameters);
    /// let detail = call.until(|detail| detail["Status"] == "FINISH").timeout(Duration::from_secs(1800)).wait()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn until<F, V>(self, judge: F) -> Until<T, F>
    where
        F: FnMut(&Reply<T>) -> V,
        V: Into<Verdict>,
    {
        let runtime = self.runtime().clone();
        Until { until: self.into_async().until(judge), runtime }
    }
}

impl<T, F, P> Until<T, F, P> {
    /// How long to wait from one answer to the next call. The default is 5 seconds.
    pub fn interval(self, interval: Duration) -> Self {
        self.with(|until| until.interval(interval))
    }

    /// Lets the interval grow by this factor with each call, up to the longest. By default it stays as it is; a factor below 1 is 1.
    pub fn growing(self, factor: f64, longest: Duration) -> Self {
        self.with(|until| until.growing(factor, longest))
    }

    /// By which part an interval may be shorter or longer than it is said to be, from 0 to 1. The default is 0.1.
    pub fn jitter(self, part: f64) -> Self {
        self.with(|until| until.jitter(part))
    }

    /// How long the wait may take, all in all. The default is 30 minutes.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|until| until.timeout(timeout))
    }

    /// Gives up when so many calls in a row have failed, although what they failed with may pass. By default
    /// the deadline alone ends that.
    pub fn max_failures(self, failures: u32) -> Self {
        self.with(|until| until.max_failures(failures))
    }

    /// Waits out errors of this kind too, in the first `time` of the wait.
    pub fn tolerate(self, time: Duration, errors: impl Fn(&Error) -> bool + Send + Sync + 'static) -> Self {
        self.with(|until| until.tolerate(time, errors))
    }

    /// Calls this with each [progress](WaitProgress): after each call that isn't the last.
    pub fn on_progress<P2: FnMut(WaitProgress<'_, T>)>(self, on_progress: P2) -> Until<T, F, P2> {
        self.with(|until| until.on_progress(on_progress))
    }

    fn with<P2>(self, change: impl FnOnce(crate::Until<T, F, P>) -> crate::Until<T, F, P2>) -> Until<T, F, P2> {
        Until { until: change(self.until), runtime: self.runtime }
    }
}

impl<T, F, V, P> Until<T, F, P>
where
    T: DeserializeOwned,
    F: FnMut(&Reply<T>) -> V,
    V: Into<Verdict>,
    P: FnMut(WaitProgress<'_, T>),
{
    /// Blocks until it's over. Both closures are called on this thread.
    ///
    /// # Errors
    ///
    /// Those of [`tencent_action::Call::until`](crate::Call::until).
    pub fn wait(self) -> Result<Reply<T>, WaitError<T>> {
        self.runtime.block_on(self.until).map_err(WaitError::not_begun)?
    }
}

impl<T, F, P> fmt::Debug for Until<T, F, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.until.fmt(f)
    }
}
