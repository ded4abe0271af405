//! The fault matrix: each fault once and for ever, idempotent or not, by each form. What is tried again, and how often the
//! operation ran. Those of streams are in `streamed.rs`.

use std::pin::pin;
use std::sync::atomic::Ordering;
use std::task::{Context, Waker};
use std::time::Duration;

use tencent_action::fake::Fault;
use tencent_action::{ApiError, Client, Clock, RequestForm, RetryPolicy, SignatureMethod, SystemClock};

use super::reports::{Report, Row, rows};
use super::{always, cloud, seconds};
use crate::support::ManageTask;

/// The same client in every form that a request can have.
pub(super) fn forms(client: &Client) -> [Client; 3] {
    [client.clone(), client.with_form(RequestForm::Query), client.with_signature(SignatureMethod::HmacSha1)]
}

/// How long an attempt may take here: after three of them that were slow, there is still time left.
pub(super) const ATTEMPT: Duration = Duration::from_secs(5);

/// A row as it is with that limit: a page that takes longer isn't seen.
pub(super) fn limited(row: Row) -> Row {
    let (fault, report, runs_despite, may_have_run, may_pass) = row;
    let report = if fault.to_string().contains("30s") { Report::Timeout } else { report };
    (fault, report, runs_despite, may_have_run, may_pass)
}

#[tokio::test(start_paused = true)]
async fn a_fault_that_passes_is_survived_where_that_does_no_harm() {
    let (cloud, runs) = cloud();
    for (fault, report, runs_despite, may_have_run, may_pass) in rows().into_iter().map(limited) {
        // A new client each, whose budget is full.
        let client = cloud.client().attempt_timeout(ATTEMPT).build().unwrap();
        for client in forms(&client) {
            for idempotent in [false, true] {
                cloud.no_faults().fault(fault.clone());
                runs.store(0, Ordering::SeqCst);
                let outcome = ManageTask::abort("t").send(&client).idempotent(idempotent).await;
                let retried = may_pass && (idempotent || !may_have_run);
                let ran = runs.load(Ordering::SeqCst);
                match outcome {
                    Ok(reply) => {
                        assert!(retried, "{fault}: not to be tried again");
                        assert_eq!(reply.attempts(), 2, "{fault}");
                        assert_eq!(ran, 1 + usize::from(runs_despite), "{fault}");
                    }
                    Err(error) => {
                        assert!(!retried, "{fault}: {error}");
                        assert_eq!(Report::of(&error), report, "{fault}: {error}");
                        assert_eq!((error.attempts(), ran), (1, usize::from(runs_despite)), "{fault}: {error}");
                        assert_eq!(error.may_have_run(), may_have_run, "{fault}: {error}");
                    }
                }
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_fault_that_stays_is_told_after_three_attempts() {
    let (cloud, runs) = cloud();
    for (fault, report, runs_despite, may_have_run, may_pass) in rows().into_iter().map(limited) {
        let client = cloud.client().attempt_timeout(ATTEMPT).build().unwrap();
        for client in forms(&client) {
            for idempotent in [false, true] {
                always(&cloud, &fault);
                runs.store(0, Ordering::SeqCst);
                let error = ManageTask::abort("t").send(&client).idempotent(idempotent).await.unwrap_err();
                let attempts = if may_pass && (idempotent || !may_have_run) { 3 } else { 1 };
                assert_eq!((Report::of(&error), error.attempts()), (report, attempts), "{fault}: {error}");
                let ran = runs.load(Ordering::SeqCst);
                assert_eq!(ran, if runs_despite { attempts as usize } else { 0 }, "{fault}: {error}");
                assert!(idempotent || ran <= 1, "{fault}: done twice");
                assert_eq!(error.may_have_run(), may_have_run, "{fault}: {error}");
                assert_eq!(error.to_string().contains("after 3 attempts"), attempts == 3, "{error}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_may_have_run_is_remembered_whatever_comes_after() {
    let (cloud, runs) = cloud();
    let client = cloud.client().build().unwrap();
    let refusal = || Fault::error(ApiError::new("InvalidParameter", "no"));
    cloud.faults([Some(Fault::reset().after_handler()), Some(refusal())]);
    let error = ManageTask::abort("t").send(&client).idempotent(true).await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), (Some("InvalidParameter"), 2));
    assert!(error.may_have_run(), "the first did: {error}");
    assert_eq!(runs.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn each_attempt_is_signed_anew() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    // Longer than a signature is good for: one that is sent again would be refused.
    cloud.fault(Fault::refused().with_latency(seconds(400)));
    let reply = ManageTask::abort("t").send(&client).timeout(seconds(1000)).await.unwrap();
    assert_eq!(reply.attempts(), 2);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_tried_again_past_the_deadline() {
    let (cloud, _) = cloud();
    let patient = RetryPolicy::default().first_wait(seconds(3600)).longest_wait(seconds(3600)).max_attempts(10);
    let client = cloud.client().retry(patient).build().unwrap();
    always(&cloud, &Fault::refused());
    let begin = tokio::time::Instant::now();
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    // It is told at once, as what it is, and not at the deadline as a timeout.
    assert!(error.is_transport() && !error.is_timeout(), "{error}");
    // Tokio's timer goes by the millisecond, and there were nine waits at most.
    assert!(begin.elapsed().abs_diff(error.waited()) < Duration::from_millis(10), "{:?}", begin.elapsed());
    assert!(error.waited() < seconds(60));
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_not_multiplied() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    always(&cloud, &Fault::refused());
    let mut attempts = 0;
    for _ in 0..200 {
        attempts += ManageTask::abort("t").send(&client).await.unwrap_err().attempts();
    }
    // 200 calls, and the 100 attempts that the budget pays for.
    assert_eq!(attempts, 300);
    cloud.no_faults();
    assert_eq!(ManageTask::abort("t").send(&client).await.unwrap().attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_client_can_try_once() {
    let (cloud, _) = cloud();
    let client = cloud.client().retry(RetryPolicy::never()).build().unwrap();
    cloud.fault(Fault::refused());
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert_eq!((error.attempts(), error.waited()), (1, seconds(0)));
}

/// A throttled call waits for the rest of that second at least: the gate is held.
#[tokio::test(start_paused = true)]
async fn a_throttled_call_passes_later() {
    let (cloud, runs) = cloud();
    let client = cloud.client().build().unwrap();
    cloud.fault(Fault::error(ApiError::new("RequestLimitExceeded.UinLimitExceeded", "others call too")));
    let reply = ManageTask::abort("t").send(&client).await.unwrap();
    assert_eq!((reply.attempts(), runs.load(Ordering::SeqCst)), (2, 1));
}

/// A call that is left lying while it waits to be tried again, and polled after its deadline.
#[tokio::test(start_paused = true)]
async fn nothing_is_tried_again_after_the_deadline_of_its_call() {
    let (cloud, _) = cloud();
    let client = cloud.client().timeout(seconds(20)).build().unwrap();
    always(&cloud, &Fault::refused());
    let mut call = pin!(ManageTask::abort("t").send(&client));
    assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    SystemClock.sleep(seconds(20)).await;
    let error = call.await.unwrap_err();
    assert!(error.is_transport() && !error.may_have_run(), "{error}");
    assert_eq!((error.attempts(), cloud.received().len()), (1, 1));
}
