//! Each way in which a wait ends.

use tencent_action::WaitError;
use tencent_action::fake::Fault;
use tokio::task::yield_now;

use super::*;

#[tokio::test(start_paused = true)]
async fn it_ends_with_the_reply_that_is_done() {
    let world = World::new(&["WAITING", "PROCESSING", "FINISH"]);
    let detail = task().send(&world.client()).until(judge).jitter(0.0).await.unwrap();
    assert_eq!((detail.status.as_str(), detail.request_id()), ("FINISH", world.last_request_id().as_str()));
    assert_eq!(world.asked_ms(), [0, 5000, 10_000]);
}

#[tokio::test(start_paused = true)]
async fn a_finish_that_is_no_success_is_a_failure_and_keeps_its_reply() {
    let world = World::new(&["PROCESSING", "FINISH!SourceFileReadError"]);
    let error = task().send(&world.client()).until(judge).await.unwrap_err();
    assert_eq!(error.failure(), Some("SourceFileReadError"));
    assert!(!error.is_timeout() && error.error().is_none());
    assert_eq!((error.service(), error.action(), error.calls()), (Some("vod"), Some("DescribeTaskDetail"), 2));
    let id = world.last_request_id();
    assert_eq!(error.request_id(), Some(id.as_str()));
    let line = format!("vod DescribeTaskDetail: SourceFileReadError (call 2 of a wait; request id {id})");
    assert_eq!(error.to_string(), line);
    assert_eq!(error.into_last_reply().unwrap().status, "FINISH");

    let error = task().send(&World::new(&["ABORTED"]).client()).until(judge).await.unwrap_err();
    assert_eq!(error.failure(), Some("it was aborted"));
}

#[tokio::test(start_paused = true)]
async fn at_the_deadline_it_tells_the_last_that_was_seen() {
    let world = World::new(&["WAITING", "PROCESSING"]);
    let error = task().send(&world.client()).until(judge).jitter(0.0).timeout(seconds(12)).await.unwrap_err();
    assert!(error.is_timeout() && error.failure().is_none() && error.error().is_none());
    // The last look is a second ahead of the deadline.
    assert_eq!(world.asked_ms(), [0, 5000, 10_000, 11_000]);
    assert_eq!((error.calls(), error.elapsed(), error.last_seen()), (4, seconds(12), "PROCESSING"));
    let id = world.last_request_id();
    let notes = format!("4 calls; last seen: PROCESSING; request id {id}");
    assert_eq!(error.to_string(), format!("vod DescribeTaskDetail: not done within 12s ({notes})"));
    assert_eq!(error.last_reply().unwrap().request_id(), id);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_hangs_is_dropped_at_the_deadline() {
    let world = World::new(&["PROCESSING"]);
    let slow = || Some(Fault::latency(seconds(50)));
    world.cloud.faults([None, slow()]);
    let error = task().send(&world.client()).until(judge).timeout(seconds(20)).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!((error.calls(), world.elapsed(), error.last_seen()), (2, seconds(20), "PROCESSING"));

    // The same from the first call on: there is nothing to tell but that.
    let world = World::new(&["PROCESSING"]);
    world.cloud.faults([slow()]);
    let error = task().send(&world.client()).until(judge).timeout(seconds(20)).await.unwrap_err();
    assert_eq!(error.to_string(), "vod DescribeTaskDetail: not done within 20s (1 call)");
    assert!(error.last_reply().is_none() && error.request_id().is_none());
}

#[tokio::test(start_paused = true)]
async fn the_deadline_of_a_call_is_not_that_of_the_wait() {
    let world = World::new(&["PROCESSING", "FINISH"]);
    world.cloud.faults([Some(Fault::latency(seconds(50)))]);
    let wait = task().send(&world.client()).timeout(seconds(3)).until(judge).jitter(0.0).timeout(seconds(60));
    assert_eq!(wait.await.unwrap().status, "FINISH");
    // The first was given up after three seconds; the handler never saw it.
    assert_eq!(world.elapsed(), seconds(3 + 5 + 5));
}

#[tokio::test(start_paused = true)]
async fn a_bool_will_do() {
    let world = World::new(&["PROCESSING", "FINISH"]);
    let detail = task().send(&world.client()).until(|detail| detail.status == "FINISH").await.unwrap();
    assert_eq!(detail.status, "FINISH");

    let call = world.client().call_json("vod", "2018-07-17", "DescribeTaskDetail", &serde_json::json!({"TaskId": "t"}));
    let error = call.until(|detail| detail["Status"] == "ABORTED").timeout(seconds(1)).await.unwrap_err();
    assert_eq!(error.last_seen(), "");
    assert_eq!(error.last_reply().unwrap()["Status"], "FINISH");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_cannot_be_made_fails_when_it_is_awaited() {
    let world = World::new(&["FINISH"]);
    let wait = task().send(&world.client()).region("not a region").until(judge);
    let error: WaitError<_> = wait.await.unwrap_err();
    assert!(error.to_string().starts_with("vod DescribeTaskDetail: "), "{error}");
    assert!(error.to_string().ends_with(" (a wait that never began)"), "{error}");
    assert_eq!((error.calls(), error.action(), world.asked().len()), (0, Some("DescribeTaskDetail"), 0));
}

#[tokio::test(start_paused = true)]
async fn it_can_be_spawned_begins_when_it_is_polled_and_ends_when_it_is_dropped() {
    let world = World::new(&["PROCESSING"]);
    let wait = {
        let client = world.client();
        task().send(&client).region("ap-tokyo").until(judge).jitter(0.0)
    };
    tokio::time::advance(seconds(100)).await;
    assert!(world.asked().is_empty());

    let waiting = tokio::spawn(wait);
    yield_now().await;
    tokio::time::advance(seconds(5)).await;
    yield_now().await;
    yield_now().await;
    assert_eq!(world.asked_ms(), [100_000, 105_000]);
    waiting.abort();
    assert!(waiting.await.unwrap_err().is_cancelled());
    tokio::time::advance(seconds(100)).await;
    assert_eq!(world.asked().len(), 2);
    let regions: Vec<_> = world.cloud.received().into_iter().map(|received| received.region).collect();
    assert_eq!(regions, [Some("ap-tokyo".to_owned()), Some("ap-tokyo".to_owned())]);
}

/// There is no second ahead of its deadline, so the last look is half-way.
#[tokio::test(start_paused = true)]
async fn a_wait_lasts_as_long_as_it_says() {
    for (timeout, looks) in [(ms(1000), vec![0, 500]), (ms(1600), vec![0, 800]), (ms(100), vec![0, 50])] {
        let world = World::new(&["PROCESSING"]);
        let error = task().send(&world.client()).until(judge).timeout(timeout).await.unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert_eq!((world.asked_ms(), error.elapsed()), (looks, timeout));
    }
}
