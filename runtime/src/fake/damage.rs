//! A body that doesn't come to its end.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body as _, Frame, SizeHint};

use crate::transport::{Body, TransportError};

/// How a body ends too early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    /// The connection breaks.
    CutOff,
    /// Nothing comes any more, and nothing breaks.
    Stall,
}

/// The beginning of a body. Its head promises the whole of it.
pub(super) struct Damaged {
    body: Body,
    damage: Damage,
    left: usize,
}

impl Damaged {
    /// A body of which so many bytes come; of one that is no longer, all but the last, if its length is known.
    pub(super) fn new(body: Body, damage: Damage, after: usize) -> Self {
        let len = body.size_hint().exact().and_then(|len| usize::try_from(len).ok());
        let left = len.map_or(after, |len| after.min(len.saturating_sub(1)));
        Self { body, damage, left }
    }

    fn ended(&self) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        match self.damage {
            Damage::CutOff => Poll::Ready(Some(Err(TransportError::maybe_sent("the connection broke")))),
            // Whoever waits is to give up by itself, so nobody is woken.
            Damage::Stall => Poll::Pending,
        }
    }
}

impl http_body::Body for Damaged {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if self.left == 0 {
            return self.ended();
        }
        let Some(frame) = ready!(Pin::new(&mut self.body).poll_frame(cx)).transpose()? else {
            self.left = 0;
            return self.ended();
        };
        Poll::Ready(Some(Ok(frame.map_data(|mut data| {
            data.truncate(self.left);
            self.left -= data.len();
            data
        }))))
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
