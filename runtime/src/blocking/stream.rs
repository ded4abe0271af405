//! A stream of chunks as an iterator.

use std::fmt;

use http::HeaderMap;
use serde::de::DeserializeOwned;

use super::each::{Each, Inside};
use super::runtime::Runtime;
use crate::error::Error;

/// The chunks of an answer, one after the other, as they come.
///
/// `send` of a [`Client::stream`](super::Client::stream) gives it. It ends as [`tencent_action::EventStream`] does, after an
/// error too. Dropping it closes the connection.
///
/// # Example
///
/// ```no_run
/// # use tencent_action::blocking::Client;
/// # use tencent_action::{Error, StreamingAction};
/// fn read<A: StreamingAction>(client: &Client, action: &A) -> Result<usize, Error> {
///     let mut count = 0;
///     for chunk in client.stream(action).send()? {
///         chunk?;
///         count += 1;
///     }
///     Ok(count)
/// }
/// ```
///
/// [`tencent_action::EventStream`]: crate::EventStream#how-it-ends
#[must_use = "a stream that is dropped closes its connection"]
pub struct EventStream<T> {
    chunks: Each<crate::EventStream<T>>,
}

impl<T> EventStream<T> {
    pub(super) fn new(chunks: crate::EventStream<T>, runtime: Runtime) -> Self {
        Self { chunks: Each::new(Inside::new(chunks, runtime)) }
    }

    /// The id that the vendor's support asks for, from the header `X-TC-RequestId`. Empty if the server sent none.
    pub fn request_id(&self) -> &str {
        self.chunks.stream.get().request_id()
    }

    /// The headers of the HTTP response.
    pub fn headers(&self) -> &HeaderMap {
        self.chunks.stream.get().headers()
    }
}

impl<T: DeserializeOwned> Iterator for EventStream<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Result<T, Error>> {
        self.chunks.next()
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.chunks.stream.get().fmt(f)
    }
}
