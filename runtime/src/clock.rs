//! The seam for time: the only file that reads the system's clocks or sleeps.

use std::fmt;
use std::time::{Duration, SystemTime};

use async_trait::async_trait;

/// Where a client takes the time from, and how it waits.
///
/// The default is the system's clock and tokio's timer. A test gives the client a clock of its own, and nothing in it
/// sleeps for real.
#[async_trait]
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The time now, which dates signatures.
    fn now(&self) -> SystemTime;

    /// Waits.
    async fn sleep(&self, duration: Duration);
}

/// The system's clock and tokio's timer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

#[async_trait]
#[expect(clippy::disallowed_methods, reason = "the one place where the system's time comes in")]
impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}
