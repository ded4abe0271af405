//! What can be wrong with a response.

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;

use super::decode::DecodeError;
use super::{ApiError, RawReply, StreamFault};
use crate::failover::Health;
use crate::paginate::PageFault;
use crate::transport::TransportError;

/// Why a response isn't a reply.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The API answered with an error.
    Api(ApiError),
    /// The body broke off on its way.
    CutOff(TransportError),
    /// The body is larger than the client's limit.
    TooLarge { limit: usize },
    /// There is no body.
    Empty,
    /// The body is a web page: a gateway, a proxy or a captive portal spoke.
    Html,
    /// The body is JSON that ends too early.
    Truncated,
    /// The body isn't JSON.
    NotJson(serde_json::Error),
    /// The body is JSON, but no `{"Response": {…}}`.
    WrongShape,
    /// The envelope is fine and has no error in it, but the HTTP status isn't 200.
    Status,
    /// The data of a success doesn't fit the declared response type.
    Decode(DecodeError),
    /// The answer is a stream of events where a whole one was asked for.
    Events,
    /// A stream that had begun ended before its end.
    Stream(StreamFault),
    /// The answer is a page that no way leads on from, and not the last.
    Page(PageFault),
}

impl Fault {
    /// Whether what came isn't what the API sends, whole: something answered in its place, or broke it off.
    fn is_on_the_way(&self) -> bool {
        match self {
            Self::CutOff(_)
            | Self::Empty
            | Self::Html
            | Self::Truncated
            | Self::NotJson(_)
            | Self::WrongShape
            | Self::Status => true,
            Self::Api(_) | Self::TooLarge { .. } | Self::Decode(_) | Self::Events | Self::Stream(_) | Self::Page(_) => {
                false
            }
        }
    }
}

/// A fault with the response it is about.
#[derive(Debug)]
pub(crate) struct ReadError {
    pub(crate) fault: Fault,
    pub(crate) reply: Box<RawReply>,
}

impl ReadError {
    /// The error that the API answered with, at once or in the middle of a stream.
    pub(crate) fn api(&self) -> Option<&ApiError> {
        match &self.fault {
            Fault::Api(error) | Fault::Stream(StreamFault::Api { error, .. }) => Some(error),
            _ => None,
        }
    }

    /// Whether nothing came for too long.
    pub(crate) fn is_timeout(&self) -> bool {
        matches!(self.fault, Fault::Stream(StreamFault::Idle { .. }))
    }

    /// Whether the operation may have run: unless the API said that it didn't, a response came from somewhere.
    pub(crate) fn may_have_run(&self) -> bool {
        match &self.fault {
            Fault::Api(error) => error.may_have_run(),
            _ => true,
        }
    }

    /// Whether the fault may pass by itself: a body that is too large, or doesn't fit its declaration, will be so again.
    pub(crate) fn may_pass(&self) -> bool {
        match &self.fault {
            Fault::Api(error) => error.is_transient(),
            Fault::Stream(fault) => fault.may_pass(),
            fault => fault.is_on_the_way(),
        }
    }

    /// Whether the API answered, or something in its place. A status of 400 to 499 is about the request.
    pub(crate) fn health(&self) -> Health {
        let fails = self.fault.is_on_the_way() && !self.reply.status.is_client_error();
        if fails { Health::Fails } else { Health::Works }
    }

    /// Forgets the body, and what of it is in the message, but for the message of the API, which loses this secret.
    pub(crate) fn withhold(&mut self, secret: &str) {
        match &mut self.fault {
            Fault::Decode(error) => error.withhold(),
            Fault::Api(error) => error.withhold(secret),
            _ => {}
        }
        self.reply.body = Bytes::from_static(b"(not shown: it may hold secrets)");
    }

    /// What is wrong, without anything of what came.
    pub(crate) fn outline(&self) -> &'static str {
        match &self.fault {
            Fault::Api(_) => "the API answered with an error",
            Fault::CutOff(_) => "the answer broke off",
            Fault::TooLarge { .. } => "the answer is larger than the limit",
            Fault::Empty => "the answer is empty",
            Fault::Html => "the answer is a web page, not from the API",
            Fault::Truncated => "the answer is JSON that ends too early",
            Fault::NotJson(_) => "the answer isn't JSON",
            Fault::WrongShape => "the answer has no `Response` object",
            Fault::Status => "the answer's HTTP status isn't 200",
            Fault::Decode(_) => "the answer doesn't fit the declared response",
            Fault::Events => "the answer is a stream of events, which `send` doesn't read",
            Fault::Page(_) => "the answer is a page that no way leads on from",
            Fault::Stream(fault) => fault.outline(),
        }
    }

    pub(crate) fn cause(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.fault {
            Fault::Api(error) => Some(error),
            Fault::CutOff(error) => Some(error),
            Fault::NotJson(error) => Some(error),
            Fault::Decode(error) => Some(error),
            Fault::Stream(fault) => fault.cause(),
            Fault::TooLarge { .. }
            | Fault::Empty
            | Fault::Html
            | Fault::Truncated
            | Fault::WrongShape
            | Fault::Status
            | Fault::Events
            | Fault::Page(_) => None,
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.reply.beginning();
        match &self.fault {
            Fault::Api(error) => write!(f, "{error}"),
            Fault::CutOff(cause) => write!(f, "the answer broke off: {cause}; what came is {body}"),
            Fault::TooLarge { limit } => {
                write!(f, "the answer is larger than the limit of {limit} bytes; what came is {body}")
            }
            Fault::Empty => f.write_str("the answer is empty"),
            Fault::Html => write!(f, "the answer is a web page, not from the API: {body}"),
            Fault::Truncated => write!(f, "the answer is JSON that ends too early: {body}"),
            Fault::NotJson(error) => write!(f, "the answer isn't JSON ({error}): {body}"),
            Fault::WrongShape => write!(f, "the answer has no `Response` object: {body}"),
            Fault::Status => write!(f, "the answer's HTTP status isn't 200: {body}"),
            Fault::Decode(error) => {
                write!(f, "the answer doesn't fit the declared response: {error}")
            }
            Fault::Events => f.write_str("the answer is a stream of events, which `send` doesn't read: use `stream`"),
            Fault::Stream(fault) => fault.fmt(body, f),
            Fault::Page(fault) => write!(f, "{fault}"),
        }
    }
}
