//! How long an attempt may take.

use std::sync::atomic::Ordering;

use async_trait::async_trait;
use tencent_action::fake::Fault;
use tencent_action::{Clock, Credential, CredentialError, ProvideCredential, RetryPolicy, SystemClock};
use tokio::time::Instant;

use super::{DescribeTasks, chat, cloud, seconds};
use crate::support::ManageTask;

#[tokio::test(start_paused = true)]
async fn an_attempt_that_stalls_leaves_an_idempotent_call_time_for_another() {
    let (cloud, runs) = cloud();
    let client = cloud.client().build().unwrap();
    // Before the operation runs, after it, and in the middle of its answer.
    for (fault, ran) in [
        (Fault::latency(seconds(3600)), 1),
        (Fault::latency(seconds(3600)).after_handler(), 2),
        (Fault::stall(0), 2),
        (Fault::stall(20), 2),
    ] {
        cloud.fault(fault.clone());
        runs.store(0, Ordering::SeqCst);
        let begin = Instant::now();
        let reply = ManageTask::abort("t").send(&client).idempotent(true).await.unwrap();
        assert_eq!((reply.attempts(), runs.load(Ordering::SeqCst)), (2, ran), "{fault}");
        assert!(begin.elapsed() >= seconds(30) && begin.elapsed() < seconds(31), "{fault}: {:?}", begin.elapsed());
    }
}

#[tokio::test(start_paused = true)]
async fn by_default_an_attempt_that_none_can_follow_has_all_the_time_there_is() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    cloud.fault(Fault::latency(seconds(59)));
    assert_eq!(ManageTask::abort("t").send(&client).await.unwrap().attempts(), 1, "it isn't idempotent");

    let once = cloud.client().retry(RetryPolicy::never()).build().unwrap();
    cloud.fault(Fault::latency(seconds(59)));
    ManageTask::abort("t").send(&once).idempotent(true).await.unwrap();

    let twice = cloud.client().retry(RetryPolicy::default().max_attempts(2)).build().unwrap();
    cloud.faults([Some(Fault::refused()), Some(Fault::latency(seconds(59)))]);
    let reply = ManageTask::abort("t").send(&twice).idempotent(true).await.unwrap();
    assert_eq!(reply.attempts(), 2, "the last attempt isn't cut");
}

#[tokio::test(start_paused = true)]
async fn half_of_the_deadline_is_half_of_the_calls_own() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    for (deadline, latency, attempts) in [(300, 149, 1), (300, 151, 2), (10, 4, 1), (10, 6, 2)] {
        cloud.fault(Fault::latency(seconds(latency)));
        let call = ManageTask::abort("t").send(&client).idempotent(true).timeout(seconds(deadline));
        assert_eq!(call.await.unwrap().attempts(), attempts, "{latency} s of {deadline}");
    }
}

#[tokio::test(start_paused = true)]
async fn client_and_call_say_how_long() {
    let (cloud, runs) = cloud();
    for (client, call, expected) in [
        (Some(9), None, Some("9s")),
        (Some(11), None, None),
        (None, Some(9), Some("9s")),
        (Some(9), Some(11), None),
        (Some(11), Some(9), Some("9s")),
    ] {
        let builder = cloud.client();
        let builder = match client {
            Some(timeout) => builder.attempt_timeout(seconds(timeout)),
            None => builder,
        };
        let client = builder.build().unwrap();
        cloud.fault(Fault::latency(seconds(10)).after_handler());
        runs.store(0, Ordering::SeqCst);
        let send = ManageTask::abort("t").send(&client);
        let outcome = match call {
            Some(timeout) => send.attempt_timeout(seconds(timeout)).await,
            None => send.await,
        };
        assert_eq!(runs.load(Ordering::SeqCst), 1, "it isn't idempotent, so it goes once");
        let Some(after) = expected else {
            outcome.unwrap();
            continue;
        };
        let error = outcome.unwrap_err();
        assert_eq!(error.to_string(), format!("vod ManageTask: no answer to an attempt within {after} (may have run)"));
        assert!(error.is_timeout() && error.may_have_run() && !error.is_retryable());
        assert!(!error.is_transport() && !error.is_bad_response() && error.status().is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn all_attempts_may_stall() {
    let (cloud, _) = cloud();
    let client = cloud.client().attempt_timeout(seconds(5)).build().unwrap();
    cloud.faults(std::iter::repeat(Some(Fault::stall(20))));
    let begin = Instant::now();
    let error = ManageTask::abort("t").send(&client).idempotent(true).await.unwrap_err();
    assert_eq!(error.to_string(), "vod ManageTask: no answer to an attempt within 5s (after 3 attempts; may have run)");
    assert!(error.is_retryable() && begin.elapsed() >= seconds(15) && begin.elapsed() < seconds(17));
}

/// The deadline is told where it comes first, or at the same time.
#[tokio::test(start_paused = true)]
async fn an_attempt_is_within_the_deadline() {
    let (cloud, _) = cloud();
    for attempt in [10, 60, u64::MAX] {
        let client = cloud.client().attempt_timeout(seconds(attempt)).timeout(seconds(10)).build().unwrap();
        cloud.fault(Fault::latency(seconds(3600)));
        let error = ManageTask::abort("t").send(&client).await.unwrap_err();
        assert_eq!(error.to_string(), "vod ManageTask: no answer within 10s (may have run)");
    }
}

/// A key pair that takes its time.
#[derive(Debug)]
struct Slow(Credential);

#[async_trait]
impl ProvideCredential for Slow {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        SystemClock.sleep(seconds(5)).await;
        Ok(Some(self.0.clone()))
    }

    fn looks_at(&self) -> std::borrow::Cow<'static, str> {
        "a slow place".into()
    }
}

#[tokio::test(start_paused = true)]
async fn neither_the_credential_nor_the_turn_is_an_attempts_time() {
    let (cloud, _) = cloud();
    let builder = cloud.client().credentials(Slow(cloud.credential().clone()));
    let client = builder.attempt_timeout(seconds(1) / 2).build().unwrap();
    let begin = Instant::now();
    for _ in 0..3 {
        DescribeTasks.send(&client).await.unwrap();
    }
    assert!(begin.elapsed() >= seconds(10), "{:?}", begin.elapsed());
}

#[tokio::test(start_paused = true)]
async fn an_attempt_at_a_stream_ends_where_the_stream_begins() {
    let (cloud, _) = cloud();
    let client = cloud.client().attempt_timeout(seconds(5)).build().unwrap();
    let mut chunks = chat().stream(&client).await.unwrap();
    let mut count = 0;
    while let Some(chunk) = chunks.next().await {
        assert_eq!(chunk.unwrap().text, "Well?");
        count += 1;
    }
    assert_eq!(count, 2, "with 50 seconds in between");

    cloud.fault(Fault::latency(seconds(6)));
    let error = chat().stream(&client).await.unwrap_err();
    assert_eq!(error.to_string(), "hunyuan ChatCompletions: no answer to an attempt within 5s (may have run)");
    cloud.fault(Fault::latency(seconds(6)));
    drop(chat().stream(&client).idempotent(true).await.unwrap());
}
