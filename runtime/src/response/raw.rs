//! A response whose body has arrived whole.

use std::fmt;

use bytes::{Buf, Bytes, BytesMut};
use http::header::HeaderName;
use http::response::Parts;
use http::{HeaderMap, Response, StatusCode};
use http_body::Body as _;
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;

use super::decode::{DecodeError, Place};
use super::fault::{Fault, ReadError};
use super::text::{one_line, request_id};
use super::{Reply, decode};
use crate::call::Target;
use crate::error::Error;
use crate::retry::Tries;
use crate::transport::Body;

/// How much of a body an error message shows.
const SHOWN: usize = 160;

/// How much room is made at once for a body of whatever announced length: the announcement may be wrong.
const RESERVED: usize = 8 << 20;

const BOM: &[u8] = b"\xEF\xBB\xBF";

const REQUEST_ID: HeaderName = HeaderName::from_static("x-tc-requestid");

/// A response, read to its end.
#[derive(Clone)]
pub(crate) struct RawReply {
    pub(crate) target: Target,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) request_id: Option<String>,
    pub(crate) tries: Tries,
}

/// Reads a response to its end, or to the limit.
///
/// It is boxed at once, since it is handed on from here to the end of the call; and outside of the future, which would hold what it is
/// given twice, and be moved about with it.
pub(crate) fn read(
    target: Target,
    response: Response<Body>,
    limit: usize,
) -> impl Future<Output = Result<Box<RawReply>, ReadError>> + Send {
    let (parts, body) = response.into_parts();
    read_body(Box::new(RawReply::head(target, parts)), body, limit)
}

async fn read_body(mut reply: Box<RawReply>, mut body: Body, limit: usize) -> Result<Box<RawReply>, ReadError> {
    let expected = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    let mut bytes = BytesMut::with_capacity(expected.min(limit).min(RESERVED));
    while let Some(frame) = body.frame().await {
        let frame = match frame {
            Ok(frame) => frame,
            Err(cause) => {
                reply.body = bytes.freeze();
                return Err(ReadError { fault: Fault::CutOff(cause), reply });
            }
        };
        let Ok(data) = frame.into_data() else { continue };
        let room = limit - bytes.len();
        bytes.extend_from_slice(&data[..data.len().min(room)]);
        if data.len() > room {
            reply.body = bytes.freeze();
            return Err(ReadError { fault: Fault::TooLarge { limit }, reply });
        }
    }
    reply.body = without_mark(bytes.freeze());
    Ok(reply)
}

/// A byte order mark is no JSON, but says nothing, either. A gateway may put one there.
fn without_mark(mut body: Bytes) -> Bytes {
    if body.starts_with(BOM) {
        body.advance(BOM.len());
    }
    body
}

impl RawReply {
    /// A response whose body is still to come. Of a stream, this is where the request id is.
    pub(crate) fn head(target: Target, Parts { status, headers, .. }: Parts) -> Self {
        let request_id = headers.get(REQUEST_ID).and_then(|id| id.to_str().ok()).and_then(request_id);
        Self { target, status, headers, body: Bytes::new(), request_id, tries: Tries::NONE }
    }

    /// Decodes the data of a reply that has been found to be a success.
    pub(crate) fn decode<T: DeserializeOwned>(self: Box<Self>) -> Result<Reply<T>, Error> {
        let mut data = None;
        let raw = self.decode_into(&mut data)?;
        raw.with(data)
    }

    /// Decodes the data into its place, where it is if that is well. Apart, so that it is compiled once and not for each type.
    pub(crate) fn decode_into(self: Box<Self>, place: &mut dyn Place) -> Result<Box<Self>, Error> {
        match decode::data(&self.body, place) {
            Ok(()) => Ok(self),
            Err(error) => Err(self.undecoded(error)),
        }
    }

    /// The reply with what has been decoded.
    pub(crate) fn with<T>(self: Box<Self>, data: Option<T>) -> Result<Reply<T>, Error> {
        match data {
            Some(data) => Ok(Reply::new(data, self)),
            None => Err(self.undecoded(DecodeError::no_data())),
        }
    }

    #[cold]
    fn undecoded(self: Box<Self>, error: DecodeError) -> Error {
        Error::fault(ReadError { fault: Fault::Decode(error), reply: self })
    }

    /// The beginning of the body on one line, between quotes, for messages; or its length, if it may be a success:
    /// that may hold secrets.
    pub(crate) fn beginning(&self) -> impl fmt::Display {
        let end = self.body.len().min(SHOWN);
        let text = String::from_utf8_lossy(&self.body[..end]);
        if is_reply(&text) {
            return format!("{} bytes of a reply, not shown", self.body.len());
        }
        format!("\"{}{}\"", one_line(&text), if end < self.body.len() { "…" } else { "" })
    }
}

/// Whether text is, or holds, the beginning of what the API answers with, and no error.
fn is_reply(beginning: &str) -> bool {
    const ERROR: &str = r#"{"Response":{"Error":{""#;
    let is_page = beginning.trim_start().starts_with('<');
    let dense = beginning.chars().filter(|c| !c.is_whitespace());
    beginning.contains(r#""Response""#) && !is_page && !ERROR.chars().eq(dense.take(ERROR.len()))
}

/// The body may hold anything, so it isn't shown.
impl fmt::Debug for RawReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawReply")
            .field("status", &self.status)
            .field("request_id", &self.request_id)
            .field("body_len", &self.body.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use http_body::{Frame, SizeHint};

    use super::*;
    use crate::transport::TransportError;

    /// A body that promises more than any memory holds.
    struct Boastful(Option<Bytes>);

    impl http_body::Body for Boastful {
        type Data = Bytes;
        type Error = TransportError;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
            Poll::Ready(self.0.take().map(|data| Ok(Frame::data(data))))
        }

        fn size_hint(&self) -> SizeHint {
            SizeHint::with_exact(9_300_000_000_000_000_000)
        }
    }

    #[tokio::test]
    async fn an_announced_length_is_not_believed() {
        let target = Target { service: "vod".into(), version: "2018-07-17".into(), action: "ManageTask".into() };
        let long = Bytes::from(vec![b' '; 3 << 20]);
        let response = Response::new(Body::new(Boastful(Some(long.clone()))));
        assert_eq!(read(target, response, usize::MAX).await.unwrap().body, long);
    }
}
