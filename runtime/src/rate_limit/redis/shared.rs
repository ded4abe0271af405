//! What the visits of one process have in common.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::link::Link;
use crate::clock::Clock;

/// Gives out tickets, and has the way to Redis.
pub(super) struct Shared {
    pub(super) link: Arc<Link>,
    /// How far apart two requests are that are a limit apart: a second and the margin.
    pub(super) spacing: Duration,
    /// Drawn, to tell the tickets of one process from those of another.
    name: u64,
    given: AtomicU64,
}

impl Shared {
    pub(super) fn new(link: Link, spacing: Duration, clock: &Arc<dyn Clock>) -> Self {
        Self { link: Arc::new(link), spacing, name: clock.random(), given: AtomicU64::new(0) }
    }

    pub(super) fn number(&self) -> String {
        format!("{:016x}-{:x}", self.name, self.given.fetch_add(1, Ordering::Relaxed))
    }
}
