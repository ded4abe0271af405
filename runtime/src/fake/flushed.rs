//! A body for a socket, of which all arrives that came before it broke.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::transport::{Body, TransportError};

/// The server drops what it hasn't written when a body fails, and it writes when a body has it wait. So this one has it
/// wait before it fails.
pub(super) struct Flushed {
    body: Body,
    failed: Option<TransportError>,
}

impl From<Body> for Flushed {
    fn from(body: Body) -> Self {
        Self { body, failed: None }
    }
}

impl http_body::Body for Flushed {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if let Some(error) = self.failed.take() {
            return Poll::Ready(Some(Err(error)));
        }
        match Pin::new(&mut self.body).poll_frame(cx) {
            Poll::Ready(Some(Err(error))) => {
                self.failed = Some(error);
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            polled => polled,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.failed.is_none() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
