//! The kinds of errors, private so that they can grow.

use std::error::Error as StdError;
use std::fmt;
use std::num::NonZeroU32;
use std::time::Duration;

use super::Late;
use crate::credential::CredentialError;
use crate::payload::PayloadError;
use crate::rate_limit::RateLimitError;
use crate::response::ReadError;
use crate::transport::TransportError;

pub(crate) enum Kind {
    /// A client can't be built, or a host can't be formed.
    Config(Box<dyn StdError + Send + Sync>),
    /// There is nothing to sign with.
    Credential(CredentialError),
    /// The request can't be written.
    Payload(PayloadError),
    /// It wasn't the request's turn.
    RateLimit { error: RateLimitError, limit: NonZeroU32, deadline: Duration },
    /// No response came.
    Transport(TransportError),
    /// The call's time was up.
    Deadline(Late),
    /// No response came in the time that an attempt has. Its request was handed over.
    Attempt { after: Duration },
    /// A response came that isn't a reply.
    Response(ReadError),
}

impl Kind {
    /// Whether the fault may pass by itself.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::Config(_) | Self::Credential(_) | Self::Payload(_) => false,
            Self::RateLimit { .. } | Self::Deadline(_) | Self::Attempt { .. } => true,
            Self::Transport(error) => !error.is_permanent(),
            Self::Response(error) => error.may_pass(),
        }
    }

    pub(super) fn cause(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Config(error) => Some(&**error),
            Self::Credential(error) => Some(error),
            Self::Payload(error) => error.cause(),
            Self::RateLimit { error, .. } => Some(error),
            Self::Transport(error) => Some(error),
            Self::Response(error) => error.cause(),
            Self::Deadline(_) | Self::Attempt { .. } => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Config(error) => write!(f, "{error}"),
            Self::Credential(error) => write!(f, "{error}"),
            Self::Payload(error) => write!(f, "{error}"),
            Self::RateLimit { error, limit, deadline } if error.is_too_late() => {
                let (requests, are) = if limit.get() == 1 { ("request", "is") } else { ("requests", "are") };
                write!(f, "{limit} {requests} a second {are} allowed, and {error} of {deadline:?}")
            }
            Self::RateLimit { error, .. } => write!(f, "{error}"),
            Self::Transport(error) => write!(f, "no answer: {error}"),
            Self::Deadline(late) => write!(f, "{late}"),
            Self::Attempt { after } => write!(f, "no answer to an attempt within {after:?}"),
            Self::Response(error) => write!(f, "{error}"),
        }
    }
}
