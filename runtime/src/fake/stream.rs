//! Answers that come piece by piece.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Response, header};
use http_body::Frame;
use serde::Serialize;
use serde_json::json;

use crate::clock::{Clock, Sleep, sleep};
use crate::response::ApiError;
use crate::transport::{Body, TransportError};

/// A piece of a stream, of which a handler of [`FakeCloud::on_stream`](super::FakeCloud::on_stream) gives any number.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum StreamItem<T> {
    /// An event that holds a chunk.
    Chunk(T),
    /// An event that holds an error, as TRTC writes it. It doesn't end the stream by itself.
    Error(ApiError),
    /// Bytes as they are: an event in another form, half of one, or nothing that makes sense.
    Raw(Bytes),
    /// Nothing for this long, by the cloud's clock.
    Silence(Duration),
    /// The connection breaks.
    BreakOff,
}

impl<T> StreamItem<T> {
    /// Bytes or text as they are.
    pub fn raw(bytes: impl Into<Bytes>) -> Self {
        Self::Raw(bytes.into())
    }
}

impl<T: Serialize> StreamItem<T> {
    /// The same item, its chunk written as an event.
    fn written(self) -> StreamItem<Bytes> {
        match self {
            Self::Chunk(chunk) => match serde_json::to_string(&chunk) {
                Ok(json) => StreamItem::Chunk(event(json)),
                Err(error) => {
                    let message = format!("the handler's chunk can't be serialized: {error}");
                    StreamItem::Error(ApiError::new("InternalError", message))
                }
            },
            Self::Error(error) => StreamItem::Error(error),
            Self::Raw(bytes) => StreamItem::Raw(bytes),
            Self::Silence(duration) => StreamItem::Silence(duration),
            Self::BreakOff => StreamItem::BreakOff,
        }
    }
}

fn event(json: impl std::fmt::Display) -> Bytes {
    format!("data: {json}\n\n").into()
}

/// An event that holds an error, as TRTC writes it.
pub(super) fn error_event(error: &ApiError, request_id: &str) -> Bytes {
    event(json!({
        "Type": "error",
        "RequestId": request_id,
        "Error": { "Code": error.code(), "Message": error.message() },
    }))
}

/// What a handler gives, its chunks written.
pub(super) type Items = Box<dyn Iterator<Item = StreamItem<Bytes>> + Send>;

pub(super) fn items<T: Serialize + 'static, I>(items: I) -> Items
where
    I: IntoIterator<Item = StreamItem<T>, IntoIter: Send + 'static>,
{
    Box::new(items.into_iter().map(StreamItem::written).fuse())
}

/// A response that streams; its request id is in its head, where the real cloud has it.
pub(super) fn respond(items: Items, clock: &Arc<dyn Clock>, request_id: &str) -> Response<Body> {
    let body = Streaming { items, clock: Arc::clone(clock), request_id: request_id.to_owned(), silence: None };
    let mut response = Response::new(Body::new(body));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    // An id that we made is a header value.
    headers.extend(HeaderValue::from_str(request_id).map(|id| (header::HeaderName::from_static("x-tc-requestid"), id)));
    response
}

/// Items are taken when somebody reads, and dropped when nobody does.
struct Streaming {
    items: Items,
    clock: Arc<dyn Clock>,
    request_id: String,
    silence: Option<Sleep>,
}

impl http_body::Body for Streaming {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        loop {
            if let Some(silence) = &mut self.silence {
                ready!(silence.as_mut().poll(cx));
                self.silence = None;
            }
            let bytes = match self.items.next() {
                Some(StreamItem::Chunk(bytes) | StreamItem::Raw(bytes)) => bytes,
                Some(StreamItem::Error(error)) => error_event(&error, &self.request_id),
                Some(StreamItem::Silence(duration)) => {
                    self.silence = Some(sleep(&self.clock, duration));
                    continue;
                }
                Some(StreamItem::BreakOff) => {
                    return Poll::Ready(Some(Err(TransportError::maybe_sent("the connection broke"))));
                }
                None => return Poll::Ready(None),
            };
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
    }
}
