//! A call that has begun, with all that watches it.

use std::future::{pending, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::{Outcome, PreparedCall};
use crate::client::{CallSpan, Client};
use crate::error::Error;
use crate::response::{Place, RawReply};
use crate::stream::Answer;

/// From the first poll to the answer. One that is dropped before is cancelled.
pub(crate) struct UnderWay {
    running: Running,
    /// `None` once there is an answer.
    call_span: Option<CallSpan>,
}

type Running = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>;

/// An answer that nobody has decoded yet. The call is over when somebody has.
pub(crate) struct Ended {
    answer: Result<Answer, Error>,
    call_span: CallSpan,
}

impl UnderWay {
    pub(crate) fn begin(client: Client, prepared: Result<Arc<PreparedCall>, Error>) -> Self {
        let call_span = CallSpan::begin(&client, prepared.as_deref());
        let running: Running = match prepared {
            Ok(call) => Box::pin(async move { client.run(&call).await }),
            Err(error) => Box::pin(ready(Err(error))),
        };
        Self { running, call_span: Some(call_span) }
    }

    /// Ready once.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Ended> {
        let Some(call_span) = self.call_span.take() else { return Poll::Pending };
        let Poll::Ready(answer) = call_span.in_scope(|| self.running.as_mut().poll(cx)) else {
            self.call_span = Some(call_span);
            return Poll::Pending;
        };
        if let Ok(answer) = &answer {
            call_span.answered(answer);
        }
        Poll::Ready(Ended { answer, call_span })
    }
}

impl Drop for UnderWay {
    /// What is told by those who are dropped belongs to the call.
    fn drop(&mut self) {
        if let Some(call_span) = &self.call_span {
            call_span.in_scope(|| self.running = Box::pin(pending()));
        }
    }
}

impl Ended {
    pub(crate) fn outcome<R: Outcome>(self) -> Result<R, Error> {
        R::of(self)
    }

    /// The reply, its data decoded into its place. All of it that needn't be compiled for each type.
    pub(super) fn reply(self, place: &mut dyn Place) -> Result<Box<RawReply>, Error> {
        let reply = self.answer.and_then(|answer| answer.into_reply(place));
        self.call_span.end(false, reply.as_ref().err());
        reply
    }

    /// The answer, of which nothing is decoded yet.
    pub(super) fn stream(self) -> Result<Answer, Error> {
        self.call_span.end(true, self.answer.as_ref().err());
        self.answer
    }
}
