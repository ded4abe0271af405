//! What counts as a failure of a host, one by one.

use std::borrow::Cow;
use std::time::Duration;

use async_trait::async_trait;
use http::{HeaderValue, StatusCode};
use tencent_action::fake::Fault;
use tencent_action::{
    ApiError, Clock, Credential, CredentialError, Failover, ProvideCredential, RetryPolicy, SystemClock,
};

use super::{A, Hosts, pass, seconds, task, two_others};

/// A breaker that opens at the first failure.
fn strict() -> Failover {
    two_others().after_failures(1)
}

#[tokio::test(start_paused = true)]
async fn each_fault_is_of_the_host_or_is_not() {
    let error = |code: &str| Fault::error(ApiError::new(code, "no"));
    let json =
        |status: u16, body: &'static str| Fault::answer(http::Response::builder().status(status).body(body).unwrap());
    for (fault, counts) in [
        (Fault::refused(), true),
        (Fault::unread(), true),
        (Fault::reset(), true),
        (Fault::reset().after_handler(), true),
        (Fault::page(StatusCode::BAD_GATEWAY), true),
        (Fault::page(StatusCode::SERVICE_UNAVAILABLE), true),
        (Fault::page(StatusCode::OK), true),
        (Fault::page(StatusCode::FOUND), true),
        (Fault::page(StatusCode::URI_TOO_LONG), false),
        (Fault::page(StatusCode::FORBIDDEN), false),
        (Fault::empty(), true),
        (Fault::garbage(), true),
        (Fault::cut_off(10), true),
        (json(500, r#"{"Response":{"RequestId":"r"}}"#), true),
        (json(200, r#"{"message":"no route"}"#), true),
        (json(503, r#"{"Response":{"Error":{"Code":"ServiceUnavailable","Message":"no"},"RequestId":"r"}}"#), false),
        (error("InternalError"), false),
        (error("RequestLimitExceeded"), false),
        (error("AuthFailure.SignatureFailure"), false),
        (error("InvalidParameter"), false),
        (Fault::latency(seconds(29)), false),
        (Fault::latency(seconds(31)), true),
        (Fault::stall(10), true),
        (Fault::gzip_bomb(60 << 20), false),
        (Fault::content_type(HeaderValue::from_static("text/html")), false),
    ] {
        let hosts = Hosts::new();
        let client =
            hosts.client_with(strict()).retry(RetryPolicy::never()).attempt_timeout(seconds(30)).build().unwrap();
        hosts.clouds[A].fault(fault.clone());
        _ = task().send(&client).await;
        task().send(&client).await.unwrap();
        assert_eq!(hosts.visits(), if counts { "AB" } else { "AA" }, "{fault}");
    }
}

/// What fails before anything is sent is no host's fault.
#[tokio::test(start_paused = true)]
async fn what_was_never_sent_says_nothing() {
    let hosts = Hosts::new();
    let client = hosts.client_with(strict()).credentials(Broken).build().unwrap();
    for _ in 0..3 {
        assert!(task().send(&client).await.unwrap_err().is_credential());
    }
    assert_eq!(hosts.visits(), "");
}

#[derive(Debug)]
struct Broken;

#[async_trait]
impl ProvideCredential for Broken {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        Ok(None)
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "nothing".into()
    }
}

/// All go to the first host; then the loop has something else to do, for longer than a call may take.
#[tokio::test(start_paused = true)]
async fn calls_that_are_left_lying_and_dropped_say_nothing_of_the_host() {
    let hosts = Hosts::new();
    let client = hosts.client().build().unwrap();
    hosts.always(A, &Fault::latency(seconds(1)));
    let mut run = client.run_all((0..6).map(|_| task())).concurrency(6);
    tokio::select! {
        _ = run.next() => panic!("they take a second"),
        () = SystemClock.sleep(Duration::from_millis(1)) => {}
    }
    pass(61).await;
    drop(run);
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "AAAAAAA");
}
