//! The cloud itself: a request in, a response out. Server and in-process transport both end up here.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Request, Response, header};
use serde_json::{Value, json};

use super::form::ReceivedForm;
use super::gate::{Accounts, Gate};
use super::handlers::{Answer, Handlers};
use super::incoming::Incoming;
use super::received::Received;
use super::stream;
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
    pub(super) handlers: Handlers,
    pub(super) observer: Option<Observer>,
    pub(super) received: Mutex<VecDeque<Received>>,
}

impl Core {
    /// Answers a request: always with HTTP status 200, a new request id, and an envelope unless it streams, as the real
    /// cloud does.
    pub(super) fn answer(&self, request: &Request<Bytes>) -> Response<Body> {
        let mut received = Received::new(request.headers(), uuid::Uuid::new_v4().to_string());
        let outcome = self.judge(request, &mut received);
        let id = &received.request_id;
        let response = match outcome {
            Ok(Answer::Data(data)) => enveloped(data, id),
            Ok(Answer::Stream(items)) => stream::respond(items, &self.clock, id),
            Err(error) => {
                let data = json!({ "Error": { "Code": error.code(), "Message": error.message() } });
                let response = enveloped(data, id);
                received.error = Some(error);
                response
            }
        };
        self.remember(received);
        response
    }

    fn judge(&self, request: &Request<Bytes>, received: &mut Received) -> Result<Answer, ApiError> {
        let now = Timestamp::from_system_time(self.clock.now())
            .ok_or_else(|| ApiError::new("InternalError", "the cloud's own clock is out of range"))?;
        let form = ReceivedForm::of(request)?;
        received.form = Some(form);
        let incoming = Incoming::read(request, form)?;
        received.claim(&incoming);
        let gate = Gate { accounts: &self.accounts, handlers: &self.handlers, now };
        let admitted = gate.admit(&incoming)?;
        received.service.clone_from(&admitted.service);
        let handler = self.handlers.find(&admitted);
        let declared = handler.as_ref().ok().and_then(|handler| handler.declared);
        let parameters = incoming.parameters(&admitted.service, declared)?;
        received.parameters = parameters.to_json();
        let handler = handler?;
        handler.check_form(form)?;
        match handler.answer(&admitted.action, &parameters)? {
            Answer::Data(other) if !other.is_object() => {
                let message = format!("the handler of {} answered `{other}`, not an object", admitted.action);
                Err(ApiError::new("InternalError", message))
            }
            answer => Ok(answer),
        }
    }

    fn remember(&self, received: Received) {
        if let Some(observer) = &self.observer {
            observer(&received);
        }
        let mut all = self.received.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() == REMEMBERED {
            all.pop_front();
        }
        all.push_back(received);
    }
}

/// The data, an object, with the request id in it and the envelope around it.
fn enveloped(mut data: Value, request_id: &str) -> Response<Body> {
    data["RequestId"] = request_id.into();
    let mut response = Response::new(Body::from(json!({ "Response": data }).to_string()));
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}
