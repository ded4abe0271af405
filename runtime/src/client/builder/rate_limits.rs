//! What a client is told of rate limits.

use std::sync::Arc;

use super::ClientBuilder;
use crate::clock::Clock;
use crate::error::Error;
use crate::rate_limit::{RateLimiter, RateLimits, SlidingWindow};

impl ClientBuilder {
    /// Allows so many requests a second of one action, whatever its declaration says: for an account whose limit was
    /// raised, or for an action that nobody declared.
    ///
    /// An action whose declaration says no limit has none otherwise. A limit of 0 is an error of [`build`](Self::build).
    ///
    /// # Example
    ///
    /// ```
    /// # use std::time::SystemTime;
    /// # use async_trait::async_trait;
    /// # use tencent_action::fake::FakeCloud;
    /// # use tencent_action::{Client, Clock, Empty, tencent_action};
    /// # // However slow the machine is, all this takes no time.
    /// # #[derive(Debug)]
    /// # struct Stopped(SystemTime);
    /// # #[async_trait]
    /// # impl Clock for Stopped {
    /// #     fn now(&self) -> SystemTime {
    /// #         self.0
    /// #     }
    /// #     async fn sleep(&self, _: Duration) {
    /// #         std::future::pending::<()>().await;
    /// #     }
    /// # }
    /// use std::time::Duration;
    ///
    /// #[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20)]
    /// struct ManageTask {
    ///     task_id: String,
    ///     operation_type: String,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tencent_action::Error> {
    /// # let cloud = FakeCloud::in_process();
    /// # cloud.on(|_: ManageTask| Ok(Empty));
    /// # let builder = cloud.client().clock(Stopped(SystemTime::now()));
    /// let client = builder.rate_limit("vod", "ManageTask", 50).timeout(Duration::from_millis(900)).build()?;
    /// let task = ManageTask { task_id: "t".into(), operation_type: "Abort".into() };
    /// for _ in 0..50 {
    ///     task.send(&client).await?;
    /// }
    /// let error = task.send(&client).await.unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "vod ManageTask: 50 requests a second are allowed, and the wait would pass the deadline of 900ms"
    /// );
    /// assert!(error.is_rate_limited() && error.is_retryable());
    /// # Ok(())
    /// # }
    /// ```
    pub fn rate_limit(mut self, service: impl Into<String>, action: impl Into<String>, per_second: u32) -> Self {
        self.rate_limits.limits.push((service.into(), action.into(), per_second));
        self
    }

    /// Keeps rate limits by this limiter, and not by a [`SlidingWindow`] of the client's own: one that several clients
    /// share, or one that counts elsewhere.
    pub fn rate_limiter(mut self, limiter: impl RateLimiter) -> Self {
        self.rate_limits.limiter = Limiter::Given(Arc::new(limiter));
        self
    }

    /// Lets requests go whenever they want to, whatever the actions declare and [`rate_limit`](Self::rate_limit) says. The
    /// vendor throttles those that are too many.
    pub fn without_rate_limits(mut self) -> Self {
        self.rate_limits.limiter = Limiter::Nobody;
        self
    }
}

/// What was said.
#[derive(Default)]
pub(super) struct Said {
    limiter: Limiter,
    limits: Vec<(String, String, u32)>,
}

/// Who keeps the limits.
#[derive(Default)]
enum Limiter {
    #[default]
    Own,
    Given(Arc<dyn RateLimiter>),
    Nobody,
}

impl Said {
    pub(super) fn build(self, clock: &Arc<dyn Clock>) -> Result<RateLimits, Error> {
        match self.limiter {
            Limiter::Own => RateLimits::new(SlidingWindow::on(Arc::clone(clock)), self.limits),
            Limiter::Given(limiter) => RateLimits::new(limiter, self.limits),
            Limiter::Nobody => Ok(RateLimits::none()),
        }
    }
}
