//! What several tests use.

use std::fmt;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use tencent_action::{
    Body, Client, ClientBuilder, Clock, Credential, RetryPolicy, Transport, TransportError, tencent_action,
};

/// The example's request, as a user would declare it.
#[tencent_action(service = "vod", version = "2018-07-17")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ManageTask {
    pub(crate) task_id: String,
    pub(crate) operation_type: String,
    pub(crate) sub_app_id: Option<u64>,
}

impl ManageTask {
    pub(crate) fn abort(task_id: &str) -> Self {
        Self { task_id: task_id.to_owned(), operation_type: "Abort".to_owned(), sub_app_id: None }
    }
}

/// The key pair of the published vectors.
pub(crate) fn credential() -> Credential {
    Credential::with_secret_id("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE").secret_key("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")
}

/// The time of the published vectors.
pub(crate) const SECOND: u64 = 1_551_113_065;

/// A clock that stands still and whose waits never end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StoppedClock(pub(crate) u64);

#[async_trait]
impl Clock for StoppedClock {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.0)
    }

    async fn sleep(&self, _: Duration) {
        std::future::pending::<()>().await;
    }
}

/// A clock that stands still, and leaves nothing to chance.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FixedClock {
    pub(crate) second: u64,
    pub(crate) random: u64,
}

#[async_trait]
impl Clock for FixedClock {
    fn now(&self) -> SystemTime {
        StoppedClock(self.second).now()
    }

    async fn sleep(&self, _: Duration) {
        std::future::pending::<()>().await;
    }

    fn random(&self) -> u64 {
        self.random
    }
}

/// A clock whose waits are over at once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HastyClock;

#[async_trait]
impl Clock for HastyClock {
    fn now(&self) -> SystemTime {
        StoppedClock(SECOND).now()
    }

    async fn sleep(&self, _: Duration) {}
}

/// A transport that keeps what it is given and always answers the same.
pub(crate) struct Recorder {
    answer: &'static str,
    requests: Mutex<Vec<Request<Bytes>>>,
}

impl Recorder {
    pub(crate) fn answering(answer: &'static str) -> std::sync::Arc<Self> {
        std::sync::Arc::new(Self { answer, requests: Mutex::default() })
    }

    pub(crate) fn requests(&self) -> Vec<Request<Bytes>> {
        self.requests.lock().unwrap().clone()
    }
}

/// The handle that a client takes.
#[derive(Clone)]
pub(crate) struct Recording(pub(crate) std::sync::Arc<Recorder>);

#[async_trait]
impl Transport for Recording {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        self.0.requests.lock().unwrap().push(request);
        Ok(Response::new(self.0.answer.into()))
    }
}

impl fmt::Debug for Recording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recording")
    }
}

/// A client of nobody's cloud, untouched by the environment.
pub(crate) fn client() -> ClientBuilder {
    Client::builder().without_env().credentials(credential()).clock(StoppedClock(SECOND)).retry(RetryPolicy::never())
}

/// A client whose every call is answered with this status and body.
pub(crate) fn answered(status: u16, body: &'static str) -> Client {
    let answer = move |_: Request<Bytes>| async move {
        let mut response = Response::new(body);
        *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
        Ok::<_, TransportError>(response)
    };
    client().transport(answer).build().unwrap()
}
