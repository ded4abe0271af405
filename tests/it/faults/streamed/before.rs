//! Before the stream begins.

use std::sync::atomic::Ordering;

use http::HeaderValue;
use tencent_action::fake::Fault;

use super::{begin, cloud, read};
use crate::faults::reports::{Report, Row, rows};
use crate::faults::retry::{ATTEMPT, forms, limited};
use crate::faults::{always, client, last};

/// The rows of all calls, without those whose head comes well: there, the stream begins. And what there is but here.
fn before() -> impl Iterator<Item = Row> {
    let json = HeaderValue::from_static("application/json");
    rows()
        .into_iter()
        .filter(|(fault, ..)| {
            !["cut off", "stalled", "content type"].iter().any(|of| fault.to_string().starts_with(of))
        })
        .chain([
            // The caller reads one answer, and finds events.
            (Fault::content_type(json), Report::BadResponse, true, true, true),
            // There is no stream that could come to its second item.
            (Fault::refused().after_items(2), Report::Transport, false, false, true),
            (Fault::unread().after_items(2), Report::Transport, false, true, true),
        ])
}

#[tokio::test(start_paused = true)]
async fn each_fault_is_an_error_of_the_call() {
    let (cloud, runs) = cloud();
    let client = client(&cloud);
    let mut rows = 0;
    for (fault, report, runs_once, may_have_run, may_pass) in before() {
        rows += 1;
        for client in forms(&client) {
            for idempotent in [false, true] {
                always(&cloud, &fault);
                runs.store(0, Ordering::SeqCst);
                let error = begin(&client, idempotent).await.unwrap_err();
                assert_eq!(Report::of(&error), report, "{fault}: {error}");
                assert_eq!((error.attempts(), error.may_have_run()), (1, may_have_run), "{fault}: {error}");
                assert_eq!(error.is_retryable(), may_pass && (idempotent || !may_have_run), "{fault}: {error}");
                assert_eq!(runs.load(Ordering::SeqCst), usize::from(runs_once), "{fault}: {error}");
                assert_eq!(last(&cloud).handled, runs_once, "{fault}");
            }
        }
    }
    assert_eq!(rows, 25, "29 faults, of which 7 let a stream begin, and 3 more");
}

#[tokio::test(start_paused = true)]
async fn a_fault_that_passes_is_survived_where_that_does_no_harm() {
    let (cloud, runs) = cloud();
    for (fault, report, runs_despite, may_have_run, may_pass) in before().map(limited) {
        // A new client each, whose budget is full.
        let client = cloud.client().attempt_timeout(ATTEMPT).build().unwrap();
        for client in forms(&client) {
            for idempotent in [false, true] {
                cloud.no_faults().fault(fault.clone());
                runs.store(0, Ordering::SeqCst);
                let outcome = begin(&client, idempotent).await;
                let retried = may_pass && (idempotent || !may_have_run);
                assert_eq!(outcome.is_ok(), retried, "{fault}: {outcome:?}");
                let ran = usize::from(runs_despite) + usize::from(retried);
                assert_eq!(runs.load(Ordering::SeqCst), ran, "{fault}");
                match outcome {
                    Ok(chunks) => assert!(matches!(read(chunks).await, (3, None)), "{fault}"),
                    Err(error) => {
                        assert_eq!((Report::of(&error), error.attempts()), (report, 1), "{fault}: {error}");
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
    for (fault, report, runs_despite, may_have_run, may_pass) in before().map(limited) {
        let client = cloud.client().attempt_timeout(ATTEMPT).build().unwrap();
        for client in forms(&client) {
            for idempotent in [false, true] {
                always(&cloud, &fault);
                runs.store(0, Ordering::SeqCst);
                let error = begin(&client, idempotent).await.unwrap_err();
                let attempts = if may_pass && (idempotent || !may_have_run) { 3 } else { 1 };
                assert_eq!((Report::of(&error), error.attempts()), (report, attempts), "{fault}: {error}");
                let ran = runs.load(Ordering::SeqCst);
                assert_eq!(ran, if runs_despite { attempts as usize } else { 0 }, "{fault}: {error}");
                assert!(idempotent || ran <= 1, "{fault}: done twice");
                assert_eq!(error.may_have_run(), may_have_run, "{fault}: {error}");
            }
        }
    }
}
