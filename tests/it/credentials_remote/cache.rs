//! One refresh for all, ahead of time, and nobody in its way.

use std::future::pending;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use tencent_action::{CachedCredentials, Client, Clock, CredentialError, ProvideCredential, SystemClock};
use tokio::task::JoinSet;

use super::{Scripted, VirtualClock, given, key, key_until};
use crate::support::{HastyClock, SECOND};

/// A source that takes two seconds, and gives keys that are good for an hour.
fn slow(clock: VirtualClock) -> Scripted {
    Scripted::new(move |time| async move {
        clock.sleep(Duration::from_secs(2)).await;
        Ok(Some(key_until(time, clock.seconds() + 3600)))
    })
}

/// What a thousand callers get who come at once.
async fn thousand(cached: &CachedCredentials) -> Vec<String> {
    let mut callers = JoinSet::new();
    for _ in 0..1000 {
        let cached = cached.clone();
        callers.spawn(async move { given(&cached).await });
    }
    let mut all = callers.join_all().await;
    all.dedup();
    all
}

#[tokio::test(start_paused = true)]
async fn a_thousand_callers_cause_one_refresh() {
    let clock = VirtualClock::begin();
    let source = slow(clock);
    let cached = CachedCredentials::with_clock(source.clone(), clock);
    assert_eq!(thousand(&cached).await, ["AKIDtemporary1"]);
    assert_eq!(thousand(&cached).await, ["AKIDtemporary1"]);
    assert_eq!((source.asked(), clock.seconds()), (1, 2));
}

#[tokio::test(start_paused = true)]
async fn a_thousand_callers_share_one_error() {
    let clock = VirtualClock::begin();
    let source = Scripted::new(move |time| async move {
        clock.sleep(Duration::from_secs(2)).await;
        Err(CredentialError::new(format!("fault {time}")))
    });
    let cached = CachedCredentials::with_clock(source.clone(), clock);
    assert_eq!(thousand(&cached).await, ["fault 1"]);
    assert_eq!((source.asked(), clock.seconds()), (1, 2));
    // It stands for a second, and no longer.
    assert_eq!(given(&cached).await, "fault 1");
    clock.reaches(3).await;
    assert_eq!(given(&cached).await, "fault 2");
}

#[tokio::test(start_paused = true)]
async fn a_refresh_ahead_of_time_holds_nobody_up() {
    let clock = VirtualClock::begin();
    let source = slow(clock);
    let cached = CachedCredentials::with_clock(source.clone(), clock);
    assert_eq!(given(&cached).await, "AKIDtemporary1");
    clock.reaches(3301).await;
    assert_eq!((given(&cached).await.as_str(), source.asked()), ("AKIDtemporary1", 1));
    clock.reaches(3302).await;
    // Five minutes before the end, it is time.
    assert_eq!(thousand(&cached).await, ["AKIDtemporary1"]);
    assert_eq!((source.asked(), clock.seconds()), (2, 3302));
    clock.reaches(3305).await;
    assert_eq!((given(&cached).await.as_str(), source.asked()), ("AKIDtemporary2", 2));
}

#[tokio::test(start_paused = true)]
async fn what_doesnt_expire_is_asked_for_each_time() {
    let source = Scripted::new(|time| async move { Ok(Some(key(time))) });
    let cached = CachedCredentials::with_clock(source.clone(), VirtualClock::begin());
    assert_eq!(given(&cached).await, "AKIDtemporary1");
    assert_eq!(given(&cached).await, "AKIDtemporary2");
}

#[tokio::test(start_paused = true)]
async fn a_caller_that_gives_up_doesnt_end_the_refresh_for_others() {
    let clock = VirtualClock::begin();
    let source = slow(clock);
    let cached = CachedCredentials::with_clock(source.clone(), clock);
    let spawn = || {
        let cached = cached.clone();
        tokio::spawn(async move { given(&cached).await })
    };
    let (first, second) = (spawn(), spawn());
    clock.sleep(Duration::from_secs(1)).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    assert_eq!(second.await.unwrap(), "AKIDtemporary1");
    assert_eq!((source.asked(), clock.seconds()), (1, 2));
}

/// A call's deadline is shorter than the source takes: the next call profits from what this one began.
#[tokio::test(start_paused = true)]
async fn a_refresh_outlives_the_only_caller() {
    let clock = VirtualClock::begin();
    let source = slow(clock);
    let client = Client::builder().without_env().credentials(source.clone()).clock(clock);
    let client = client.timeout(Duration::from_secs(1)).build().unwrap();
    let error = crate::support::ManageTask::abort("t").send(&client).await.unwrap_err();
    assert!(error.is_timeout() && !error.may_have_run(), "{error}");
    clock.reaches(3).await;
    assert_eq!(client.credential().await.unwrap().secret_id(), "AKIDtemporary1");
    assert_eq!((source.asked(), clock.seconds()), (1, 3));
}

#[tokio::test(start_paused = true)]
async fn a_source_that_hangs_is_an_error_that_names_it() {
    let clock = VirtualClock::begin();
    let source = Scripted::new(|_| pending());
    let cached = CachedCredentials::with_clock(source, clock);
    assert_eq!(given(&cached).await, "no answer within 10s from the script of a test");
    assert_eq!(clock.seconds(), 10);
}

#[tokio::test(start_paused = true)]
async fn nothing_found_says_where_and_is_no_error_of_the_cache() {
    let source = Scripted::new(|_| async { Ok(None) });
    let cached = CachedCredentials::new(source.clone());
    assert_eq!(given(&cached).await, "none");
    let client = Client::builder().without_env().credentials(source).build().unwrap();
    let error = client.credential().await.unwrap_err();
    assert!(error.is_credential() && !error.may_have_run());
    let expected =
        "no credentials found in the script of a test; set them, or give the client builder `.credentials(…)`";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test(start_paused = true)]
async fn clients_share_a_cache_that_they_are_given() {
    let clock = VirtualClock::begin();
    let source = slow(clock);
    let cached = CachedCredentials::with_clock(source.clone(), clock);
    for _ in 0..2 {
        let client = Client::builder().without_env().credentials(cached.clone()).build().unwrap();
        let credential = client.credential().await.unwrap();
        assert_eq!(credential.expires_at(), Some(VirtualClock::after(3602)));
    }
    assert_eq!(source.asked(), 1);
}

/// As tests have one.
#[tokio::test]
async fn a_clock_whose_waits_are_over_at_once_does_no_harm_to_a_source_that_answers_at_once() {
    let source = Scripted::new(|time| async move { Ok(Some(key_until(time, 3600))) });
    let cached = CachedCredentials::with_clock(source.clone(), HastyClock);
    assert_eq!(thousand(&cached).await, ["AKIDtemporary1"]);
    assert_eq!(source.asked(), 1);
}

#[tokio::test]
async fn a_source_that_panics_leaves_nobody_waiting() {
    let source = Scripted::new(|time| async move {
        tokio::task::yield_now().await;
        assert!(time > 2, "as the test wants it");
        Ok(Some(key(time)))
    });
    let cached = CachedCredentials::new(source);
    let expected = "asking the script of a test came to no end: it panicked, or its runtime stands still";
    assert_eq!(given(&cached).await, expected);
    assert_eq!(given(&cached).await, "AKIDtemporary3");
}

#[test]
fn a_runtime_that_ends_takes_no_other_down_with_it() {
    let hangs = Arc::new(AtomicBool::new(true));
    let source = Scripted::new({
        let hangs = Arc::clone(&hangs);
        move |time| {
            let hangs = Arc::clone(&hangs);
            async move {
                if hangs.load(Ordering::SeqCst) {
                    pending::<()>().await;
                }
                Ok(Some(key(time)))
            }
        }
    });
    let cached = CachedCredentials::with_clock(source, SystemClock);
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();

    let first = runtime();
    first.block_on(async {
        let caller = tokio::spawn({
            let cached = cached.clone();
            async move { given(&cached).await }
        });
        while Arc::strong_count(&hangs) < 3 {
            tokio::task::yield_now().await;
        }
        caller.abort();
    });
    drop(first);
    hangs.store(false, Ordering::SeqCst);
    assert_eq!(runtime().block_on(given(&cached)), "AKIDtemporary2");
}

/// A runtime of one thread runs nothing between two calls of `block_on`.
#[test]
fn a_runtime_that_stands_still_holds_nobody_up() {
    let second = Arc::new(AtomicU64::new(SECOND));
    let source = Scripted::new(|time| async move {
        tokio::task::yield_now().await;
        Ok(Some(key_until(time, 3600)))
    });
    let cached = CachedCredentials::with_clock(source.clone(), SetClock(Arc::clone(&second)));
    let runtime = || tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (first, other) = (runtime(), runtime());
    assert_eq!(first.block_on(given(&cached)), "AKIDtemporary1");
    // The refresh begins with this call, and isn't driven any further.
    second.store(SECOND + 3300, Ordering::SeqCst);
    assert_eq!(first.block_on(given(&cached)), "AKIDtemporary1");
    second.store(SECOND + 3580, Ordering::SeqCst);
    let caller = other.block_on(async { given(&cached).await });
    assert_eq!(caller, "AKIDtemporary2");
    drop(first);
}

/// A clock that a test sets, and whose waits never end.
#[derive(Debug)]
struct SetClock(Arc<AtomicU64>);

#[async_trait]
impl Clock for SetClock {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::SeqCst))
    }

    async fn sleep(&self, _: Duration) {
        pending::<()>().await;
    }
}

#[test]
fn without_a_runtime_callers_ask_for_themselves() {
    let source = Scripted::new(|time| async move { Ok(Some(key_until(time, 3600))) });
    let cached = CachedCredentials::with_clock(source.clone(), crate::support::StoppedClock(SECOND));
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..2 {
        let Poll::Ready(Ok(Some(credential))) = pin!(cached.provide()).poll(&mut context) else {
            panic!("it has nothing to wait for");
        };
        assert_eq!(credential.secret_id(), "AKIDtemporary1");
    }
    assert_eq!(source.asked(), 1);
}
