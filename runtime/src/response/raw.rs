//! A response whose body has arrived whole.

use std::fmt;

use bytes::{Bytes, BytesMut};
use http::response::Parts;
use http::{HeaderMap, Response, StatusCode};
use http_body::Body as _;
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;

use super::fault::{Fault, ReadError};
use super::{Reply, decode};
use crate::call::Target;
use crate::error::Error;
use crate::transport::Body;

/// How much of a body an error message shows.
const SHOWN: usize = 160;

/// A response, read to its end.
#[derive(Clone)]
pub(crate) struct RawReply {
    pub(crate) target: Target,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) request_id: Option<String>,
}

/// Reads a response to its end, or to the limit.
pub(crate) async fn read(target: Target, response: Response<Body>, limit: usize) -> Result<RawReply, ReadError> {
    let (parts, mut body) = response.into_parts();
    let mut reply = RawReply::head(target, parts);
    let expected = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    let mut bytes = BytesMut::with_capacity(expected.min(limit));
    while let Some(frame) = body.frame().await {
        let frame = match frame {
            Ok(frame) => frame,
            Err(cause) => {
                reply.body = bytes.freeze();
                return Err(ReadError { fault: Fault::CutOff(cause), reply: Box::new(reply) });
            }
        };
        let Ok(data) = frame.into_data() else { continue };
        let room = limit - bytes.len();
        bytes.extend_from_slice(&data[..data.len().min(room)]);
        if data.len() > room {
            reply.body = bytes.freeze();
            return Err(ReadError { fault: Fault::TooLarge { limit }, reply: Box::new(reply) });
        }
    }
    reply.body = bytes.freeze();
    Ok(reply)
}

impl RawReply {
    /// A response whose body is still to come. Of a stream, this is where the request id is.
    pub(crate) fn head(target: Target, Parts { status, headers, .. }: Parts) -> Self {
        let request_id = headers.get("x-tc-requestid").and_then(|id| id.to_str().ok()).map(str::to_owned);
        Self { target, status, headers, body: Bytes::new(), request_id }
    }

    /// Decodes the data of a reply that has been found to be a success.
    pub(crate) fn decode<T: DeserializeOwned>(self) -> Result<Reply<T>, Error> {
        match decode::data(&self.body) {
            Ok(data) => Ok(Reply::new(data, self)),
            Err(error) => Err(Error::fault(ReadError { fault: Fault::Decode(error), reply: Box::new(self) })),
        }
    }

    /// The beginning of the body on one line, between quotes, for messages.
    pub(crate) fn beginning(&self) -> impl fmt::Display {
        let end = self.body.len().min(SHOWN);
        let text = String::from_utf8_lossy(&self.body[..end]);
        format!("\"{}{}\"", one_line(&text), if end < self.body.len() { "…" } else { "" })
    }
}

/// Text from a server on one line, and without what could steer a terminal.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ")
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
