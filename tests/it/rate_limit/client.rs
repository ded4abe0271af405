//! What a client does by itself.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use serde_json::json;
use tencent_action::{Credential, CredentialError, ProvideCredential, SlidingWindow};
use tokio::task::{JoinSet, yield_now};

use super::*;

#[tokio::test(start_paused = true)]
async fn ten_thousand_calls_of_many_clones_never_exceed_the_limit() {
    let cloud = Cloud::new();
    let client = cloud.client().build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..10_000 {
        calls.spawn(task().send(&client.clone()));
    }
    while let Some(outcome) = calls.join_next().await {
        outcome.unwrap().unwrap();
    }
    let expected: Vec<_> = (0..10_000).map(|i| u128::from(i / 20 * 1000_u32)).collect();
    assert_eq!(cloud.arrived_ms(), expected);
}

#[tokio::test(start_paused = true)]
async fn with_a_margin_a_second_is_longer() {
    let cloud = Cloud::new();
    let window = SlidingWindow::default().margin(Duration::from_millis(100));
    let client = cloud.client().rate_limiter(window).build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..60 {
        calls.spawn(task().send(&client));
    }
    while let Some(outcome) = calls.join_next().await {
        outcome.unwrap().unwrap();
    }
    let expected: Vec<_> = (0..60).map(|i| u128::from(i / 20 * 1100_u32)).collect();
    assert_eq!(cloud.arrived_ms(), expected);
}

#[tokio::test(start_paused = true)]
async fn what_the_vendor_counts_apart_counts_apart() {
    #[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 1)]
    struct DescribeOthers;

    let cloud = Cloud::new();
    let window = Arc::new(SlidingWindow::default());
    let of = |id: &str| {
        let credential = Credential::with_secret_id(id).secret_key("key");
        cloud.client().credentials(credential).rate_limiter(Arc::clone(&window)).build().unwrap()
    };
    let (one, other) = (of("AKID1"), of("AKID2"));
    DescribeTasks.send(&one).await.unwrap();
    DescribeTasks.send(&other).await.unwrap();
    DescribeTasks.send(&one).endpoint("https://vod.ap-tokyo.tencentcloudapi.com").await.unwrap();
    DescribeOthers.send(&one).await.unwrap();
    assert_eq!(cloud.arrived_ms(), [0, 0, 0, 0]);

    // The region that is asked for isn't where the request goes in; and clients that share a limiter share its limits.
    DescribeTasks.send(&one).region("ap-tokyo").await.unwrap();
    DescribeTasks.send(&of("AKID1")).await.unwrap();
    assert_eq!(cloud.arrived_ms()[4..], [1000, 2000]);
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_turn_comes_after_its_deadline_fails_at_once() {
    let cloud = Cloud::new();
    let client = cloud.client().timeout(seconds(60)).build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..1200 {
        calls.spawn(task().send(&client));
    }
    // Until each of them has been polled.
    for _ in 0..1200 {
        yield_now().await;
    }
    let error = task().send(&client).await.unwrap_err();
    assert_eq!(cloud.begin.elapsed(), seconds(0));
    assert_eq!(
        error.to_string(),
        "vod ManageTask: 20 requests a second are allowed, and the wait would pass the deadline of 60s"
    );
    assert!(error.is_rate_limited() && error.is_retryable());
    assert!(!error.may_have_run() && !error.is_throttled() && !error.is_timeout() && !error.is_transport());
    while let Some(outcome) = calls.join_next().await {
        outcome.unwrap().unwrap();
    }
    assert_eq!(cloud.arrived().len(), 1200);

    sleep(seconds(1)).await;
    DescribeTasks.send(&client).await.unwrap();
    let error = DescribeTasks.send(&client).timeout(Duration::from_millis(10)).await.unwrap_err();
    let line = "vod DescribeTasks: 1 request a second is allowed, and the wait would pass the deadline of 10ms";
    assert_eq!(error.to_string(), line);
}

#[tokio::test(start_paused = true)]
async fn a_throttled_answer_holds_the_others_for_a_second() {
    let cloud = Cloud::throttling(&[1]);
    let client = cloud.client().build().unwrap();
    task().send(&client).await.unwrap();
    sleep(Duration::from_millis(250)).await;
    let error = task().send(&client).await.unwrap_err();
    assert!(error.is_throttled() && !error.is_rate_limited());
    task().send(&client).await.unwrap();
    DescribeTasks.send(&client).await.unwrap();
    assert_eq!(cloud.arrived_ms(), [0, 250, 1250, 1250]);
}

#[tokio::test(start_paused = true)]
async fn a_client_says_otherwise() {
    let cloud = Cloud::new();
    let client = cloud.client().rate_limit("vod", "DescribeTasks", 3).rate_limit("vod", "Undeclared", 2);
    let client = client.build().unwrap();
    for _ in 0..4 {
        DescribeTasks.send(&client).await.unwrap();
    }
    for _ in 0..3 {
        client.call_json("vod", "2018-07-17", "Undeclared", &json!({})).await.unwrap();
    }
    assert_eq!(cloud.arrived_ms(), [0, 0, 0, 1000, 1000, 1000, 2000]);

    // Another service's action of the same name, an action of which nobody said anything, and one that is undeclared.
    for (service, action) in [("mps", "DescribeTasks"), ("vod", "Other")] {
        for _ in 0..100 {
            client.call_json(service, "2018-07-17", action, &json!({})).await.unwrap();
        }
    }
    assert_eq!(cloud.begin.elapsed(), seconds(2));
}

#[tokio::test(start_paused = true)]
async fn a_client_without_limits_has_none() {
    let cloud = Cloud::throttling(&[0]);
    let client = cloud.client().rate_limit("vod", "DescribeTasks", 1).without_rate_limits().build().unwrap();
    assert!(DescribeTasks.send(&client).await.unwrap_err().is_throttled());
    for _ in 0..100 {
        DescribeTasks.send(&client).await.unwrap();
    }
    assert_eq!(cloud.begin.elapsed(), seconds(0));
}

#[test]
fn a_limit_of_nothing_is_refused() {
    let error = crate::support::client().rate_limit("vod", "ManageTask", 0).build().unwrap_err();
    let line = "vod ManageTask: with a limit of 0 requests a second it could never be called: say 1 or more";
    assert_eq!(error.to_string(), line);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_aborted_while_it_waits_gives_its_place_back() {
    let cloud = Cloud::new();
    let client = cloud.client().build().unwrap();
    DescribeTasks.send(&client).await.unwrap();
    let waits: Vec<_> = (0..3).map(|_| tokio::spawn(DescribeTasks.send(&client))).collect();
    sleep(Duration::from_millis(500)).await;
    for wait in &waits[..2] {
        wait.abort();
    }
    let [_, _, last] = waits.try_into().unwrap();
    last.await.unwrap().unwrap();
    assert_eq!(cloud.arrived_ms(), [0, 1000]);
}

/// Explaining a call sends nothing, so it takes no place.
#[tokio::test(start_paused = true)]
async fn an_explanation_takes_no_place() {
    let cloud = Cloud::new();
    let client = cloud.client().build().unwrap();
    for _ in 0..3 {
        DescribeTasks.send(&client).explain().await.unwrap();
    }
    DescribeTasks.send(&client).await.unwrap();
    assert_eq!(cloud.arrived_ms(), [0]);
}

/// Counts how often it is asked.
#[derive(Debug, Default, Clone)]
struct Asked(Arc<AtomicUsize>);

#[async_trait]
impl ProvideCredential for Asked {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(Some(credential()))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "a test".into()
    }
}

/// A signature is made after the wait, so the credential must be one that holds then.
#[tokio::test(start_paused = true)]
async fn after_a_long_wait_the_credential_is_asked_for_again() {
    let (cloud, asked) = (Cloud::new(), Asked::default());
    let client = cloud.client().credentials(asked.clone()).build().unwrap();
    DescribeTasks.send(&client).await.unwrap();
    DescribeTasks.send(&client).await.unwrap();
    assert_eq!(asked.0.load(Ordering::Relaxed), 2);

    // One that waits for a second, and one that waits for two; not at the same time, or they'd ask together.
    let first = tokio::spawn(DescribeTasks.send(&client));
    sleep(Duration::from_millis(1)).await;
    DescribeTasks.send(&client).await.unwrap();
    first.await.unwrap().unwrap();
    assert_eq!((cloud.arrived_ms().last(), asked.0.load(Ordering::Relaxed)), (Some(&3000), 5));
}

/// With retries on: a call whose turn is past its deadline isn't tried again, since its turn wouldn't come sooner.
#[tokio::test(start_paused = true)]
async fn a_call_without_a_turn_fails_at_once_and_isnt_tried_again() {
    let cloud = Cloud::new();
    let client = cloud.client().retry(RetryPolicy::default()).timeout(seconds(1)).build().unwrap();
    let begin = Instant::now();
    for _ in 0..20 {
        task().send(&client).await.unwrap();
    }
    let error = task().send(&client).await.unwrap_err();
    assert!(error.is_rate_limited() && error.is_retryable() && !error.may_have_run(), "{error}");
    assert_eq!((error.attempts(), error.waited(), begin.elapsed()), (0, seconds(0), seconds(0)));
}
