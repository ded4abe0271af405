//! What a fault does to an answer, or instead of one.

use std::fmt;
use std::io;

use bytes::Bytes;
use http::{HeaderValue, Response, header};

use super::bomb;
use super::damage::{Damage, Damaged};
use super::stream;
use crate::response::ApiError;
use crate::transport::{Body, TransportError};

/// What happens in place of an answer, or to it.
#[derive(Debug, Clone)]
pub(super) enum Effect {
    /// Nothing, but for the latency.
    None,
    /// There is no connection.
    Refuse,
    /// The connection is reset before the request is read.
    ResetUnread,
    /// The connection is reset instead of an answer.
    Reset,
    /// The API answers with this error.
    Error(ApiError),
    /// This comes, whatever the answer was.
    Answer(Box<Response<Bytes>>),
    /// So many bytes come, whatever the answer was.
    Bomb(usize),
    /// The answer's body stops after so many bytes.
    Damage(Damage, usize),
    /// The answer has this content type.
    ContentType(HeaderValue),
}

/// Why there is no answer at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Broken {
    #[error("the connection was refused, as the test wants it")]
    Refused,
    #[error("the connection was reset, as the test wants it")]
    Reset,
}

impl From<Broken> for TransportError {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::Refused => Self::not_sent(io::Error::new(io::ErrorKind::ConnectionRefused, broken)),
            Broken::Reset => Self::maybe_sent(io::Error::new(io::ErrorKind::ConnectionReset, broken)),
        }
    }
}

impl Effect {
    /// Whether it strikes before anything of the request is read.
    pub(super) fn is_unread(&self) -> bool {
        matches!(self, Self::Refuse | Self::ResetUnread)
    }

    /// Whether it is the handler's own answer that it changes.
    pub(super) fn needs_handler(&self) -> bool {
        matches!(self, Self::None | Self::Damage(..) | Self::ContentType(_))
    }

    /// Whether it is the head of an answer that it changes, and nothing else.
    pub(super) fn is_of_head(&self) -> bool {
        matches!(self, Self::ContentType(_))
    }

    /// What comes in place of the rest of a stream.
    pub(super) fn amid(self, rest: Body, request_id: &str) -> Body {
        match self {
            // Who isn't turned away at once isn't refused, and no head comes twice.
            Self::None | Self::Refuse | Self::ResetUnread | Self::ContentType(_) => rest,
            Self::Reset => Body::new(Damaged::new(rest, Damage::CutOff, 0)),
            Self::Error(error) => stream::error_event(&error, request_id).into(),
            Self::Answer(answer) => answer.into_body().into(),
            Self::Bomb(len) => bomb::respond(len, false).into_body(),
            Self::Damage(damage, after) => Body::new(Damaged::new(rest, damage, after)),
        }
    }

    /// Does to an answer what it does. An error has been put into it already.
    pub(super) fn on(self, response: Response<Body>, takes_gzip: bool) -> Result<Response<Body>, Broken> {
        Ok(match self {
            Self::None | Self::Error(_) => response,
            Self::Refuse => return Err(Broken::Refused),
            Self::ResetUnread | Self::Reset => return Err(Broken::Reset),
            Self::Answer(answer) => answer.map(Body::from),
            Self::Bomb(len) => bomb::respond(len, takes_gzip),
            Self::Damage(damage, after) => response.map(|body| Body::new(Damaged::new(body, damage, after))),
            Self::ContentType(value) => {
                let mut response = response;
                response.headers_mut().insert(header::CONTENT_TYPE, value);
                response
            }
        })
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("latency"),
            Self::Refuse => f.write_str("connection refused"),
            Self::ResetUnread => f.write_str("reset before the request was read"),
            Self::Reset => f.write_str("reset"),
            Self::Error(error) => write!(f, "error {}", error.code().escape_debug()),
            Self::Answer(answer) => {
                write!(f, "HTTP status {} with {} bytes", answer.status().as_u16(), answer.body().len())
            }
            Self::Bomb(len) => write!(f, "an answer of {len} bytes"),
            Self::Damage(Damage::CutOff, after) => write!(f, "cut off after {after} bytes"),
            Self::Damage(Damage::Stall, after) => write!(f, "stalled after {after} bytes"),
            Self::ContentType(value) => write!(f, "content type {value:?}"),
        }
    }
}
