//! What can go wrong once a stream has begun.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::ApiError;
use super::decode::DecodeError;
use crate::transport::TransportError;

/// Why a stream ended before its end. Whatever it was, the operation may have run.
#[derive(Debug)]
pub(crate) enum StreamFault {
    /// An event is an error of the API; some have a request id with it.
    Api { error: ApiError, request_id: Option<String> },
    /// The connection broke.
    CutOff(TransportError),
    /// Nothing came for this long.
    Idle { after: Duration },
    /// An event is larger than the client's limit.
    TooLarge { limit: usize },
    /// An event isn't JSON, or not all of it.
    NotJson(serde_json::Error),
    /// An event doesn't fit the declared chunk.
    Decode(DecodeError),
}

impl StreamFault {
    /// Whether the fault may pass by itself.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::Api { error, .. } => error.is_transient(),
            Self::CutOff(_) | Self::Idle { .. } => true,
            // The stream ended within an event.
            Self::NotJson(error) => error.is_eof(),
            Self::TooLarge { .. } | Self::Decode(_) => false,
        }
    }

    /// What is wrong, without anything of what came.
    pub(super) fn outline(&self) -> &'static str {
        match self {
            Self::Api { .. } => "the stream ended with an error of the API",
            Self::CutOff(_) => "the stream broke off",
            Self::Idle { .. } => "the stream stalled",
            Self::TooLarge { .. } => "an event of the stream is larger than the limit",
            Self::NotJson(_) => "an event of the stream isn't JSON",
            Self::Decode(_) => "an event of the stream doesn't fit the declared chunk",
        }
    }

    pub(super) fn cause(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Api { error, .. } => Some(error),
            Self::CutOff(error) => Some(error),
            Self::NotJson(error) => Some(error),
            Self::Decode(error) => Some(error),
            Self::Idle { .. } | Self::TooLarge { .. } => None,
        }
    }

    /// The message, of which the beginning of the event is part where it helps.
    pub(super) fn fmt(&self, event: impl fmt::Display, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api { error, .. } => write!(f, "{error}"),
            Self::CutOff(cause) => write!(f, "the stream broke off: {cause}"),
            Self::Idle { after } => write!(f, "the stream stalled: nothing came for {after:?}"),
            Self::TooLarge { limit } => {
                write!(f, "an event of the stream is larger than the limit of {limit} bytes for each")
            }
            Self::NotJson(error) => write!(f, "an event of the stream isn't JSON ({error}): {event}"),
            Self::Decode(error) => write!(f, "an event of the stream doesn't fit the declared chunk: {error}"),
        }
    }
}
