//! In the middle of the stream.

use std::sync::atomic::Ordering;

use http::{HeaderValue, Response, StatusCode};
use tencent_action::ApiError;
use tencent_action::fake::{FakeCloud, Fault};
use tokio::time::Instant;

use super::{EVENT, begin, cloud, counting, read};
use crate::faults::reports::Report;
use crate::faults::retry::forms;
use crate::faults::{always, last, seconds};
use crate::support::ManageTask;

/// A fault, how many chunks come before it, what is reported if anything is, and whether the fault may pass.
type Row = (Fault, usize, Option<Report>, bool);

fn error(code: &str) -> Fault {
    Fault::error(ApiError::new(code, "as the test wants it"))
}

fn raw(bytes: &'static str) -> Fault {
    Fault::answer(Response::new(bytes))
}

/// What breaks a stream, or has it stall.
fn broken() -> Vec<Row> {
    use Report::{BadResponse, Timeout};
    vec![
        (Fault::reset().after_items(0), 0, Some(BadResponse), true),
        (Fault::reset().after_items(2), 2, Some(BadResponse), true),
        (Fault::reset().after_items(2).with_latency(seconds(59)), 2, Some(BadResponse), true),
        (Fault::reset().after_items(9), 3, Some(BadResponse), true),
        (Fault::cut_off(0), 0, Some(BadResponse), true),
        (Fault::cut_off(EVENT + 20), 1, Some(BadResponse), true),
        (Fault::cut_off(usize::MAX), 3, Some(BadResponse), true),
        (Fault::cut_off(EVENT).after_items(1), 2, Some(BadResponse), true),
        (Fault::cut_off(EVENT - 1).after_items(1), 1, Some(BadResponse), true),
        (Fault::stall(0), 0, Some(Timeout), true),
        (Fault::stall(EVENT + 20), 1, Some(Timeout), true),
        (Fault::stall(usize::MAX), 3, Some(Timeout), true),
        (Fault::stall(1).after_items(2), 2, Some(Timeout), true),
        (Fault::latency(seconds(61)).after_items(2), 2, Some(Timeout), true),
        (Fault::latency(seconds(59)).after_items(2), 3, None, false),
        (Fault::reset().after_items(2).with_latency(seconds(61)), 2, Some(Timeout), true),
    ]
}

/// What comes in place of a stream's rest.
fn exchanged() -> Vec<Row> {
    use Report::{Api, BadResponse};
    let events = HeaderValue::from_static("text/event-stream; charset=utf-8");
    vec![
        // Whatever the API says in the middle of a stream, it has begun to run.
        (Fault::expired_token().after_items(2), 2, Some(Api("AuthFailure.TokenFailure")), false),
        (error("RequestLimitExceeded").after_items(2), 2, Some(Api("RequestLimitExceeded")), true),
        (error("LimitExceeded").after_items(2), 2, Some(Api("LimitExceeded")), false),
        (error("InternalError").after_items(2), 2, Some(Api("InternalError")), true),
        (error("InternalError").after_items(0), 0, Some(Api("InternalError")), true),
        (error("FailedOperation").after_items(1), 1, Some(Api("FailedOperation")), false),
        (raw("data: {\"Text\":").after_items(2), 2, Some(BadResponse), true),
        (raw("data: oh no\n\n").after_items(2), 2, Some(BadResponse), false),
        (raw("data: {\"Text\":{}}\n\n").after_items(2), 2, Some(BadResponse), false),
        (Fault::gzip_bomb(100 << 20).after_items(2), 2, Some(BadResponse), false),
        // The format of events has readers pass over lines that are none: a page and no more events are an early end.
        (Fault::page(StatusCode::BAD_GATEWAY).after_items(2), 2, None, false),
        (Fault::garbage().after_items(2), 2, None, false),
        (Fault::empty().after_items(2), 2, None, false),
        (Fault::content_type(events).after_items(2), 3, None, false),
    ]
}

#[tokio::test(start_paused = true)]
async fn each_fault_is_the_last_item_and_nothing_is_tried_again() {
    let (cloud, runs) = cloud();
    let client = cloud.client().build().unwrap();
    for (fault, chunks, report, may_pass) in broken().into_iter().chain(exchanged()) {
        for client in forms(&client) {
            for idempotent in [false, true] {
                always(&cloud, &fault);
                runs.store(0, Ordering::SeqCst);
                let stream = begin(&client, idempotent).await.unwrap();
                let id = stream.request_id().to_owned();
                let (count, error) = read(stream).await;
                assert_eq!((count, runs.load(Ordering::SeqCst)), (chunks, 1), "{fault}: {error:?}");
                let received = last(&cloud);
                assert_eq!((received.handled, &received.request_id), (true, &id), "{fault}");
                assert_eq!(received.fault.unwrap().to_string(), fault.to_string());
                assert_eq!(error.as_ref().map(Report::of), report, "{fault}: {error:?}");
                let Some(error) = error else { continue };
                assert_eq!((error.attempts(), error.may_have_run()), (1, true), "{fault}: {error}");
                assert_eq!(error.is_retryable(), may_pass && idempotent, "{fault}: {error}");
                assert_eq!(error.request_id(), Some(id.as_str()), "{fault}: {error}");
            }
        }
    }
}

/// The attempts that it took to begin are told by the error that ends it.
#[tokio::test(start_paused = true)]
async fn a_stream_that_began_late_and_breaks_tells_both() {
    let (cloud, runs) = cloud();
    let client = cloud.client().build().unwrap();
    for (idempotent, first, ran) in [(false, Fault::refused(), 1), (true, Fault::reset().after_handler(), 2)] {
        cloud.no_faults().faults([Some(first), Some(Fault::reset().after_items(1))]);
        runs.store(0, Ordering::SeqCst);
        let (count, error) = read(begin(&client, idempotent).await.unwrap()).await;
        let error = error.unwrap();
        assert_eq!((count, error.attempts(), runs.load(Ordering::SeqCst)), (1, 2, ran), "{error}");
        assert!(error.may_have_run() && error.to_string().contains("after 2 attempts"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_takes_time_takes_it_after_the_items() {
    let (cloud, _) = cloud();
    cloud.fault(Fault::latency(seconds(30)).after_items(1));
    let begun = Instant::now();
    let mut stream = begin(&cloud.client().build().unwrap(), false).await.unwrap();
    for expected in [0, 30, 30] {
        stream.next().await.unwrap().unwrap();
        assert_eq!(begun.elapsed(), seconds(expected));
    }
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn over_a_socket_all_items_arrive_before_the_fault() {
    let (cloud, runs) = counting(FakeCloud::start().unwrap());
    let client = cloud.client().build().unwrap();
    for (fault, chunks, report, _) in broken().into_iter().chain(exchanged()) {
        // What needs time has its test in process.
        let takes_time = ["latency", "stalled", "9s", "61s"].iter().any(|slow| fault.to_string().contains(slow));
        if takes_time {
            continue;
        }
        runs.store(0, Ordering::SeqCst);
        always(&cloud, &fault);
        let (count, error) = read(begin(&client, true).await.unwrap()).await;
        assert_eq!((count, runs.load(Ordering::SeqCst)), (chunks, 1), "{fault}: {error:?}");
        assert_eq!(error.as_ref().map(Report::of), report, "{fault}: {error:?}");
    }
}

/// An answer that isn't a stream has no items: the handler ran, and then it strikes.
#[tokio::test(start_paused = true)]
async fn on_an_answer_that_is_whole_it_strikes_after_the_handler() {
    let (cloud, runs) = crate::faults::cloud();
    let client = crate::faults::client(&cloud);
    for (fault, report) in [
        (Fault::reset(), Report::Transport),
        (Fault::page(StatusCode::BAD_GATEWAY), Report::BadResponse),
        (error("InternalError"), Report::Api("InternalError")),
        (Fault::cut_off(3), Report::BadResponse),
    ] {
        runs.store(0, Ordering::SeqCst);
        always(&cloud, &fault.after_items(2));
        let error = ManageTask::abort("t").send(&client).await.unwrap_err();
        assert_eq!((Report::of(&error), runs.load(Ordering::SeqCst)), (report, 1), "{error}");
    }
}

#[test]
fn its_line_says_when() {
    for (fault, line) in [
        (Fault::reset().after_items(1), "reset after 1 item"),
        (Fault::cut_off(3).after_items(2), "cut off after 3 bytes after 2 items"),
        (Fault::latency(seconds(2)).after_items(0), "latency after 0 items and 2s"),
        (Fault::refused().after_items(2), "connection refused"),
        (Fault::reset().after_items(2).after_handler(), "reset after the handler"),
    ] {
        assert_eq!(fault.to_string(), line);
    }
}
