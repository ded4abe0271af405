//! Why a limiter lets no request go.

use std::error::Error as StdError;
use std::fmt;

/// Why a [`RateLimiter`](super::RateLimiter) lets a request not go.
#[derive(Debug)]
pub struct RateLimitError {
    /// What is broken; `None` if the wait is too long.
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl RateLimitError {
    /// The request's turn would come after the call's deadline.
    pub fn too_late() -> Self {
        Self { source: None }
    }

    /// The limiter is broken, with this message or for this cause.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { source: Some(source.into()) }
    }

    /// Whether it is the wait that is too long, and not the limiter that is broken.
    pub fn is_too_late(&self) -> bool {
        self.source.is_none()
    }
}

impl fmt::Display for RateLimitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            None => f.write_str("the wait would pass the deadline"),
            Some(source) => write!(f, "the rate limiter failed: {source}"),
        }
    }
}

impl StdError for RateLimitError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| &**source as &(dyn StdError + 'static))
    }
}
