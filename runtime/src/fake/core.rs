//! The cloud itself: a request in, a response out. Server and in-process transport both end up here.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Request, Response, header};
use serde_json::{Value, json};

use super::gate::{self, Accounts};
use super::handlers::Handlers;
use super::parameters;
use super::received::Received;
use crate::clock::Clock;
use crate::response::ApiError;
use crate::signing::Timestamp;

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
    /// Answers a request: always with HTTP status 200, an envelope, and a new request id, as the real cloud does.
    pub(super) fn answer(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let mut received = Received {
            service: String::new(),
            action: common_parameter(request, "x-tc-action").unwrap_or_default(),
            version: common_parameter(request, "x-tc-version").unwrap_or_default(),
            region: common_parameter(request, "x-tc-region"),
            parameters: Value::Null,
            request_id: uuid::Uuid::new_v4().to_string(),
            error: None,
        };
        let outcome = self.judge(request, &mut received);
        let response = match outcome {
            Ok(mut data) => {
                data["RequestId"] = received.request_id.clone().into();
                data
            }
            Err(error) => {
                let response = json!({
                    "Error": { "Code": error.code(), "Message": error.message() },
                    "RequestId": received.request_id,
                });
                received.error = Some(error);
                response
            }
        };
        self.remember(received);
        let mut answer = Response::new(Bytes::from(json!({ "Response": response }).to_string()));
        answer.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
        answer
    }

    fn judge(&self, request: &Request<Bytes>, received: &mut Received) -> Result<Value, ApiError> {
        let now = Timestamp::from_system_time(self.clock.now())
            .ok_or_else(|| ApiError::new("InternalError", "the cloud's own clock is out of range"))?;
        let admitted = gate::admit(request, &self.accounts, now)?;
        received.service.clone_from(&admitted.service);
        received.parameters = parameters::parse(request.body())?;
        match self.handlers.answer(&admitted, &received.parameters)? {
            data @ Value::Object(_) => Ok(data),
            other => {
                let message = format!("the handler of {} answered `{other}`, not an object", admitted.action);
                Err(ApiError::new("InternalError", message))
            }
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

fn common_parameter(request: &Request<Bytes>, name: &str) -> Option<String> {
    Some(String::from_utf8_lossy(request.headers().get(name)?.as_bytes()).into_owned())
}
