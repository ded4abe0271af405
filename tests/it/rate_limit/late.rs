//! Calls that come late for their turns, since nobody polled them.

use std::num::NonZeroU32;
use std::pin::pin;
use std::task::{Context, Waker};

use async_trait::async_trait;
use tencent_action::{RateKey, RateLimitError, RateLimiter};

use super::*;

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_after_the_deadline_of_its_call() {
    let cloud = Cloud::new();
    let client = cloud.client().timeout(seconds(20)).build().unwrap();
    DescribeTasks.send(&client).await.unwrap();
    let mut waiting: Vec<_> = (0..4).map(|_| Box::pin(DescribeTasks.send(&client))).collect();
    for call in &mut waiting {
        assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    // They lie for a minute, as behind the body of a loop.
    sleep(seconds(60)).await;
    for call in waiting {
        let error = call.await.unwrap_err();
        assert!(!error.may_have_run() && error.attempts() == 0, "{error}");
    }
    assert_eq!(cloud.arrived_ms(), [0]);
    // Nor have they taken the turns of others.
    DescribeTasks.send(&client).await.unwrap();
    assert_eq!(cloud.arrived_ms(), [0, 60_000]);
}

/// Lets each go after a second, be it too late.
struct Patient;

#[async_trait]
impl RateLimiter for Patient {
    async fn acquire(&self, _: &RateKey, _: NonZeroU32, _: Duration) -> Result<(), RateLimitError> {
        sleep(seconds(1)).await;
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_is_let_go_after_its_deadline_stays() {
    let cloud = Cloud::new();
    let client = cloud.client().rate_limiter(Patient).timeout(seconds(20)).build().unwrap();
    let mut call = pin!(DescribeTasks.send(&client));
    assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    sleep(seconds(20)).await;
    let error = call.await.unwrap_err();
    assert_eq!(error.to_string(), "vod DescribeTasks: not sent within 20s: waiting for its turn");
    assert!(error.is_timeout() && !error.may_have_run() && error.attempts() == 0);
    assert_eq!((cloud.arrived().len(), client.stats().timeouts), (0, 1));
}
