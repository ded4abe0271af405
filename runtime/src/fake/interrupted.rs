//! A stream that something happens to in the middle of it.

use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::Frame;

use super::effect::Effect;
use super::fault::Fault;
use crate::clock::{Clock, Sleep, sleep};
use crate::transport::{Body, TransportError};

/// The body of a stream, of which so many items come, and then a fault. An item is a piece of it.
pub(super) struct Interrupted {
    body: Body,
    left: usize,
    /// None once it has struck.
    effect: Option<Effect>,
    latency: Duration,
    clock: Arc<dyn Clock>,
    waits: Option<Sleep>,
    request_id: String,
}

impl Interrupted {
    pub(super) fn new(body: Body, fault: Fault, items: usize, clock: &Arc<dyn Clock>, request_id: &str) -> Self {
        Self {
            body,
            left: items,
            effect: Some(fault.effect),
            latency: fault.latency,
            clock: Arc::clone(clock),
            waits: None,
            request_id: request_id.to_owned(),
        }
    }

    /// Strikes, if it hasn't yet.
    fn strike(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.effect.is_some() && !self.latency.is_zero() {
            let wait = self.waits.get_or_insert_with(|| sleep(&self.clock, self.latency));
            ready!(wait.as_mut().poll(cx));
        }
        if let Some(effect) = self.effect.take() {
            self.body = effect.amid(mem::take(&mut self.body), &self.request_id);
        }
        Poll::Ready(())
    }
}

impl http_body::Body for Interrupted {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if self.left > 0 {
            if let Some(frame) = ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                self.left -= 1;
                return Poll::Ready(Some(frame));
            }
            self.left = 0;
        }
        ready!(self.strike(cx));
        Pin::new(&mut self.body).poll_frame(cx)
    }
}
