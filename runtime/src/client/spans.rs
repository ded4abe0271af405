//! A call as it is seen from outside: the spans around it and its attempts, and how it ends.
//!
//! The fields are those of OpenTelemetry where it has one (`guide::observing` has the table). None holds anything of a
//! request or of a reply but its id, and no text of a server but codes.

use std::time::Duration;

use bytes::Bytes;
use http::Request;
use tracing::field::{DebugValue, Empty, debug};
use tracing::{Level, Span};

use super::Client;
use super::run::Run;
use crate::call::{PreparedCall, Target};
use crate::clock::Clock;
use crate::error::Error;
use crate::stats::End;
use crate::stream::Answer;

/// Watches one call, from its first poll to its outcome, decoded; or to where it is dropped.
pub(crate) struct CallSpan {
    client: Client,
    span: Span,
    begun: Begun,
    is_over: bool,
}

impl CallSpan {
    pub(crate) fn begin(client: &Client, call: Result<&PreparedCall, &Error>) -> Self {
        let inner = &*client.inner;
        inner.counters.call_begins();
        let span = match call {
            Ok(call) => call_span(Some(&call.target), inner.route.region(&call.options)),
            Err(error) => call_span(error.target(), None),
        };
        Self { client: client.clone(), span, begun: Begun::now(&*inner.clock), is_over: false }
    }

    pub(crate) fn in_scope<T>(&self, work: impl FnOnce() -> T) -> T {
        self.span.in_scope(work)
    }

    /// The policies are done with the call, and this came of it.
    pub(crate) fn answered(&self, answer: &Answer) {
        self.span.record("attempts", answer.tries().attempts);
        self.span.record("request_id", answer.request_id());
    }

    /// This came of it in the end.
    pub(crate) fn end(mut self, is_stream: bool, error: Option<&Error>) {
        let _entered = self.span.clone().entered();
        match error {
            None => {
                self.close(if is_stream { End::Stream } else { End::Reply });
                tracing::debug!(elapsed = self.elapsed(), is_stream, "call succeeded");
            }
            Some(error) => {
                self.fail(error);
                tracing::debug!(
                    error.type = error.class(),
                    error = %error.outline(),
                    may_have_run = error.may_have_run(),
                    elapsed = self.elapsed(),
                    "call failed"
                );
            }
        }
    }

    fn fail(&mut self, error: &Error) {
        self.close(End::Failure);
        self.span.record("attempts", error.attempts());
        record_failure(&self.span, error);
        self.span.record("rpc.response.status_code", error.code().map(|_| error.class()));
    }

    fn close(&mut self, end: End) {
        self.is_over = true;
        self.client.inner.counters.call_ends(end);
    }

    fn elapsed(&self) -> Option<DebugValue<Duration>> {
        self.begun.elapsed(&*self.client.inner.clock)
    }
}

impl Drop for CallSpan {
    fn drop(&mut self) {
        if !self.is_over {
            self.close(End::Cancelled);
            self.span.in_scope(|| tracing::debug!(elapsed = self.elapsed(), "call cancelled"));
        }
    }
}

/// When something began, if anybody listens: a clock isn't read for nobody.
#[derive(Clone, Copy)]
pub(super) struct Begun(Option<Duration>);

impl Begun {
    pub(super) fn now(clock: &dyn Clock) -> Self {
        Self(tracing::enabled!(Level::DEBUG).then(|| clock.monotonic()))
    }

    fn elapsed(self, clock: &dyn Clock) -> Option<DebugValue<Duration>> {
        self.0.map(|begun| debug(clock.monotonic().saturating_sub(begun)))
    }
}

fn call_span(target: Option<&Target>, region: Option<&str>) -> Span {
    let method = target.map(|target| tracing::field::display(target.method()));
    tracing::info_span!(
        "call",
        otel.name = method,
        otel.kind = "client",
        otel.status_code = Empty,
        rpc.system.name = "tencentcloud",
        rpc.method = method,
        rpc.response.status_code = Empty,
        version = target.map(|target| &*target.version),
        cloud.region = region,
        attempts = Empty,
        request_id = Empty,
        error.type = Empty,
    )
}

impl Run<'_> {
    /// The span of an attempt whose request is ready. Of its address only the host is shown: a query may be signed.
    pub(super) fn attempt_span(&self, request: &Request<Bytes>) -> Span {
        let resent = self.progress.attempts();
        tracing::debug_span!(
            "attempt",
            otel.name = request.method().as_str(),
            otel.kind = "client",
            otel.status_code = Empty,
            attempt = resent + 1,
            http.request.method = request.method().as_str(),
            http.request.resend_count = (resent > 0).then_some(resent),
            http.response.status_code = Empty,
            server.address = request.uri().host(),
            server.port = request.uri().port_u16(),
            request_id = Empty,
            error.type = Empty,
        )
    }

    /// What came of an attempt that began then.
    pub(super) fn attempt_ends(&self, span: &Span, outcome: &Result<Answer, Error>, begun: Begun) {
        let inner = self.inner();
        if outcome.as_ref().is_err_and(Error::is_throttled) {
            inner.counters.throttled();
        }
        span.in_scope(|| tell(span, outcome, || begun.elapsed(&*inner.clock)));
    }
}

/// Tells it in the attempt's span, and in an event within it.
fn tell(span: &Span, outcome: &Result<Answer, Error>, elapsed: impl Fn() -> Option<DebugValue<Duration>>) {
    match outcome {
        Ok(answer) => {
            let status = answer.status().as_u16();
            span.record("http.response.status_code", status);
            span.record("request_id", answer.request_id());
            tracing::debug!(
                http.response.status_code = status,
                request_id = answer.request_id(),
                is_stream = answer.is_stream(),
                elapsed = elapsed(),
                "answered"
            );
        }
        Err(error) => {
            let status = error.status().map(|status| status.as_u16());
            span.record("http.response.status_code", status);
            record_failure(span, error);
            tracing::debug!(
                error.type = error.class(),
                error = %error.outline(),
                http.response.status_code = status,
                request_id = error.request_id(),
                throttled = error.is_throttled(),
                may_have_run = error.may_have_run(),
                elapsed = elapsed(),
                "failed"
            );
        }
    }
}

fn record_failure(span: &Span, error: &Error) {
    span.record("otel.status_code", "ERROR");
    span.record("error.type", error.class());
    span.record("request_id", error.request_id());
}
