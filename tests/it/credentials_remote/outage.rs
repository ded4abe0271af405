//! A source that fails while its credential is still good, and after.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tencent_action::{CachedCredentials, Clock, CredentialError};

use super::{Scripted, VirtualClock, given, key_until};

/// A source of keys that are good for an hour, and a switch that turns it off.
fn source(clock: VirtualClock) -> (Scripted, Arc<AtomicBool>) {
    let is_down = Arc::new(AtomicBool::new(false));
    let switch = Arc::clone(&is_down);
    let source = Scripted::new(move |time| {
        let answer = if is_down.load(Ordering::SeqCst) {
            Err(CredentialError::new("the source is down"))
        } else {
            Ok(Some(key_until(time, clock.seconds() + 3600)))
        };
        async move { answer }
    });
    (source, switch)
}

#[tokio::test(start_paused = true)]
async fn a_refresh_that_fails_costs_no_call_while_there_is_validity_left() {
    let clock = VirtualClock::begin();
    let (source, is_down) = source(clock);
    let cached = CachedCredentials::with_clock(source.clone(), clock);
    assert_eq!(given(&cached).await, "AKIDtemporary1");
    is_down.store(true, Ordering::SeqCst);
    // A call every tenth of a second, from when it should be renewed to its last moment.
    clock.reaches(3300).await;
    while clock.seconds() < 3600 {
        assert_eq!(given(&cached).await, "AKIDtemporary1", "after {} s", clock.seconds());
        clock.sleep(Duration::from_millis(100)).await;
    }
    // Asked after 0, 1, 3, 7, 15, 31 s, and from then on every 30: at 61, 91, … 271.
    assert_eq!(source.asked(), 1 + 6 + 8);

    // Now there is nothing left, and the error shows; soon after the outage, all is well.
    assert_eq!(given(&cached).await, "the source is down");
    is_down.store(false, Ordering::SeqCst);
    clock.sleep(Duration::from_secs(30)).await;
    assert!(given(&cached).await.starts_with("AKIDtemporary"));
}

#[tokio::test(start_paused = true)]
async fn a_credential_that_expires_during_an_outage_is_replaced_within_half_a_minute_of_its_end() {
    let clock = VirtualClock::begin();
    let (source, is_down) = source(clock);
    let cached = CachedCredentials::with_clock(source.clone(), clock);
    assert_eq!(given(&cached).await, "AKIDtemporary1");
    is_down.store(true, Ordering::SeqCst);
    clock.reaches(3700).await;
    // Nobody has called for a while, so there has been no refresh.
    assert_eq!((given(&cached).await.as_str(), source.asked()), ("the source is down", 2));
    for _ in 0..1000 {
        assert_eq!(given(&cached).await, "the source is down");
    }
    assert_eq!(source.asked(), 2);
    is_down.store(false, Ordering::SeqCst);
    clock.sleep(Duration::from_secs(1)).await;
    assert_eq!(given(&cached).await, "AKIDtemporary3");
}

/// In the last half minute, clocks may differ by more than is left: better to wait for a new one.
#[tokio::test(start_paused = true)]
async fn in_the_last_half_minute_callers_wait_and_take_what_there_is_only_if_they_must() {
    let clock = VirtualClock::begin();
    let (source, is_down) = source(clock);
    let cached = CachedCredentials::with_clock(source.clone(), clock);
    assert_eq!(given(&cached).await, "AKIDtemporary1");
    clock.reaches(3575).await;
    is_down.store(true, Ordering::SeqCst);
    assert_eq!((given(&cached).await.as_str(), source.asked()), ("AKIDtemporary1", 2));
    is_down.store(false, Ordering::SeqCst);
    clock.reaches(3576).await;
    assert_eq!((given(&cached).await.as_str(), source.asked()), ("AKIDtemporary3", 3));
}

/// The metadata service hands out the same credential until some minutes before its end.
#[tokio::test(start_paused = true)]
async fn a_source_that_has_nothing_newer_isnt_asked_by_every_call() {
    let clock = VirtualClock::begin();
    let source = Scripted::new(|time| async move { Ok(Some(key_until(time.min(1), 3600))) });
    let cached = CachedCredentials::with_clock(source.clone(), clock);
    for second in 3200..3600 {
        clock.reaches(second).await;
        assert_eq!(given(&cached).await, "AKIDtemporary1");
    }
    // A minute before its end, and then after 1, 3, 7, 15 and 31 s.
    assert_eq!(source.asked(), 1 + 6);
}

#[tokio::test(start_paused = true)]
async fn one_that_has_expired_already_is_an_error_with_its_date() {
    let clock = VirtualClock::begin();
    let cached = CachedCredentials::with_clock(Scripted::new(|_| async { Ok(Some(key_until(1, 0))) }), clock);
    let expected = "the script of a test: the credential expired at 2019-02-25T16:44:25Z, by this machine's clock";
    assert_eq!(given(&cached).await, expected);
}
