//! What programs decide by.

use super::{Error, Kind};
use crate::credential::CredentialError;
use crate::response::{ApiError, ReadError};

impl Error {
    /// Whether the deadline of the call passed, an attempt took too long, or a stream stalled.
    ///
    /// If nothing was sent by the deadline, the line that the error shows says what the call was waiting for.
    pub fn is_timeout(&self) -> bool {
        matches!(self.inner.kind, Kind::Deadline(_) | Kind::Attempt { .. })
            || self.response().is_some_and(ReadError::is_timeout)
    }

    /// Whether no response came because the network failed.
    pub fn is_transport(&self) -> bool {
        matches!(self.inner.kind, Kind::Transport(_))
    }

    /// Whether there were no credentials to sign with, so that nothing was sent.
    ///
    /// If they are missing for another attempt only, the error is that of the attempt before, with a note.
    pub fn is_credential(&self) -> bool {
        matches!(self.inner.kind, Kind::Credential(_))
    }

    /// Why there were no credentials to sign with, if that is it.
    pub fn credential(&self) -> Option<&CredentialError> {
        match &self.inner.kind {
            Kind::Credential(error) => Some(error),
            _ => None,
        }
    }

    /// Whether this client held the request back, so that nothing was sent: the wait for its turn would have passed the
    /// deadline, or the [`RateLimiter`](crate::RateLimiter) failed.
    ///
    /// If it is another attempt that was held back, the error is that of the attempt before, with a note.
    ///
    /// If it is the gateway that found too many requests, [`is_throttled`](Self::is_throttled) says so.
    pub fn is_rate_limited(&self) -> bool {
        matches!(self.inner.kind, Kind::RateLimit { .. })
    }

    /// Whether a response came that isn't from the API, broke off, doesn't fit the declared response, or is a page that no
    /// way leads on from.
    pub fn is_bad_response(&self) -> bool {
        self.response().is_some_and(|error| error.api().is_none() && !error.is_timeout())
    }

    /// Whether to call again as it is: the fault may pass by itself, and the operation hasn't run or is idempotent.
    #[doc = include_str!("../guide/retried.md")]
    ///
    /// What may have run is retryable only if the action is declared `idempotent`, if its request carries a client token, or
    /// if the call [says so](crate::Call::idempotent). It is by this that a client [tries again](crate::RetryPolicy),
    /// except where its own [limiter](crate::RateLimiter) said no, or a stream had begun. The guide has [all of
    /// it](crate::guide::retries).
    pub fn is_retryable(&self) -> bool {
        self.inner.kind.may_pass() && (self.inner.idempotent || !self.may_have_run())
    }

    /// Whether the gateway found too many requests: see [`ApiError::is_throttled`].
    pub fn is_throttled(&self) -> bool {
        self.api().is_some_and(ApiError::is_throttled)
    }

    /// Whether the key, the token or the signature was refused: see [`ApiError::is_authentication`].
    pub fn is_authentication(&self) -> bool {
        self.api().is_some_and(ApiError::is_authentication)
    }

    /// Whether the account isn't allowed to do this: see [`ApiError::is_unauthorized`].
    pub fn is_unauthorized(&self) -> bool {
        self.api().is_some_and(ApiError::is_unauthorized)
    }

    /// Whether what the request names isn't there: see [`ApiError::is_not_found`].
    pub fn is_not_found(&self) -> bool {
        self.api().is_some_and(ApiError::is_not_found)
    }

    /// Whether a quota is used up: see [`ApiError::is_quota`].
    pub fn is_quota(&self) -> bool {
        self.api().is_some_and(ApiError::is_quota)
    }

    /// Whether this is the success of a dry run: see [`ApiError::is_dry_run_success`].
    pub fn is_dry_run_success(&self) -> bool {
        self.api().is_some_and(ApiError::is_dry_run_success)
    }
}
