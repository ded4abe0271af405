//! What a call led to: an answer that is whole, or a stream that has begun.

use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode, header};
use serde::de::DeserializeOwned;

use super::events::Events;
use super::parser::Event;
use crate::call::PreparedCall;
use crate::error::Error;
use crate::response::{
    Fault, Layout, Place, RawReply, ReadError, Reply, StreamFault, decode_event, judge, judge_event,
};
use crate::retry::Tries;
use crate::timeout::Idle;
use crate::transport::Body;

/// An answer that is no error.
pub(crate) struct Answer {
    /// The response; with its body, if it is whole.
    head: Box<RawReply>,
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
    Whole(Box<RawReply>),
    Event(Bytes, Layout),
}

/// Whether a response is a stream of events. Its head decides, not the request: some actions stream unasked.
pub(crate) fn is_stream(response: &Response<Body>) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next()).unwrap_or_default();
    response.status() == StatusCode::OK && media_type.trim().eq_ignore_ascii_case("text/event-stream")
}

impl Answer {
    pub(crate) fn whole(head: Box<RawReply>) -> Self {
        Self { head, idempotent: false, rest: Rest::Whole }
    }

    /// A stream that begins. The limit is that of one event.
    pub(crate) fn stream(call: &PreparedCall, response: Response<Body>, limit: usize, idle: Idle) -> Self {
        let (parts, body) = response.into_parts();
        let events = Box::new(Events::new(body, limit, idle));
        let head = Box::new(RawReply::head(call.target.clone(), parts));
        Self { head, idempotent: call.idempotent, rest: Rest::Events(events) }
    }

    /// The same answer, of a call that was tried so often.
    pub(crate) fn after(mut self, tries: Tries) -> Self {
        self.head.tries = tries;
        self
    }

    pub(crate) fn tries(&self) -> Tries {
        self.head.tries
    }

    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.rest, Rest::Events(_))
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.head.status
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        self.head.request_id.as_deref()
    }

    pub(super) fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The reply of a call that doesn't stream, its data decoded into its place.
    pub(crate) fn into_reply(self, place: &mut dyn Place) -> Result<Box<RawReply>, Error> {
        match self.rest {
            Rest::Whole => self.head.decode_into(place),
            _ => Err(Error::fault(ReadError { fault: Fault::Events, reply: self.head })),
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
            Some(Ok(Event { data, is_whole: true, .. })) => Some(self.judge_whole(data)),
            Some(Ok(Event { data, is_error, .. })) => match judge_event(&data, is_error) {
                Ok(layout) => Some(Ok(Piece::Event(data, layout))),
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
            Piece::Event(data, layout) => decode_event(&data, layout).map_err(|fault| self.fail(fault, data)),
        }
    }

    /// Judges an ordinary answer that came as a stream.
    fn judge_whole(&mut self, body: Bytes) -> Result<Piece, Error> {
        self.rest = Rest::Nothing;
        let mut reply = self.head.clone();
        reply.body = body;
        judge(reply).map(Piece::Whole).map_err(|error| self.told(error))
    }

    /// Ends the stream, which closes the connection.
    fn fail(&mut self, fault: StreamFault, event: Bytes) -> Error {
        self.rest = Rest::Nothing;
        let mut reply = RawReply { body: event, ..(*self.head).clone() };
        if let (None, StreamFault::Api { request_id, .. }) = (&reply.request_id, &fault) {
            reply.request_id.clone_from(request_id);
        }
        self.told(ReadError { fault: Fault::Stream(fault), reply: Box::new(reply) })
    }

    fn told(&self, error: ReadError) -> Error {
        let error = Error::fault(error);
        let error = error.idempotent(self.idempotent);
        tracing::debug!(
            rpc.method = %self.head.target.method(),
            request_id = self.request_id(),
            error.type = error.class(),
            error = %error.outline(),
            "the stream failed"
        );
        error
    }
}
