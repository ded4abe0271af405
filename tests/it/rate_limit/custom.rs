//! A limiter of one's own.

use std::num::NonZeroU32;

use async_trait::async_trait;
use tencent_action::{RateKey, RateLimitError, RateLimiter};

use super::*;

/// Notes what it is asked, waits for a second, and fails the third time.
#[derive(Default)]
struct Shared {
    asked: Mutex<Vec<(RateKey, u32, Duration)>>,
    throttled: Mutex<Vec<RateKey>>,
}

#[async_trait]
impl RateLimiter for Shared {
    async fn acquire(&self, key: &RateKey, limit: NonZeroU32, patience: Duration) -> Result<(), RateLimitError> {
        let asked = {
            let mut asked = self.asked.lock().unwrap();
            asked.push((key.clone(), limit.get(), patience));
            asked.len()
        };
        if asked == 3 {
            return Err(RateLimitError::new("redis: connection refused"));
        }
        sleep(seconds(1)).await;
        Ok(())
    }

    fn throttled(&self, key: &RateKey) {
        self.throttled.lock().unwrap().push(key.clone());
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_asked_waited_for_and_told() {
    let (cloud, limiter) = (Cloud::throttling(&[1]), Arc::new(Shared::default()));
    let client = cloud.client().rate_limiter(Arc::clone(&limiter)).rate_limit("vod", "ManageTask", 50);
    let client = client.timeout(seconds(10)).build().unwrap();

    task().send(&client).await.unwrap();
    assert!(limiter.throttled.lock().unwrap().is_empty());
    assert!(DescribeTasks.send(&client).timeout(seconds(5)).await.unwrap_err().is_throttled());
    let error = task().send(&client).await.unwrap_err();
    assert_eq!(error.to_string(), "vod ManageTask: the rate limiter failed: redis: connection refused");
    assert!(error.is_rate_limited() && error.is_retryable() && !error.may_have_run());
    assert_eq!(cloud.arrived_ms(), [1000, 2000]);

    let id = credential().secret_id().to_owned();
    let key = |action: &str| {
        RateKey::new("vod", "2018-07-17", action, "vod.intl.tencentcloudapi.com").with_account(id.clone())
    };
    let expected = [
        (key("ManageTask"), 50, seconds(10)),
        (key("DescribeTasks"), 1, seconds(5)),
        (key("ManageTask"), 50, seconds(10)),
    ];
    assert_eq!(*limiter.asked.lock().unwrap(), expected);
    assert_eq!(*limiter.throttled.lock().unwrap(), [key("DescribeTasks")]);
    let key = key("ManageTask");
    assert_eq!((key.service(), key.version(), key.action()), ("vod", "2018-07-17", "ManageTask"));
    assert_eq!((key.host(), key.account()), ("vod.intl.tencentcloudapi.com", Some(&*id)));
}

/// One that doesn't know how long it will take is ended by the deadline, and nothing was sent.
#[tokio::test(start_paused = true)]
async fn one_that_waits_for_too_long_is_ended_by_the_deadline() {
    let cloud = Cloud::new();
    let client = cloud.client().rate_limiter(Shared::default()).timeout(Duration::from_millis(999)).build().unwrap();
    let error = task().send(&client).await.unwrap_err();
    assert_eq!(error.to_string(), "vod ManageTask: not sent within 999ms: waiting for its turn");
    assert!(error.is_timeout() && !error.may_have_run() && error.is_retryable());
    assert!(cloud.arrived().is_empty());
}

/// What goes unsigned has no account; it counts by its host.
#[tokio::test(start_paused = true)]
async fn an_unsigned_call_has_no_account() {
    #[tencent_action(service = "sts", version = "2018-08-13", unsigned, rate_limit = 5)]
    struct AssumeRoleWithWebIdentity;

    let (cloud, limiter) = (Cloud::new(), Arc::new(Shared::default()));
    let client = cloud.client().rate_limiter(Arc::clone(&limiter)).build().unwrap();
    AssumeRoleWithWebIdentity.send(&client).await.unwrap();
    let asked = limiter.asked.lock().unwrap();
    assert_eq!((asked[0].0.account(), asked[0].1), (None, 5));
}
