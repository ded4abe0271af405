//! The cloud itself: a request in, a response out. Server and in-process transport both end up here.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};

use super::accounts::Accounts;
use super::answers;
use super::bomb::takes_gzip;
use super::effect::{Broken, Effect};
use super::exchange::Exchange;
use super::fault::{Fault, Moment};
use super::form::ReceivedForm;
use super::gate::Gate;
use super::handlers::Handlers;
use super::incoming::Incoming;
use super::interrupted::Interrupted;
use super::operation::Operation;
use super::received::Received;
use super::schedule::Schedule;
use super::throttle::Throttle;
use crate::clock::Clock;
use crate::response::ApiError;
use crate::signing::Timestamp;
use crate::transport::Body;

/// How many requests are remembered.
const REMEMBERED: usize = 1000;

pub(super) type Observer = Box<dyn Fn(&Received) + Send + Sync>;

pub(super) struct Core {
    pub(super) accounts: Accounts,
    pub(super) clock: Arc<dyn Clock>,
    /// How many seconds the cloud's time is ahead of its clock.
    pub(super) skew: AtomicI64,
    pub(super) handlers: Handlers,
    pub(super) throttle: Throttle,
    pub(super) schedule: Schedule,
    pub(super) observer: Option<Observer>,
    pub(super) received: Mutex<VecDeque<Received>>,
}

impl Core {
    /// Answers a request: with HTTP status 200, a new request id, and an envelope unless it streams, as the real cloud
    /// does; or with the fault whose turn it is.
    pub(super) async fn answer(&self, request: &Request<Bytes>) -> Result<Response<Body>, Broken> {
        let mut exchange = Exchange::begin(self, request.headers());
        let operation = self.admit(request, &mut exchange.received);
        let fault = self.schedule.next(&exchange.received);
        exchange.received.fault.clone_from(&fault);
        let Some(fault) = fault else {
            return Ok(self.dated(self.perform(operation, &mut exchange.received)));
        };
        self.strike(fault, exchange, operation, takes_gzip(request.headers())).await
    }

    /// Turns a request away before it is read, if its turn says so.
    pub(super) async fn turn_away(&self, headers: &HeaderMap) -> Result<(), Broken> {
        let Some(fault) = self.schedule.next_unread() else { return Ok(()) };
        let mut exchange = Exchange::begin(self, headers);
        exchange.received.fault = Some(fault.clone());
        let unread = Err(ApiError::new("InternalError", "nobody has read the request"));
        self.strike(fault, exchange, unread, false).await.map(drop)
    }

    /// Lets a fault happen.
    async fn strike(
        &self,
        fault: Fault,
        mut exchange: Exchange<'_>,
        operation: Result<Operation, ApiError>,
        takes_gzip: bool,
    ) -> Result<Response<Body>, Broken> {
        if fault.moment == Moment::Before {
            self.wait(fault.latency).await;
        }
        let mut response =
            if fault.runs_handler() { self.perform(operation, &mut exchange.received) } else { Response::default() };
        if let Some(items) = fault.items(&response) {
            let id = &exchange.received.request_id;
            let response = response.map(|body| Body::new(Interrupted::new(body, fault, items, &self.clock, id)));
            return Ok(self.dated(response));
        }
        if let Effect::Error(error) = &fault.effect {
            response = answers::error(error.clone(), &mut exchange.received);
        }
        // From here on, nothing changes what became of the request.
        drop(exchange);
        if fault.moment != Moment::Before {
            self.wait(fault.latency).await;
        }
        fault.effect.on(response, takes_gzip).map(|response| self.dated(response))
    }

    /// Runs what was let in.
    fn perform(&self, operation: Result<Operation, ApiError>, received: &mut Received) -> Response<Body> {
        match operation.and_then(|operation| operation.run(received)) {
            Ok(answer) => answers::success(answer, &self.clock, &received.request_id),
            Err(error) => answers::error(error, received),
        }
    }

    /// Reads a request and judges it, up to its handler.
    fn admit(&self, request: &Request<Bytes>, received: &mut Received) -> Result<Operation, ApiError> {
        let now = self
            .now()
            .and_then(Timestamp::from_system_time)
            .ok_or_else(|| ApiError::new("InternalError", "the cloud's own clock is out of range"))?;
        let form = ReceivedForm::of(request)?;
        received.form = Some(form);
        let incoming = Incoming::read(request, form)?;
        received.claim(&incoming);
        let gate = Gate { accounts: &self.accounts, handlers: &self.handlers, now };
        let admitted = gate.admit(&incoming)?;
        received.service.clone_from(&admitted.service);
        let handler = self.handlers.find(&admitted);
        if handler.is_ok() {
            self.throttle.count(&admitted, &incoming, received.arrived)?;
        }
        let declared = handler.as_ref().ok().and_then(|handler| handler.declared);
        let parameters = incoming.parameters(&admitted.service, declared)?;
        received.parameters = parameters.to_json();
        let handler = handler?;
        handler.check_form(form)?;
        Ok(Operation { admitted, handler, parameters })
    }

    pub(super) fn remember(&self, received: Received) {
        if let Some(observer) = &self.observer {
            observer(&received);
        }
        let mut all = self.received.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() == REMEMBERED {
            all.pop_front();
        }
        all.push_back(received);
    }

    /// What the cloud takes for the time.
    fn now(&self) -> Option<SystemTime> {
        let skew = self.skew.load(Ordering::Relaxed);
        let by = Duration::from_secs(skew.unsigned_abs());
        let now = self.clock.now();
        if skew < 0 { now.checked_sub(by) } else { now.checked_add(by) }
    }

    async fn wait(&self, latency: Duration) {
        if !latency.is_zero() {
            self.clock.sleep(latency).await;
        }
    }

    /// The response with the cloud's date, unless it has one.
    pub(super) fn dated<B>(&self, response: Response<B>) -> Response<B> {
        answers::dated(response, self.now())
    }
}
