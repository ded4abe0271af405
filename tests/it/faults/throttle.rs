//! The limit on the rate of requests, as the gateway counts it.

use std::sync::atomic::Ordering;
use std::time::Duration;

use tencent_action::fake::FakeCloud;
use tencent_action::{Client, Clock, RetryPolicy, SignatureMethod, SystemClock};

use super::{client, cloud, last, seconds};
use crate::support::ManageTask;

/// Calls so many times at once; says how many were let through.
async fn passed(client: &Client, calls: usize) -> usize {
    let mut passed = 0;
    for _ in 0..calls {
        match ManageTask::abort("t").send(client).await {
            Ok(_) => passed += 1,
            Err(error) => assert!(error.is_throttled() && !error.may_have_run() && error.is_retryable(), "{error}"),
        }
    }
    passed
}

#[tokio::test(start_paused = true)]
async fn the_first_of_each_second_pass() {
    let (cloud, runs) = cloud();
    cloud.throttle("vod", "ManageTask", 20);
    let client = client(&cloud);
    assert_eq!(passed(&client, 20).await, 20);
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some("RequestLimitExceeded"));
    assert_eq!(
        error.api().unwrap().message(),
        "Your current request times equals to `21` in a second, which exceeds the frequency limit `20` for a second. \
         Please reduce the frequency of calls."
    );
    assert!(!last(&cloud).handled && last(&cloud).parameters.is_null());
    // The refused ones are counted, and prolong nothing.
    SystemClock.sleep(Duration::from_millis(999)).await;
    assert_eq!(passed(&client, 9).await, 0);
    assert!(last(&cloud).error.unwrap().message().contains("`30`"));
    SystemClock.sleep(Duration::from_millis(1)).await;
    assert_eq!(passed(&client, 25).await, 20);
    assert_eq!(runs.load(Ordering::SeqCst), 40);
}

/// As with any counter of whole seconds.
#[tokio::test(start_paused = true)]
async fn twice_the_limit_passes_around_the_turn_of_a_second() {
    let (cloud, _) = cloud();
    cloud.throttle("vod", "ManageTask", 20);
    SystemClock.sleep(Duration::from_millis(999)).await;
    assert_eq!(passed(&client(&cloud), 20).await, 20);
    SystemClock.sleep(Duration::from_millis(1)).await;
    assert_eq!(passed(&client(&cloud), 30).await, 20);
}

#[tokio::test(start_paused = true)]
async fn each_action_and_each_host_has_a_counter_of_its_own() {
    let (cloud, _) = cloud();
    for action in ["DescribeTasks", "PullEvents"] {
        cloud.on_json("vod", "2018-07-17", action, |_| Ok(serde_json::json!({})));
    }
    cloud.throttle("vod", "ManageTask", 2).throttle("vod", "DescribeTasks", 1).throttle("cvm", "ManageTask", 0);
    let client = client(&cloud);
    assert_eq!(passed(&client, 3).await, 2);
    let call = |action| client.call_json("vod", "2018-07-17", action, &serde_json::json!({}));
    assert!(call("DescribeTasks").await.is_ok());
    assert!(call("DescribeTasks").await.unwrap_err().is_throttled());
    for _ in 0..100 {
        call("PullEvents").await.unwrap();
    }
    let elsewhere = cloud
        .client()
        .retry(RetryPolicy::never())
        .endpoint("https://vod.ap-guangzhou.tencentcloudapi.com")
        .build()
        .unwrap();
    assert_eq!(passed(&elsewhere, 3).await, 2);
    // However it is signed, it is the same account.
    assert_eq!(passed(&elsewhere.with_signature(SignatureMethod::HmacSha256), 3).await, 0);
}

#[tokio::test(start_paused = true)]
async fn what_fails_before_is_not_counted() {
    let (cloud, _) = cloud();
    cloud.throttle("vod", "ManageTask", 1);
    let stranger =
        cloud.client().retry(RetryPolicy::never()).credentials(crate::support::credential()).build().unwrap();
    for _ in 0..5 {
        let error = ManageTask::abort("t").send(&stranger).await.unwrap_err();
        assert_eq!(error.code(), Some("AuthFailure.SecretIdNotFound"));
    }
    assert_eq!(passed(&client(&cloud), 2).await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_limit_can_be_changed() {
    let (cloud, _) = cloud();
    cloud.throttle("vod", "ManageTask", 0);
    let client = client(&cloud);
    assert_eq!(passed(&client, 1).await, 0);
    cloud.throttle("vod", "ManageTask", 3);
    assert_eq!(passed(&client, 3).await, 2);
    cloud.throttle("vod", "ManageTask", u32::MAX);
    assert_eq!(passed(&client, 100).await, 100);
    SystemClock.sleep(seconds(1)).await;
    assert_eq!(passed(&client, 100).await, 100);
}

#[tokio::test]
async fn a_limit_holds_over_a_socket() {
    let cloud = FakeCloud::builder().clock(crate::support::StoppedClock(crate::support::SECOND)).start().unwrap();
    cloud.on(|_: ManageTask| Ok(tencent_action::Empty));
    cloud.throttle("vod", "ManageTask", 20);
    assert_eq!(passed(&client(&cloud), 25).await, 20);
}
