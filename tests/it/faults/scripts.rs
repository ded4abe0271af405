//! Which request meets which fault, and what the cloud remembers of it.

use std::iter::repeat;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use http::StatusCode;
use tencent_action::ApiError;
use tencent_action::fake::{FakeCloud, Fault};

use super::{client, cloud, seconds};
use crate::support::ManageTask;

/// Calls so many times; says which calls succeeded.
async fn outcomes(cloud: &FakeCloud, calls: usize) -> Vec<bool> {
    let client = client(cloud);
    let mut outcomes = Vec::new();
    for _ in 0..calls {
        outcomes.push(ManageTask::abort("t").send(&client).await.is_ok());
    }
    outcomes
}

#[tokio::test]
async fn faults_befall_the_next_requests_one_after_the_other() {
    let (cloud, runs) = cloud();
    cloud.faults([None, Some(Fault::reset())]).fault(Fault::empty()).faults([]).faults([None]);
    assert_eq!(outcomes(&cloud, 5).await, [true, false, false, true, true]);
    assert_eq!(runs.load(Ordering::SeqCst), 3);
    let received = cloud.received();
    let faults: Vec<_> = received.iter().map(|received| received.fault.as_ref().map(ToString::to_string)).collect();
    assert_eq!(faults, [None, Some("reset".into()), Some("HTTP status 200 with 0 bytes".into()), None, None]);
    assert_eq!(received.iter().filter(|received| received.handled).count(), 3);
}

#[tokio::test]
async fn a_script_may_have_no_end_and_be_called_off() {
    let (cloud, _) = cloud();
    cloud.faults(repeat(Some(Fault::reset())));
    assert_eq!(outcomes(&cloud, 100).await, [false; 100]);
    cloud.no_faults();
    assert_eq!(outcomes(&cloud, 2).await, [true; 2]);
}

#[tokio::test]
async fn a_rule_knows_the_request_and_has_its_say_where_no_turn_is_left() {
    let (cloud, _) = cloud();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let mut count = 0;
    cloud.faults([Some(Fault::reset()), None]).fault_when(move |received| {
        log.lock().unwrap().push((received.service.clone(), received.parameters["TaskId"].clone()));
        assert!(!received.handled && received.fault.is_none() && received.error.is_none());
        count += 1;
        (count % 3 == 0).then(Fault::reset)
    });
    assert_eq!(outcomes(&cloud, 8).await, [false, true, true, true, false, true, true, false]);
    assert_eq!(*seen.lock().unwrap(), vec![("vod".to_owned(), "t".into()); 6]);
    cloud.fault_when(|_| None);
    assert_eq!(outcomes(&cloud, 3).await, [true; 3]);
}

#[tokio::test]
async fn a_rule_may_script_turns() {
    let (cloud, _) = cloud();
    let other = cloud.clone();
    cloud.fault_when(move |_| {
        other.fault(Fault::empty());
        None
    });
    assert_eq!(outcomes(&cloud, 4).await, [true, false, true, false]);
}

#[tokio::test]
async fn a_script_is_for_both_ways_into_a_cloud() {
    let (cloud, runs) = super::listening();
    let inside = cloud.client().transport(cloud.transport()).build().unwrap();
    cloud.faults(vec![Some(Fault::empty()); 2]);
    assert!(ManageTask::abort("t").send(&inside).await.is_err());
    assert_eq!(outcomes(&cloud, 2).await, [false, true]);
    assert_eq!(runs.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_log_says_what_went_wrong() {
    let (cloud, _) = cloud();
    for (fault, expected) in [
        (Fault::refused(), "connection refused"),
        (Fault::unread().after_handler(), "reset before the request was read"),
        (Fault::reset().after_handler(), "reset after the handler"),
        (Fault::latency(seconds(2)), "latency after 2s"),
        (Fault::latency(seconds(2)).after_handler(), "latency after the handler and 2s"),
        (Fault::cut_off(7), "cut off after 7 bytes"),
        (Fault::stall(7), "stalled after 7 bytes"),
        (Fault::gzip_bomb(1 << 20), "an answer of 1048576 bytes"),
        (Fault::page(StatusCode::BAD_GATEWAY), "HTTP status 502 with 108 bytes"),
        (Fault::content_type(http::HeaderValue::from_static("text/html")), "content type \"text/html\""),
        (Fault::error(ApiError::new("FailedOperation", "m")), "FailedOperation: m"),
    ] {
        cloud.fault(fault);
        drop(ManageTask::abort("t").send(&client(&cloud)).await);
        let received = super::last(&cloud);
        assert_eq!(received.to_string(), format!("vod ManageTask: {expected} (request id {})", received.request_id));
    }
}

/// What was answered is remembered, although it is lost.
#[tokio::test]
async fn an_answer_that_is_lost_is_remembered() {
    let cloud = FakeCloud::in_process();
    cloud.on(|_: ManageTask| Err(ApiError::new("FailedOperation", "m")));
    cloud.faults([Some(Fault::reset().after_handler()), None]);
    assert_eq!(outcomes(&cloud, 2).await, [false; 2]);
    for received in cloud.received() {
        assert!(received.handled);
        assert_eq!(received.error, Some(ApiError::new("FailedOperation", "m")));
    }
}

/// An operation runs only if its handler gets to see the request.
#[tokio::test]
async fn a_request_that_doesnt_fit_isnt_handled() {
    let cloud = FakeCloud::in_process();
    cloud.on(|_: ManageTask| panic!("as the test wants it"));
    let client = client(&cloud);
    let unfit = serde_json::json!({ "TaskId": "t", "OperationType": "Abort", "Unknown": 1 });
    let error = client.call_json("vod", "2018-07-17", "ManageTask", &unfit).await.unwrap_err();
    assert_eq!((error.code(), super::last(&cloud).handled), (Some("UnknownParameter"), false));
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert_eq!((error.code(), super::last(&cloud).handled), (Some("InternalError"), true));
}
