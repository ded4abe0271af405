//! Calls that fail on the way.

use std::iter::repeat;

use tencent_action::fake::Fault;
use tencent_action::{ApiError, Error};

use super::*;

#[expect(clippy::unnecessary_wraps, reason = "scripts are made of faults and of none")]
fn missing() -> Option<Fault> {
    Some(Fault::error(ApiError::new("ResourceNotFound", "There is no such task.")))
}

#[tokio::test(start_paused = true)]
async fn what_passes_is_waited_out() {
    let world = World::new(&["PROCESSING", "FINISH"]);
    let broken = Fault::error(ApiError::new("InternalError", "Try later."));
    world.cloud.faults([Some(Fault::reset()), None, Some(broken), Some(Fault::refused()), Some(Fault::empty())]);
    let detail = task().send(&world.client()).until(judge).jitter(0.0).await.unwrap();
    assert_eq!(detail.status, "FINISH");
    assert_eq!(world.asked_ms(), [0, 5000, 10_000, 15_000, 20_000, 25_000]);
}

#[tokio::test(start_paused = true)]
async fn a_fault_that_lasts_ends_at_the_deadline_with_both_the_fault_and_the_last_reply() {
    let world = World::new(&["PROCESSING"]);
    world.cloud.faults([None].into_iter().chain(repeat(Some(Fault::refused()))));
    let error = task().send(&world.client()).until(judge).timeout(seconds(30)).await.unwrap_err();
    assert!(error.is_timeout() && error.error().unwrap().is_transport());
    assert_eq!(error.last_reply().unwrap().status, "PROCESSING");
    let line = error.to_string();
    assert!(line.contains("not done within 30s"), "{line}");
    assert!(line.contains("last seen: PROCESSING; the last failed: vod DescribeTaskDetail: no answer"), "{line}");
}

#[tokio::test(start_paused = true)]
async fn so_many_in_a_row_are_too_many() {
    let world = World::new(&["PROCESSING"]);
    let reset = || Some(Fault::reset());
    world.cloud.faults([reset(), reset(), None].into_iter().chain(repeat(reset())));
    let error = task().send(&world.client()).until(judge).max_failures(3).await.unwrap_err();
    assert_eq!((error.calls(), error.is_timeout()), (6, false));
    assert!(error.error().unwrap().is_transport());
    assert!(error.to_string().ends_with(" (call 6 of a wait; last seen: PROCESSING)"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn what_does_not_pass_ends_it_at_once() {
    let world = World::new(&["PROCESSING"]);
    let refusal = Fault::error(ApiError::new("UnauthorizedOperation", "No."));
    world.cloud.faults([None, Some(refusal)]);
    let error = task().send(&world.client()).until(judge).await.unwrap_err();
    assert!(error.error().unwrap().is_unauthorized() && !error.is_timeout() && error.failure().is_none());
    assert_eq!((error.calls(), error.last_reply().unwrap().status.as_str()), (2, "PROCESSING"));
    assert_eq!(error.request_id(), error.error().unwrap().request_id());

    let world = World::new(&["PROCESSING"]);
    world.cloud.fault(Fault::garbage());
    let error = task().send(&world.client()).until(judge).max_failures(1).await.unwrap_err();
    assert!(error.error().unwrap().is_bad_response());
}

#[tokio::test(start_paused = true)]
async fn what_is_not_there_yet_is_tolerated_for_a_time() {
    let world = World::new(&["FINISH"]);
    world.cloud.faults([missing(), missing()]);
    let error = task().send(&world.client()).until(judge).await.unwrap_err();
    assert!(error.error().unwrap().is_not_found());

    let world = World::new(&["FINISH"]);
    world.cloud.faults([missing(), missing()]);
    let wait = task().send(&world.client()).until(judge).tolerate(seconds(10), Error::is_not_found);
    assert_eq!(wait.await.unwrap().status, "FINISH");

    let world = World::new(&["FINISH"]);
    world.cloud.faults(repeat(missing()));
    let wait = task().send(&world.client()).until(judge).jitter(0.0).tolerate(seconds(10), Error::is_not_found);
    let error = wait.await.unwrap_err();
    assert_eq!((error.calls(), error.elapsed()), (3, seconds(10)));
    assert!(error.error().unwrap().is_not_found() && error.last_reply().is_none());
}

#[tokio::test(start_paused = true)]
async fn each_call_is_tried_as_the_client_tries_calls() {
    let world = World::new(&["FINISH"]);
    // Not idempotent by its declaration; but it is polled, so it is.
    world.cloud.faults([Some(Fault::reset().after_handler()), Some(Fault::reset())]);
    let client = world.cloud.client().build().unwrap();
    let detail = task().send(&client).until(judge).max_failures(1).await.unwrap();
    assert_eq!(detail.attempts(), 3);
}
