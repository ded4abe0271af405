//! What a call led to: an answer that is whole, or a stream that has begun.

use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode, header};
use serde::de::DeserializeOwned;

use super::events::Events;
use crate::call::PreparedCall;
use crate::error::Error;
use crate::response::{Fault, RawReply, ReadError, Reply, StreamFault, decode_event, judge_event};
use crate::timeout::Idle;
use crate::transport::Body;

/// An answer that is no error.
pub(crate) struct Answer {
    /// The response; with its body, if it is whole.
    head: RawReply,
    /// Whether the call may run twice.
    idempotent: bool,
    rest: Rest,
}

/// What of an answer nobody has taken yet.
enum Rest {
    Whole,
    Events(Box<Events>),
    Nothing,
}

/// One chunk, not decoded yet.
pub(super) enum Piece {
    Whole(RawReply),
    Event(Bytes),
}

/// Whether a response is a stream of events. Its head decides, not the request: some actions stream unasked.
pub(crate) fn is_stream(response: &Response<Body>) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next()).unwrap_or_default();
    response.status() == StatusCode::OK && media_type.trim().eq_ignore_ascii_case("text/event-stream")
}

impl Answer {
    pub(crate) fn whole(reply: RawReply) -> Self {
        Self { head: reply, idempotent: false, rest: Rest::Whole }
    }

    /// A stream that begins. The limit is that of one event.
    pub(crate) fn stream(call: &PreparedCall, response: Response<Body>, limit: usize, idle: Idle) -> Self {
        let (parts, body) = response.into_parts();
        let events = Box::new(Events::new(body, limit, idle));
        let head = RawReply::head(call.target.clone(), parts);
        Self { head, idempotent: call.idempotent, rest: Rest::Events(events) }
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        self.head.request_id.as_deref()
    }

    pub(super) fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The reply of a call that doesn't stream.
    pub(crate) fn into_reply<T: DeserializeOwned>(self) -> Result<Reply<T>, Error> {
        match self.rest {
            Rest::Whole => self.head.decode(),
            _ => Err(Error::fault(ReadError { fault: Fault::Events, reply: Box::new(self.head) })),
        }
    }

    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Piece, Error>>> {
        let event = match &mut self.rest {
            Rest::Events(events) => std::task::ready!(events.poll(cx)),
            Rest::Whole => {
                self.rest = Rest::Nothing;
                return Poll::Ready(Some(Ok(Piece::Whole(self.head.clone()))));
            }
            Rest::Nothing => return Poll::Ready(None),
        };
        Poll::Ready(match event {
            Some(Ok(data)) => match judge_event(&data) {
                Ok(()) => Some(Ok(Piece::Event(data))),
                Err(fault) => Some(Err(self.fail(fault, data))),
            },
            Some(Err(fault)) => Some(Err(self.fail(fault, Bytes::new()))),
            None => {
                self.rest = Rest::Nothing;
                None
            }
        })
    }

    pub(super) fn decode<T: DeserializeOwned>(&mut self, piece: Piece) -> Result<T, Error> {
        match piece {
            Piece::Whole(reply) => reply.decode().map(Reply::into_inner),
            Piece::Event(data) => decode_event(&data).map_err(|fault| self.fail(fault, data)),
        }
    }

    /// Ends the stream, which closes the connection.
    fn fail(&mut self, fault: StreamFault, event: Bytes) -> Error {
        self.rest = Rest::Nothing;
        let mut reply = RawReply { body: event, ..self.head.clone() };
        if let (None, StreamFault::Api { request_id, .. }) = (&reply.request_id, &fault) {
            reply.request_id.clone_from(request_id);
        }
        let error = Error::fault(ReadError { fault: Fault::Stream(fault), reply: Box::new(reply) });
        let error = error.idempotent(self.idempotent);
        tracing::debug!(target = %self.head.target, %error, "the stream failed");
        error
    }
}
