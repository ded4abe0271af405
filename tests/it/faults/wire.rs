//! Over real connections: closes, cuts, and who holds up whom.

use std::sync::atomic::Ordering;

use http::{Response, StatusCode};
use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{ApiError, Empty};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::{always, client, last, listening, seconds};
use crate::support::ManageTask;

#[tokio::test]
async fn a_reset_leaves_the_outcome_open() {
    let (cloud, runs) = listening();
    let client = client(&cloud);
    for (fault, handled) in [
        // Over a socket, nobody can know that nothing was sent.
        (Fault::refused(), false),
        (Fault::unread(), false),
        (Fault::reset(), false),
        (Fault::reset().after_handler(), true),
    ] {
        runs.store(0, Ordering::SeqCst);
        always(&cloud, &fault);
        let error = ManageTask::abort("t").send(&client).await.unwrap_err();
        assert!(error.is_transport() && error.may_have_run(), "{fault}: {error}");
        assert_eq!((last(&cloud).handled, runs.load(Ordering::SeqCst)), (handled, usize::from(handled)));

        // The next one gets a connection of its own.
        cloud.no_faults();
        ManageTask::abort("t").send(&client).await.unwrap();
    }
}

#[tokio::test]
async fn a_request_that_isnt_read_is_reset_while_it_is_sent() {
    let (cloud, runs) = listening();
    always(&cloud, &Fault::unread());
    let error = ManageTask::abort(&"x".repeat(9 << 20)).send(&client(&cloud)).await.unwrap_err();
    assert!(error.is_transport() && error.may_have_run(), "{error}");
    let received = last(&cloud);
    assert_eq!((received.action.as_str(), received.form, runs.load(Ordering::SeqCst)), ("ManageTask", None, 0));
    assert!(received.parameters.is_null() && received.error.is_none());
}

/// A rule has to know the request, so it has been read.
#[tokio::test]
async fn a_rule_may_reset_too() {
    let (cloud, runs) = listening();
    cloud.fault_when(|received| (received.parameters["TaskId"] == "lost").then(Fault::unread));
    let client = client(&cloud);
    assert!(ManageTask::abort("lost").send(&client).await.unwrap_err().is_transport());
    ManageTask::abort("t").send(&client).await.unwrap();
    assert_eq!(runs.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn what_arrived_before_a_cut_is_there() {
    let (cloud, _) = listening();
    let client = client(&cloud);
    for (after, body) in [(0, &b""[..]), (12, b"{\"Response\":")] {
        always(&cloud, &Fault::cut_off(after));
        let error = ManageTask::abort("t").send(&client).await.unwrap_err();
        assert!(error.to_string().contains("the answer broke off") && error.may_have_run(), "{error}");
        assert_eq!(error.body().unwrap(), body);
    }
    always(&cloud, &Fault::cut_off(usize::MAX));
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert!(error.body().unwrap().ends_with(b"\"}"), "{error}");
}

#[tokio::test]
async fn other_answers_come_as_they_are() {
    let (cloud, runs) = listening();
    let client = client(&cloud);
    let head = |status: u16| Response::builder().status(status).header("Content-Length", "7");
    for (fault, status, expected) in [
        (Fault::answer(head(302).header("Location", "/").body("moved").unwrap()), 302, "isn't JSON"),
        (Fault::page(StatusCode::BAD_GATEWAY), 502, "is a web page"),
        (Fault::page(StatusCode::OK), 200, "is a web page"),
        (Fault::empty(), 200, "is empty"),
        (Fault::garbage(), 200, "isn't JSON"),
        (Fault::error(ApiError::new("InternalError", "m")), 200, "InternalError: m"),
    ] {
        always(&cloud, &fault);
        let error = ManageTask::abort("t").send(&client).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert!(error.to_string().contains(expected) && error.may_have_run(), "{error}");
    }
    assert_eq!(runs.load(Ordering::SeqCst), 0);
}

/// With the feature `gzip`, the client asks for it.
#[tokio::test]
async fn a_bomb_is_packed_and_goes_no_further_than_the_limit() {
    let (cloud, _) = listening();
    always(&cloud, &Fault::gzip_bomb(1 << 40));
    let client = cloud.client().response_limit(1 << 20).build().unwrap();
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert!(error.to_string().contains("larger than the limit of 1048576 bytes"), "{error}");
    always(&cloud, &Fault::gzip_bomb(1 << 20));
    let reply = ManageTask::abort("t").send(&client).await.unwrap();
    assert_eq!(reply.body().len(), 1 << 20);
}

#[tokio::test]
async fn a_latency_holds_up_nobody() {
    let (cloud, runs) = listening();
    let (sender, mut arrivals) = mpsc::unbounded_channel();
    cloud.fault_when(move |received| {
        let is_slow = received.parameters["TaskId"] == "slow";
        is_slow.then(|| {
            sender.send(()).unwrap();
            Fault::latency(seconds(3600))
        })
    });
    let client = client(&cloud);
    let others = async {
        arrivals.recv().await.unwrap();
        for _ in 0..10 {
            ManageTask::abort("fast").send(&client).await.unwrap();
        }
    };
    tokio::select! {
        outcome = ManageTask::abort("slow").send(&client) => panic!("it is too early: {outcome:?}"),
        () = others => {}
    }
    assert_eq!(runs.load(Ordering::SeqCst), 10);
}

/// The operation of a caller who is gone doesn't begin.
#[tokio::test]
async fn who_leaves_too_early_is_remembered() {
    let (sender, mut done) = mpsc::unbounded_channel();
    let cloud = FakeCloud::builder().observe(move |received| sender.send(received.clone()).unwrap()).start().unwrap();
    let (sender, mut arrivals) = mpsc::unbounded_channel();
    cloud.on(|_: ManageTask| Ok(Empty)).fault_when(move |_| {
        sender.send(()).unwrap();
        Some(Fault::latency(seconds(3600)))
    });
    let client = client(&cloud);
    tokio::select! {
        outcome = ManageTask::abort("t").send(&client) => panic!("it is too early: {outcome:?}"),
        arrival = arrivals.recv() => arrival.unwrap(),
    }
    let received = done.recv().await.unwrap();
    assert!(!received.handled && received.fault.is_some(), "{received}");
}

/// Nobody waits for those who wait.
#[tokio::test]
async fn a_cloud_stops_in_the_middle_of_a_latency() {
    let cloud = FakeCloud::start().unwrap();
    let (sender, mut arrivals) = mpsc::unbounded_channel();
    cloud.on(|_: ManageTask| Ok(Empty)).fault_when(move |_| {
        sender.send(()).unwrap();
        Some(Fault::latency(seconds(3600)))
    });
    let client = client(&cloud);
    let stop = async {
        arrivals.recv().await.unwrap();
        drop(cloud);
    };
    let (outcome, ()) = tokio::join!(ManageTask::abort("t").send(&client), stop);
    let error = outcome.unwrap_err();
    assert!(error.is_transport() && error.may_have_run(), "{error}");
}

/// Many at once, every fifth of which meets a fault: what callers are told agrees with what happened.
#[tokio::test]
async fn the_log_tells_what_happened() {
    let (cloud, runs) = listening();
    let mut faults =
        [Fault::reset(), Fault::reset().after_handler(), Fault::cut_off(9), Fault::empty()].into_iter().cycle();
    let mut count = 0;
    cloud.fault_when(move |_| {
        count += 1;
        if count % 5 == 0 { faults.next() } else { None }
    });
    let client = client(&cloud);
    let mut calls = JoinSet::new();
    for worker in 0..16 {
        let client = client.clone();
        calls.spawn(async move {
            let mut successes = 0;
            for _ in 0..50 {
                match ManageTask::abort(&worker.to_string()).send(&client).await {
                    Ok(_) => successes += 1,
                    Err(error) => assert!(error.may_have_run(), "{error}"),
                }
            }
            successes
        });
    }
    let successes: usize = calls.join_all().await.into_iter().sum();
    let received = cloud.received();
    let handled = received.iter().filter(|received| received.handled).count();
    assert_eq!((received.len(), successes), (800, 640));
    assert_eq!((handled, runs.load(Ordering::SeqCst)), (720, 720));
}
