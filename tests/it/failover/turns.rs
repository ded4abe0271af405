//! Rate limits: requests are counted at the host to which they go.

use std::num::NonZeroU32;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use tencent_action::fake::Fault;
use tencent_action::{RateKey, RateLimitError, RateLimiter, RetryPolicy};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::{A, B, Hosts, seconds, task, two_others};

/// Lets everything go, and notes whose turn it was.
#[derive(Debug, Clone, Default)]
struct Noting(Arc<Mutex<Vec<String>>>);

#[async_trait]
impl RateLimiter for Noting {
    async fn acquire(&self, key: &RateKey, _: NonZeroU32, _: Duration) -> Result<(), RateLimitError> {
        self.0.lock().unwrap().push(key.host().to_owned());
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn each_attempt_takes_its_turn_at_its_own_host() {
    let (hosts, noting) = (Hosts::new(), Noting::default());
    let client = hosts.client().rate_limit("vod", "ManageTask", 1).rate_limiter(noting.clone()).build().unwrap();
    hosts.clouds[A].fault(Fault::refused());
    task().send(&client).await.unwrap();
    assert_eq!(*noting.0.lock().unwrap(), ["vod.tencentcloudapi.com", "vod.ap-guangzhou.tencentcloudapi.com"]);
}

/// Sixty calls wait for their turns at a host that then fails. They don't go there one after another to fail too, and where
/// they go, they keep to the limit.
#[tokio::test(start_paused = true)]
async fn calls_that_wait_for_a_host_that_fails_take_their_turns_at_another() {
    let hosts = Hosts::new();
    let client = hosts.client_with(two_others().after_failures(1)).rate_limit("vod", "ManageTask", 20);
    let client = client.retry(RetryPolicy::never()).timeout(seconds(3600)).build().unwrap();
    // All are in the queue before the first has failed.
    hosts.always(A, &Fault::refused().with_latency(Duration::from_millis(500)));
    let (mut calls, begin) = (JoinSet::new(), Instant::now());
    for _ in 0..80 {
        calls.spawn(task().send(&client));
    }
    let mut failed = 0;
    while let Some(outcome) = calls.join_next().await {
        failed += usize::from(outcome.unwrap().is_err());
    }
    let visits = hosts.visits();
    assert_eq!((visits.matches('A').count(), visits.matches('B').count()), (failed, 80 - failed), "{visits}");
    // The first twenty were on their way.
    assert_eq!(failed, 20);
    let arrived: Vec<_> = hosts.clouds[B].received().iter().map(|request| request.arrived).collect();
    for window in arrived.windows(21) {
        assert!(window[20].duration_since(window[0]).unwrap() >= seconds(1));
    }
    // A second at the first host; then three windows of twenty.
    assert!(begin.elapsed() < seconds(6), "{:?}", begin.elapsed());
}
