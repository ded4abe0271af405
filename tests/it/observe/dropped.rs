//! Calls that are dropped on their way: each is counted as cancelled, once, and leaves no span behind.

use std::borrow::Cow;
use std::future::pending;

use async_trait::async_trait;
use tencent_action::fake::Fault;
use tencent_action::{Call, Client, Clock, Credential, CredentialError, ProvideCredential, RetryPolicy, SystemClock};

use super::log::Log;
use super::{DescribeTasks, chat, cloud, seconds};
use crate::support::ManageTask;

/// Never gives a key pair.
#[derive(Debug)]
struct Hanging;

#[async_trait]
impl ProvideCredential for Hanging {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        pending().await
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "nowhere".into()
    }
}

/// Lets a call go on for so many seconds, sees it under way, and drops it.
async fn dropped_after<R>(client: &Client, call: Call<R>, after: u64)
where
    Call<R>: Future<Output: std::fmt::Debug>,
{
    let before = client.stats();
    {
        let mut call = std::pin::pin!(call);
        tokio::select! {
            biased;
            outcome = &mut call => panic!("it is too early: {outcome:?}"),
            () = SystemClock.sleep(seconds(after)) => {}
        }
        let stats = client.stats();
        assert_eq!((stats.calls, stats.in_flight, stats.cancelled), (before.calls + 1, 1, before.cancelled), "{stats}");
    }
    let stats = client.stats();
    assert_eq!((stats.in_flight, stats.cancelled), (0, before.cancelled + 1), "{stats}");
    assert_eq!((stats.succeeded, stats.failed), (before.succeeded, before.failed), "{stats}");
}

#[tokio::test(start_paused = true)]
async fn wherever_a_call_is_dropped_it_counts_as_cancelled() {
    let (log, _guard) = Log::listen();
    let (cloud, _) = cloud();
    let patient = RetryPolicy::default().first_wait(seconds(3600)).longest_wait(seconds(3600));
    let client = cloud.client().retry(patient).timeout(seconds(7200)).build().unwrap();

    // In the transport; in the body; in the wait before another attempt; in the wait for its turn.
    for fault in [Fault::latency(seconds(9)), Fault::latency(seconds(9)).after_handler(), Fault::stall(20)] {
        cloud.fault(fault);
        dropped_after(&client, ManageTask::abort("t").send(&client), 8).await;
    }
    cloud.fault(Fault::refused());
    dropped_after(&client, ManageTask::abort("t").send(&client), 0).await;
    DescribeTasks.send(&client).await.unwrap();
    dropped_after(&client, DescribeTasks.send(&client), 0).await;
    cloud.fault(Fault::latency(seconds(9)));
    dropped_after(&client, chat().stream(&client), 8).await;

    // While the credential is looked for.
    let without = cloud.client().credentials(Hanging).build().unwrap();
    dropped_after(&without, ManageTask::abort("t").send(&without), 8).await;
    assert_eq!(without.stats().attempts, 0);

    let cancelled = log.events().iter().filter(|event| event.starts_with("DEBUG call call cancelled elapsed=")).count();
    assert_eq!(cancelled, 7, "{:#?}", log.events());
    assert_eq!(log.left_over(), (0, 0), "no span is entered, and none is open");
}

/// Says so when it is dropped.
struct Says;

impl Drop for Says {
    fn drop(&mut self) {
        tracing::debug!(target: "tencent_action", "let go");
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_told_by_those_who_are_dropped_with_a_call_belongs_to_it() {
    let (log, _guard) = Log::listen();
    let silent = |_: http::Request<bytes::Bytes>| async {
        let _says = Says;
        pending::<Result<http::Response<&'static str>, std::convert::Infallible>>().await
    };
    let client = crate::support::client().transport(silent).build().unwrap();
    dropped_after(&client, ManageTask::abort("t").send(&client), 1).await;
    let expected = ["DEBUG call:attempt sending", "DEBUG call:attempt let go", "DEBUG call call cancelled elapsed=0ns"];
    assert_eq!(log.events(), expected);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_never_polled_hasnt_begun_and_one_that_is_done_isnt_cancelled() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    drop(ManageTask::abort("t").send(&client));
    assert_eq!(client.stats().calls, 0);

    let mut call = Box::pin(ManageTask::abort("t").send(&client));
    call.as_mut().await.unwrap();
    drop(call);
    assert_eq!((client.stats().calls, client.stats().succeeded, client.stats().cancelled), (1, 1, 0));
}

/// A panic in a transport of the user's is theirs; the numbers stay right.
#[tokio::test]
async fn a_call_that_panics_counts_as_cancelled() {
    fn answer() -> http::Response<&'static str> {
        panic!("as the test wants it")
    }
    let panicking = |_: http::Request<bytes::Bytes>| async { Ok::<_, std::convert::Infallible>(answer()) };
    let client = crate::support::client().transport(panicking).build().unwrap();
    assert!(tokio::spawn(ManageTask::abort("t").send(&client)).await.unwrap_err().is_panic());
    assert_eq!((client.stats().calls, client.stats().cancelled, client.stats().in_flight), (1, 1, 0));
}
