//! The body of a stream, event by event.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::Body as _;

use super::parser::{Event, Parser};
use crate::response::StreamFault;
use crate::timeout::Idle;
use crate::transport::Body;

/// What the last event of some services holds. It isn't JSON.
const DONE: &[u8] = b"[DONE]";

/// The events that are still to come. No more than one of them is held, and one piece of the body.
pub(super) struct Events {
    body: Body,
    input: Bytes,
    parser: Parser,
    limit: usize,
    idle: Idle,
}

impl Events {
    pub(super) fn new(body: Body, limit: usize, idle: Idle) -> Self {
        Self { body, input: Bytes::new(), parser: Parser::new(limit), limit, idle }
    }

    /// The next event that has data, or is an error. There is none after a fault.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Event, StreamFault>>> {
        loop {
            let event = std::task::ready!(self.poll_any(cx));
            match &event {
                Some(Ok(Event { data, is_error: false, .. })) if data.trim_ascii().is_empty() => {}
                Some(Ok(Event { data, is_error: false, .. })) if data.trim_ascii() == DONE => return Poll::Ready(None),
                _ => return Poll::Ready(event),
            }
        }
    }

    fn poll_any(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Event, StreamFault>>> {
        loop {
            match self.parser.next(&mut self.input) {
                Ok(Some(event)) => return Poll::Ready(Some(Ok(event))),
                Ok(None) => {}
                Err(super::parser::TooLarge) => {
                    return Poll::Ready(Some(Err(StreamFault::TooLarge { limit: self.limit })));
                }
            }
            let frame = match Pin::new(&mut self.body).poll_frame(cx) {
                Poll::Ready(frame) => frame,
                Poll::Pending => return self.idle.poll(cx).map(|after| Some(Err(StreamFault::Idle { after }))),
            };
            self.idle.reset();
            match frame {
                Some(Ok(frame)) => self.input = frame.into_data().unwrap_or_default(),
                Some(Err(cause)) => return Poll::Ready(Some(Err(StreamFault::CutOff(cause)))),
                None => {
                    // One that is at its end needn't bear to be asked again.
                    self.body = Body::default();
                    return Poll::Ready(self.parser.finish().map(Ok));
                }
            }
        }
    }
}
