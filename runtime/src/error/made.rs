//! How an error comes about, and what is added to it on its way out.

use std::error::Error as StdError;
use std::num::NonZeroU32;
use std::time::Duration;

use super::{Error, Inner, Kind, Late};
use crate::call::{PreparedCall, Target};
use crate::credential::{Credential, CredentialError};
use crate::payload::PayloadError;
use crate::rate_limit::RateLimitError;
use crate::response::ReadError;
use crate::retry::Tries;
use crate::transport::TransportError;

impl Error {
    pub(crate) fn config(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(None, Kind::Config(error.into()))
    }

    pub(crate) fn payload(error: PayloadError) -> Self {
        Self::new(None, Kind::Payload(error))
    }

    pub(crate) fn credential_fault(error: CredentialError) -> Self {
        Self::new(None, Kind::Credential(error))
    }

    pub(crate) fn rate_limit(error: RateLimitError, limit: NonZeroU32, deadline: Duration) -> Self {
        Self::new(None, Kind::RateLimit { error, limit, deadline })
    }

    pub(crate) fn transport(error: TransportError) -> Self {
        Self::new(None, Kind::Transport(error))
    }

    pub(crate) fn deadline(late: Late) -> Self {
        Self::new(None, Kind::Deadline(late))
    }

    pub(crate) fn attempt_timeout(after: Duration) -> Self {
        Self::new(None, Kind::Attempt { after })
    }

    pub(crate) fn fault(error: ReadError) -> Self {
        let tries = error.reply.tries;
        Self::new(Some(error.reply.target.clone()), Kind::Response(error)).after(tries)
    }

    fn new(target: Option<Target>, kind: Kind) -> Self {
        Self {
            inner: Box::new(Inner {
                target,
                kind,
                idempotent: false,
                tries: Tries::NONE,
                host: None,
                cure: None,
                refused: None,
            }),
        }
    }

    /// The same error, about this call.
    pub(crate) fn about(mut self, call: &PreparedCall) -> Self {
        self.inner.refused = None;
        self.inner.target = Some(call.target.clone());
        self.inner.idempotent = call.idempotent;
        self
    }

    /// The same error, of a call that may or may not run twice.
    pub(crate) fn idempotent(mut self, idempotent: bool) -> Self {
        self.inner.idempotent = idempotent;
        self
    }

    /// The same error, without what the server sent and without the secret that it was sent: both may be in an answer.
    pub(crate) fn withholding(mut self, secret: &str) -> Self {
        if let Kind::Response(error) = &mut self.inner.kind {
            error.withhold(secret);
        }
        self
    }

    /// The same error, of a call that was tried so often.
    pub(crate) fn after(mut self, tries: Tries) -> Self {
        self.inner.tries = tries;
        self
    }

    /// The same error, about this action.
    pub(crate) fn of(mut self, target: Target) -> Self {
        self.inner.target = Some(target);
        self
    }

    /// This error, of a call that failed like that before; or that one, if nothing was sent this time: then it is what
    /// is known of what was sent.
    pub(crate) fn after_failure(self, before: Option<Self>) -> Self {
        match before {
            Some(before) if self.is_rate_limited() || self.is_credential() => {
                before.with_note(&format!("not tried again: {}", self.inner.kind))
            }
            _ => self,
        }
    }

    /// The same error, with this behind all that is told of it.
    fn with_note(mut self, note: &str) -> Self {
        let cure = self.inner.cure.take().map(|cure| cure + "; ").unwrap_or_default();
        self.inner.cure = Some(cure + note);
        self
    }

    /// The same error, of a call signed with this credential, in place of which another may do.
    pub(crate) fn refusing(mut self, refused: &Credential) -> Self {
        self.inner.refused = Some(refused.clone());
        self
    }

    pub(crate) fn target(&self) -> Option<&Target> {
        self.inner.target.as_ref()
    }

    pub(crate) fn refused(&self) -> Option<&Credential> {
        self.inner.refused.as_ref()
    }

    /// The same error; if it is that no answer came, from this host.
    pub(crate) fn of_host(mut self, host: &str) -> Self {
        if let Kind::Transport(_) = self.inner.kind {
            self.inner.host = Some(host.to_owned());
        }
        self
    }

    /// The same error, with what to do about it, if that is known.
    pub(crate) fn with_cure(mut self, cure: Option<String>) -> Self {
        self.inner.cure = cure;
        self
    }
}
