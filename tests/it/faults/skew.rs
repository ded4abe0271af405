//! A clock that is off: learnt from a refusal, once, and kept.

use std::future::pending;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use tencent_action::fake::Fault;
use tencent_action::{Body, Clock, RateKey, RateLimitError, RateLimiter, SystemClock, Transport, TransportError};

use super::cloud;
use crate::support::ManageTask;

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_off_is_set_right_by_the_servers() {
    for off in [-100_000, -301, 301, 100_000] {
        let (cloud, runs) = cloud();
        let client = cloud.client().build().unwrap();
        cloud.skew(off);
        let reply = ManageTask::abort("t").send(&client).await.unwrap();
        assert_eq!(reply.attempts(), 2, "{off}");
        let reply = ManageTask::abort("t").send(&client).await.unwrap();
        assert_eq!((reply.attempts(), runs.load(Ordering::SeqCst)), (1, 2), "{off}: it is kept");
        // The server's clock jumps, and is followed.
        cloud.skew(0);
        assert_eq!(ManageTask::abort("t").send(&client).await.unwrap().attempts(), 2, "{off}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_within_the_window_is_left_alone() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    cloud.skew(299);
    assert_eq!(ManageTask::abort("t").send(&client).await.unwrap().attempts(), 1);
}

/// Sends after a while, so that calls are under way together.
struct Slow(Arc<dyn Transport>);

#[async_trait]
impl Transport for Slow {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        SystemClock.sleep(Duration::from_millis(20)).await;
        self.0.send(request).await
    }
}

/// Each was signed by a clock that nobody had set right yet. It is told once.
#[tokio::test(start_paused = true)]
async fn calls_that_are_refused_together_are_all_set_right() {
    let (cloud, runs) = cloud();
    let client = cloud.client().wrap_transport(Slow).build().unwrap();
    cloud.skew(1000);
    let tasks = ["1", "2", "3"].map(ManageTask::abort);
    let outcomes = client.run_all(tasks).collect().await;
    assert_eq!((outcomes.failed.len(), runs.load(Ordering::SeqCst)), (0, 3), "{:?}", outcomes.failed);
    assert_eq!((client.stats().attempts, client.stats().clock_corrections), (6, 1));
}

/// Lets one go, and keeps all after it waiting.
#[derive(Default)]
struct OneOnly(AtomicUsize);

#[async_trait]
impl RateLimiter for OneOnly {
    async fn acquire(&self, _: &RateKey, _: NonZeroU32, _: Duration) -> Result<(), RateLimitError> {
        match self.0.fetch_add(1, Ordering::SeqCst) {
            0 => Ok(()),
            _ => pending().await,
        }
    }
}

/// The one request that went was stopped at the gate.
#[tokio::test(start_paused = true)]
async fn a_refused_call_that_waits_to_go_again_hasnt_run() {
    let (cloud, runs) = cloud();
    cloud.skew(1000);
    let limited = cloud.client().rate_limit("vod", "ManageTask", 1).rate_limiter(OneOnly::default());
    let client = limited.timeout(Duration::from_secs(5)).build().unwrap();
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert!(error.is_timeout() && !error.may_have_run() && error.is_retryable(), "{error}");
    assert_eq!((error.attempts(), runs.load(Ordering::SeqCst)), (1, 0));
}

/// Refused again, the call fails: a gate that contradicts itself isn't asked for ever.
#[tokio::test(start_paused = true)]
async fn a_date_that_helps_nothing_is_followed_once() {
    let refusal = r#"{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"m"},"RequestId":"r"}}"#;
    let answered = |name: &'static str, value: &'static str| {
        let answer = Response::builder().header(name, value).header("content-type", "application/json");
        Fault::answer(answer.body(refusal).unwrap())
    };
    for (fault, attempts) in [
        (answered("date", "Mon, 25 Feb 2019 20:00:00 GMT"), 2),
        (answered("date", "yesterday"), 1),
        // From a cache: it says nothing of the time now.
        (answered("age", "7200"), 1),
    ] {
        let (cloud, runs) = cloud();
        super::always(&cloud, &fault);
        let error = ManageTask::abort("t").send(&cloud.client().build().unwrap()).await.unwrap_err();
        assert_eq!(error.code(), Some("AuthFailure.SignatureExpire"));
        assert_eq!((error.attempts(), runs.load(Ordering::SeqCst)), (attempts, 0), "{error}");
        assert!(!error.may_have_run());
    }
}
