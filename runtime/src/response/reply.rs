//! A successful answer.

use std::fmt;
use std::ops::Deref;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::RawReply;

/// The data of a successful call, and what came with it.
///
/// It dereferences to the data, so members are at hand: `reply.task_id`. [`into_inner`](Self::into_inner) moves the data
/// out.
pub struct Reply<T> {
    data: T,
    /// Boxed, so that what is moved about is little more than the data.
    raw: Box<RawReply>,
}

impl<T> Reply<T> {
    pub(crate) fn new(data: T, raw: Box<RawReply>) -> Self {
        Self { data, raw }
    }

    /// The response that it was read from.
    pub(crate) fn raw(&self) -> &RawReply {
        &self.raw
    }

    /// The id that the vendor's support asks for. Empty if the server sent none, which it does only when something else
    /// answered in its place.
    pub fn request_id(&self) -> &str {
        self.raw.request_id.as_deref().unwrap_or_default()
    }

    /// The data, without the rest.
    pub fn into_inner(self) -> T {
        self.data
    }

    /// How often the request was sent until this came.
    pub fn attempts(&self) -> u32 {
        self.raw.tries.attempts
    }

    /// How long the call waited between its attempts.
    pub fn waited(&self) -> Duration {
        self.raw.tries.waited
    }

    /// The body as it came, but for a byte order mark before it.
    pub fn body(&self) -> &Bytes {
        &self.raw.body
    }

    /// The headers of the HTTP response.
    pub fn headers(&self) -> &HeaderMap {
        &self.raw.headers
    }

    /// The status of the HTTP response.
    pub fn status(&self) -> StatusCode {
        self.raw.status
    }
}

impl<T> Deref for Reply<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.data
    }
}

impl<T: fmt::Debug> fmt::Debug for Reply<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("request_id", &self.request_id())
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}
