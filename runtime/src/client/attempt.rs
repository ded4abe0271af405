//! One attempt at a call: credential, its turn, signature, request, response.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{Request, Response};
use tracing::Span;
use tracing::instrument::Instrument;

use super::request::Signing;
use super::run::Run;
use super::spans::Begun;
use crate::error::Error;
use crate::failover::Permit;
use crate::response;
use crate::stream::{Answer, is_stream};
use crate::timeout::{self, Idle};
use crate::transport::{Body, TransportError};

/// A request on its way, as a transport has it.
type Sending<'a> = Pin<Box<dyn Future<Output = Result<Response<Body>, TransportError>> + Send + 'a>>;

impl Run<'_> {
    /// Tries a call once.
    ///
    /// A request is made, signed and sent in here and never leaves, so no signature can be sent twice.
    pub(super) async fn attempt(&self) -> Result<Answer, Error> {
        let (mut host, credential, turn) = self.turn().await?;
        // Whoever wasn't polled in time would send for nothing: the deadline comes next, and what ran can't be undone.
        if self.time_left().is_zero() {
            return Err(self.late());
        }
        let signing = Signing::new(self.inner(), self.call, credential.as_ref(), &host.endpoint)?;
        let (sending, span, begun) = self.begin(&signing, host.is_first, host.permit.as_deref_mut())?;
        let outcome = self.exchange(sending).instrument(span.clone()).await;
        let outcome = outcome.map_err(|error| signing.diagnose(error));
        self.attempt_ends(&span, &outcome, begun);
        self.arrive(host, &outcome);
        if let (Err(error), Some(turn)) = (&outcome, turn) {
            turn.failed(error);
        }
        outcome
    }

    /// Makes the request and hands it over. It stays out of our futures: they are moved about with all that they will ever hold.
    fn begin<'r>(
        &'r self,
        signing: &Signing<'_>,
        is_first: bool,
        permit: Option<&mut Permit<'r>>,
    ) -> Result<(Sending<'r>, Span, Begun), Error> {
        let request = signing.request()?;
        let (span, begun) = (self.attempt_span(&request), Begun::now(&*self.inner().clock));
        self.go(is_first, permit);
        let sending = span.in_scope(|| self.send(request, signing.begun_at()));
        Ok((sending, span, begun))
    }

    fn send(&self, request: Request<Bytes>, now: SystemTime) -> Sending<'_> {
        let inner = self.inner();
        inner.counters.attempt(self.progress.attempts() == 0);
        self.progress.send(now);
        tracing::debug!("sending");
        inner.transport.send(request)
    }

    /// Waits for the response and reads it, as long as an attempt may take.
    pub(super) async fn exchange(&self, sending: Sending<'_>) -> Result<Answer, Error> {
        let (inner, limit) = (self.inner(), self.attempt_limit());
        let answer = pin!(self.answer(sending));
        let Some(limit) = limit else { return answer.await };
        timeout::within(&*inner.clock, limit, answer).await.unwrap_or_else(|timeout::Elapsed| {
            inner.counters.timeout();
            Err(Error::attempt_timeout(limit))
        })
    }

    /// How long this attempt may take, if it has a time of its own that ends before the call's.
    ///
    /// Unless it is said, that is half of the call's, so that one stalled connection leaves as much again; and only where
    /// another attempt may follow, since otherwise it could only turn a late success into a failure.
    fn attempt_limit(&self) -> Option<Duration> {
        let (inner, call) = (self.inner(), self.call);
        let another = call.idempotent && inner.retry.allows_another(self.progress.failures() + 1);
        let default = another.then(|| self.deadline.after / 2);
        let limit = call.options.attempt_timeout.or(inner.timeouts.attempt).or(default);
        limit.filter(|limit| *limit < self.time_left())
    }

    async fn answer(&self, sending: Sending<'_>) -> Result<Answer, Error> {
        let (inner, call) = (self.inner(), self.call);
        let response = match self.begin_stream(sending.await.map_err(Error::transport)?) {
            Ok(stream) => return Ok(stream),
            Err(response) => response,
        };
        let reply = response::read(call.target.clone(), response, inner.response_limit).await;
        let reply = reply.and_then(response::judge).map_err(|error| call.fault(error))?;
        Ok(Answer::whole(reply))
    }

    /// The stream that a response begins, if it does; or the response.
    #[expect(clippy::result_large_err, reason = "it isn't an error, and nothing is handed on")]
    fn begin_stream(&self, response: Response<Body>) -> Result<Answer, Response<Body>> {
        if !is_stream(&response) {
            return Err(response);
        }
        let (inner, call) = (self.inner(), self.call);
        let after = call.options.idle_timeout.unwrap_or(inner.timeouts.idle);
        Ok(Answer::stream(call, response, inner.response_limit, Idle::new(Arc::clone(&inner.clock), after)))
    }
}
