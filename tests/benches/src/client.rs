//! Clients whose transport is a function: what a call costs without a network.

use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use tencent_action::{Client, ClientBuilder, Clock, Site, SystemClock, TransportError};
use tokio::runtime::{Builder, Runtime};

use crate::mark;
use crate::subject::{REGION, credential};

/// A runtime of one thread.
pub(crate) fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime starts")
}

/// A client that is answered at once.
pub(crate) fn null(answer: impl Into<Bytes>) -> Client {
    let answer = answer.into();
    let respond = move |request: Request<Bytes>| {
        std::hint::black_box(request);
        std::future::ready(Ok::<_, TransportError>(Response::new(answer.clone())))
    };
    builder().credentials(credential()).transport(respond).build().expect("a client without a network")
}

/// The same, but what is measured begins when the transport answers.
pub(crate) fn answered(answer: impl Into<Bytes>) -> Client {
    let answer = answer.into();
    let respond = move |request: Request<Bytes>| {
        std::hint::black_box(request);
        let response = Response::new(answer.clone());
        mark::begin();
        std::future::ready(Ok::<_, TransportError>(response))
    };
    builder().credentials(credential()).transport(respond).build().expect("a client without a network")
}

/// The same, but what is measured begins when the client has the time to sign with, and ends when it has the signed request.
pub(crate) fn signing(answer: impl Into<Bytes>) -> Client {
    let answer = answer.into();
    let respond = move |request: Request<Bytes>| {
        mark::end();
        std::hint::black_box(request);
        std::future::ready(Ok::<_, TransportError>(Response::new(answer.clone())))
    };
    builder().credentials(credential()).clock(Marked).transport(respond).build().expect("a client without a network")
}

/// One whose clock stands still, so that what it signs can be compared.
pub(crate) fn at(second: u64) -> Client {
    let client = builder().credentials(credential()).clock(Standing(Duration::from_secs(second)));
    client.build().expect("a client that sends nothing")
}

fn builder() -> ClientBuilder {
    Client::builder().without_env().site(Site::Mainland).region(REGION)
}

#[derive(Debug)]
struct Standing(Duration);

#[async_trait]
impl Clock for Standing {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.0
    }

    async fn sleep(&self, _: Duration) {
        std::future::pending::<()>().await;
    }
}

/// The system's clock, which marks the moment when it is looked at. The last time before the transport, that is for the signature.
#[derive(Debug)]
struct Marked;

#[async_trait]
impl Clock for Marked {
    fn now(&self) -> SystemTime {
        let now = SystemClock.now();
        mark::begin();
        now
    }

    async fn sleep(&self, duration: Duration) {
        SystemClock.sleep(duration).await;
    }
}
