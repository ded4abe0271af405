//! Calls that come late for their turns, since nobody polled them, or since their credential takes time.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::pin::pin;
use std::task::{Context, Waker};

use async_trait::async_trait;
use tencent_action::{Credential, CredentialError, ProvideCredential, RateKey, RateLimitError, RateLimiter};

use super::*;
use crate::faults::VirtualClock;

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

/// A vault whose keys have no expiry, so that it is asked for each attempt. That takes a second.
#[derive(Debug)]
struct SlowVault;

#[async_trait]
impl ProvideCredential for SlowVault {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        sleep(seconds(1)).await;
        Ok(Some(credential()))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "the vault".into()
    }
}

/// The turns of the last of the first sixty come after two seconds, when the vault is asked anew.
#[tokio::test(start_paused = true)]
async fn a_limit_holds_although_the_credential_takes_time() {
    let cloud = Cloud::new();
    let client = cloud.client().credentials(SlowVault).build().unwrap();
    let call = || tokio::spawn(task().send(&client));
    let mut calls: Vec<_> = (0..60).map(|_| call()).collect();
    sleep(Duration::from_millis(3100)).await;
    calls.extend((0..20).map(|_| call()));
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let arrived = cloud.arrived();
    assert!(arrived.windows(21).all(|window| window[0] + seconds(1) <= window[20]), "{arrived:?}");
    // And the limit is used up: nobody takes two turns.
    assert_eq!(*arrived.last().unwrap(), seconds(4));
}

/// One that expires, and is no good any more when its turn comes: it is renewed, and then there is another turn.
#[tokio::test(start_paused = true)]
async fn a_credential_that_is_over_when_its_turn_comes_is_renewed_before_another() {
    let cloud = Cloud::new();
    let clock = VirtualClock::new();
    let client = cloud.client().clock(clock).credentials(Brief(clock)).build().unwrap();
    // The first key comes after a second and is good for 32 more, of which the last 30 don't count.
    let calls: Vec<_> = (0..6).map(|_| tokio::spawn(DescribeTasks.send(&client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let arrived = cloud.arrived();
    assert!(arrived.windows(2).all(|pair| pair[0] + seconds(1) <= pair[1]), "{arrived:?}");
}

/// Takes a second, and gives keys for a little longer than clocks may differ.
#[derive(Debug)]
struct Brief(VirtualClock);

#[async_trait]
impl ProvideCredential for Brief {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        sleep(seconds(1)).await;
        Ok(Some(credential().with_expiry(self.0.now() + seconds(32))))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "the vault".into()
    }
}
