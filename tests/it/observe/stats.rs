//! What is counted.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{
    ApiError, Client, Credential, CredentialError, Empty, ProvideCredential, Stats, tencent_action, tencent_data,
};

use super::log::Log;
use super::{DescribeTasks, chat, cloud, seconds};
use crate::support::ManageTask;

/// Calls, successes, failures, attempts, retries.
fn main_numbers(client: &Client) -> [u64; 5] {
    let Stats { calls, succeeded, failed, attempts, retries, cancelled: 0, in_flight: 0, .. } = client.stats() else {
        panic!("{}", client.stats());
    };
    assert_eq!(calls, succeeded + failed);
    [calls, succeeded, failed, attempts, retries]
}

#[tokio::test(start_paused = true)]
async fn calls_and_attempts_are_counted_for_all_clones() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    assert_eq!(client.stats(), Stats::default());
    ManageTask::abort("t").send(&client).await.unwrap();
    assert_eq!(main_numbers(&client), [1, 1, 0, 1, 0]);

    cloud.faults([Some(Fault::refused()), Some(Fault::refused())]);
    ManageTask::abort("t").send(&client.clone()).await.unwrap();
    assert_eq!(main_numbers(&client), [2, 2, 0, 4, 2]);

    cloud.fault(Fault::error(ApiError::new("InvalidParameter", "no")));
    ManageTask::abort("t").send(&client.with_unsigned_payload(false)).await.unwrap_err();
    assert_eq!(main_numbers(&client), [3, 2, 1, 5, 2]);
    // Another client counts by itself.
    assert_eq!(cloud.client().build().unwrap().stats(), Stats::default());
}

/// What fails before anything is sent has failed, too; and so has an answer that doesn't fit.
#[tokio::test(start_paused = true)]
async fn each_failure_counts_once_wherever_it_is() {
    #[tencent_action(service = "vod", version = "2018-07-17", action = "ManageTask", response = Strict)]
    struct Misread {
        task_id: String,
        operation_type: String,
    }
    #[tencent_data]
    #[derive(Debug)]
    struct Strict {
        status: u64,
    }
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    let error = Misread { task_id: "t".into(), operation_type: "Abort".into() }.send(&client).await.unwrap_err();
    assert!(error.is_bad_response(), "{error}");
    assert_eq!(main_numbers(&client), [1, 0, 1, 1, 0]);

    client.call_json("vod", "2018-07-17", "no action", &()).await.unwrap_err();
    ManageTask::abort("t").send(&client).region("no region").await.unwrap_err();
    assert_eq!(main_numbers(&client), [3, 0, 3, 1, 0]);

    // Showing isn't calling.
    ManageTask::abort("t").send(&client).explain().await.unwrap();
    assert_eq!(main_numbers(&client), [3, 0, 3, 1, 0]);
}

#[tokio::test(start_paused = true)]
async fn throttled_answers_timeouts_and_waits_are_counted() {
    let (cloud, _) = cloud();
    let client = cloud.client().attempt_timeout(seconds(5)).timeout(seconds(12)).build().unwrap();
    cloud.fault(Fault::error(ApiError::new("RequestLimitExceeded", "slow down")));
    ManageTask::abort("t").send(&client).await.unwrap();
    assert_eq!((client.stats().throttled, client.stats().timeouts), (1, 0));

    // Two attempts that take too long, and then the call does.
    cloud.faults(std::iter::repeat(Some(Fault::stall(0))));
    ManageTask::abort("t").send(&client).idempotent(true).await.unwrap_err();
    assert_eq!((client.stats().throttled, client.stats().timeouts), (1, 3));
    cloud.no_faults();

    DescribeTasks.send(&client).await.unwrap();
    assert_eq!((client.stats().rate_limit_waits, client.stats().rate_limit_wait_time), (0, seconds(0)));
    for count in 1..=3 {
        DescribeTasks.send(&client).await.unwrap();
        let Stats { rate_limit_waits, rate_limit_wait_time, .. } = client.stats();
        assert_eq!(rate_limit_waits, count);
        // Tokio's timer goes by the millisecond.
        assert!(rate_limit_wait_time.abs_diff(seconds(count)) < seconds(1) / 100, "{rate_limit_wait_time:?}");
    }
}

/// A clock that goes on while a limiter is asked makes no wait of it.
#[tokio::test]
async fn a_call_that_may_go_at_once_has_not_waited() {
    let cloud = FakeCloud::in_process();
    cloud.on(|_: ManageTask| Ok(Empty));
    let client = cloud.client().rate_limit("vod", "ManageTask", 1000).build().unwrap();
    for _ in 0..10 {
        ManageTask::abort("t").send(&client).await.unwrap();
    }
    assert_eq!((client.stats().rate_limit_waits, client.stats().rate_limit_wait_time), (0, seconds(0)));
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_was_corrected_is_counted() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    cloud.skew(1000);
    for _ in 0..3 {
        ManageTask::abort("t").send(&client).await.unwrap();
    }
    assert_eq!((client.stats().clock_corrections, main_numbers(&client)), (1, [3, 3, 0, 4, 1]));
}

/// Gives one temporary key, and then always another.
#[derive(Debug, Default)]
struct Numbered(AtomicUsize);

fn key(number: usize) -> Credential {
    Credential::with_secret_id(format!("AKIDtemporary{number}")).secret_key("secret-key").with_token("secret-token")
}

#[async_trait]
impl ProvideCredential for Numbered {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        Ok(Some(key(self.0.fetch_add(1, Ordering::SeqCst).min(1))))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "a test".into()
    }
}

#[tokio::test(start_paused = true)]
async fn a_credential_that_was_renewed_is_counted() {
    let cloud = FakeCloud::in_process();
    cloud.on(|_: ManageTask| Ok(Empty)).add_credential(key(1));
    let client = cloud.client().credentials(Numbered::default()).build().unwrap();
    let (log, _guard) = Log::listen();
    ManageTask::abort("t").send(&client).await.unwrap();
    assert_eq!((client.stats().credentials_renewed, main_numbers(&client)), (1, [1, 1, 0, 2, 1]));
    let told = "INFO call trying again with a new credential error.type=AuthFailure.SecretIdNotFound";
    assert_eq!(log.events().iter().filter(|event| *event == told).count(), 1, "{:#?}", log.events());
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_counted_where_it_begins() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    let stream = chat().stream(&client).await.unwrap();
    assert_eq!((client.stats().streams, main_numbers(&client)), (1, [1, 1, 0, 1, 0]));
    drop(stream);
    cloud.fault(Fault::refused());
    chat().stream(&cloud.client().retry(tencent_action::RetryPolicy::never()).build().unwrap()).await.unwrap_err();
    assert_eq!((client.stats().streams, main_numbers(&client)), (1, [1, 1, 0, 1, 0]));
}

/// Each call of a wait counts, the one that its deadline cuts off as cancelled.
#[tokio::test(start_paused = true)]
async fn the_calls_of_a_wait_are_counted() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    let mut rounds = 0;
    let wait = ManageTask::abort("t").send(&client).until(|_| {
        rounds += 1;
        rounds == 3
    });
    wait.await.unwrap();
    assert_eq!(main_numbers(&client), [3, 3, 0, 3, 0]);

    cloud.faults([None, Some(Fault::latency(seconds(3600)))]);
    let wait = ManageTask::abort("t").send(&client).until(|_| false).timeout(seconds(20));
    wait.await.unwrap_err();
    let Stats { calls, succeeded, failed, cancelled, in_flight, .. } = client.stats();
    assert_eq!([calls, succeeded, failed, cancelled, in_flight], [5, 4, 0, 1, 0]);
}
