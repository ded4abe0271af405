//! Client-side rate limits: when the next attempt may go.
//!
//! The policy stands before signing: an attempt first learns its credential, since the vendor counts by account, then
//! waits for its turn, and only then is it signed, so that no signature gets old in a queue.

mod error;
mod key;
mod limits;
#[cfg(feature = "redis")]
mod redis;
mod sliding_window;

pub use self::error::RateLimitError;
pub use self::key::RateKey;
pub(crate) use self::limits::{RateLimits, Turn};
#[cfg(feature = "redis")]
pub use self::redis::{RedisRateLimiter, RedisRateLimiterBuilder};
pub use self::sliding_window::SlidingWindow;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

/// Decides when a request may go.
///
/// The default is [`SlidingWindow`], which counts what this process sends. Machines that share an account, and so its limits,
/// count on something that all of them reach: with the feature `redis`, `RedisRateLimiter` does. Another is given to a client
/// in the same way, by [`ClientBuilder::rate_limiter`](crate::ClientBuilder::rate_limiter).
///
/// A limiter is asked before each attempt at a call whose action has a limit: one that its declaration says
/// (`rate_limit = 20`), or that the client does
/// ([`ClientBuilder::rate_limit`](crate::ClientBuilder::rate_limit)). For the others there is nothing to ask.
///
/// # Example
///
/// One that lets nothing wait, and leaves the counting to a [`SlidingWindow`]:
///
/// ```
/// use std::num::NonZeroU32;
/// use std::time::Duration;
///
/// use async_trait::async_trait;
/// use tencent_action::fake::FakeCloud;
/// use tencent_action::{Empty, RateKey, RateLimitError, RateLimiter, SlidingWindow, tencent_action};
///
/// struct Impatient(SlidingWindow);
///
/// #[async_trait]
/// impl RateLimiter for Impatient {
///     async fn acquire(&self, key: &RateKey, limit: NonZeroU32, _: Duration) -> Result<(), RateLimitError> {
///         self.0.acquire(key, limit, Duration::ZERO).await
///     }
///
///     fn throttled(&self, key: &RateKey) {
///         self.0.throttled(key);
///     }
/// }
///
/// #[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 1)]
/// struct ManageTask {
///     task_id: String,
///     operation_type: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), tencent_action::Error> {
/// let cloud = FakeCloud::in_process();
/// cloud.on(|_: ManageTask| Ok(Empty));
/// let client = cloud.client().rate_limiter(Impatient(SlidingWindow::default())).build()?;
/// let task = ManageTask { task_id: "t".into(), operation_type: "Abort".into() };
///
/// task.send(&client).await?;
/// let error = task.send(&client).await.unwrap_err();
/// assert!(error.is_rate_limited() && !error.may_have_run());
/// # Ok(())
/// # }
/// ```
#[async_trait]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no rate limiter",
    note = "`SlidingWindow` is one, and so is an `Arc` of one"
)]
pub trait RateLimiter: Send + Sync + 'static {
    /// Waits until one more request of this key may go, of which `limit` are allowed a second.
    ///
    /// `patience` is what is left until the call's deadline. A limiter that knows that the wait is longer fails at once.
    /// One that doesn't may wait on: the deadline ends the call, and drops this future.
    ///
    /// A future that is dropped before it is ready gives its place back. Once it is ready, the request counts as sent.
    ///
    /// # Errors
    ///
    /// - The wait would be longer than `patience`: [`RateLimitError::too_late`].
    /// - The limiter itself is broken: [`RateLimitError::new`].
    ///
    /// Either fails the call, and nothing is sent.
    async fn acquire(&self, key: &RateKey, limit: NonZeroU32, patience: Duration) -> Result<(), RateLimitError>;

    /// Learns that a request of this key was answered with "too many requests"
    /// ([`ApiError::is_throttled`](crate::ApiError::is_throttled)): others use the account too.
    ///
    /// It mustn't block: what takes time is for a task of its own. Nothing happens by default.
    fn throttled(&self, key: &RateKey) {
        let _ = key;
    }
}

/// One limiter for several clients.
#[async_trait]
impl<L: RateLimiter + ?Sized> RateLimiter for Arc<L> {
    async fn acquire(&self, key: &RateKey, limit: NonZeroU32, patience: Duration) -> Result<(), RateLimitError> {
        (**self).acquire(key, limit, patience).await
    }

    fn throttled(&self, key: &RateKey) {
        (**self).throttled(key);
    }
}
