//! The two ends of a call: a cloud at which requests arrive, and one that answers as it is told.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Request, Response, header};
use serde_json::{Value, json};
use tencent_action::fake::FakeCloud;
use tencent_action::{Client, Credential, Error, RequestForm, RetryPolicy, TransportError};

/// Holds one thing for someone else to take.
type Slot<T> = Arc<Mutex<Option<T>>>;

/// What examples are run in. Nothing in it has a socket.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) runtime: tokio::runtime::Runtime,
    cloud: FakeCloud,
    arrived: Slot<Value>,
    sender: Client,
    answer: Slot<Answer>,
    pub(crate) asker: Client,
}

#[derive(Debug)]
struct Answer {
    body: Bytes,
    content_type: &'static str,
}

impl World {
    pub(crate) fn new() -> Result<Self, Error> {
        // Without a runtime, nothing of this program can run.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime is built");
        let cloud = FakeCloud::in_process();
        let sender = cloud.client().retry(RetryPolicy::never()).without_rate_limits().build()?;
        let answer: Slot<Answer> = Slot::default();
        let scripted = Arc::clone(&answer);
        let transport = move |_: Request<Bytes>| {
            let answer = take(&scripted);
            async move {
                let Answer { body, content_type } =
                    answer.ok_or("there is no answer left").map_err(TransportError::not_sent)?;
                let response = Response::builder().header(header::CONTENT_TYPE, content_type).body(body);
                response.map_err(TransportError::not_sent)
            }
        };
        let asker = Client::builder()
            .without_env()
            .credentials(Credential::with_secret_id("AKIDfake").secret_key("a-key-that-opens-nothing"))
            .transport(transport)
            .retry(RetryPolicy::never())
            .build()?;
        Ok(Self { runtime, cloud, arrived: Slot::default(), sender, answer, asker })
    }

    /// Lets requests of this action in.
    pub(crate) fn admit(&self, service: &str, version: &str, action: &str) {
        let arrived = Arc::clone(&self.arrived);
        self.cloud.on_json(service, version, action, move |parameters| {
            put(&arrived, parameters.clone());
            Ok(json!({}))
        });
    }

    pub(crate) fn sender(&self, form: RequestForm) -> Client {
        self.sender.with_form(form)
    }

    /// The parameters that came in last.
    pub(crate) fn arrived(&self) -> Option<Value> {
        take(&self.arrived)
    }

    /// What is answered next.
    pub(crate) fn answer(&self, body: impl Into<Bytes>, content_type: &'static str) {
        put(&self.answer, Answer { body: body.into(), content_type });
    }
}

fn put<T>(slot: &Slot<T>, value: T) {
    *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
}

fn take<T>(slot: &Slot<T>) -> Option<T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner).take()
}
