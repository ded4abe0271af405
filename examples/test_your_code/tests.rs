//! Each test has a cloud of its own, in process. Where something waits, time is paused, so that no wait takes any.

use std::sync::{Arc, Mutex};

use tencent_action::ApiError;
use tencent_action::fake::{FakeCloud, Fault};
use tokio::time::Instant;

use super::*;

/// A cloud with one task, `t`, in this state.
fn cloud_with(status: &str) -> FakeCloud {
    let cloud = FakeCloud::in_process();
    let status = Arc::new(Mutex::new(status.to_owned()));
    let seen = Arc::clone(&status);
    cloud.on(move |task: ManageTask| {
        let mut status = status.lock().unwrap();
        match (task.task_id.as_str(), status.as_str()) {
            ("t", "WAITING") => *status = "ABORTED".to_owned(),
            ("t", _) => return Err(ApiError::new("FailedOperation", "Only a task that is WAITING can be aborted.")),
            _ => return Err(ApiError::new("InvalidParameterValue.TaskId", "There is no such task.")),
        }
        Ok(tencent_action::Empty)
    });
    cloud.on(move |_: DescribeTaskDetail| Ok(TaskDetail { status: Some(seen.lock().unwrap().clone()) }));
    cloud
}

/// The actions that the cloud was asked for, and whether each has happened.
fn asked(cloud: &FakeCloud) -> Vec<(String, bool)> {
    cloud.received().into_iter().map(|request| (request.action, request.handled)).collect()
}

fn client_of(cloud: &FakeCloud) -> Client {
    cloud.client().build().unwrap()
}

#[tokio::test]
async fn a_task_that_waits_is_cancelled() {
    let cloud = cloud_with("WAITING");
    assert_eq!(cancel(&client_of(&cloud), "t").await.unwrap(), Cancelled::InTime);
    let sent = &cloud.received()[0];
    assert_eq!(sent.parameters["OperationType"], "Abort");
}

#[tokio::test]
async fn one_that_has_begun_is_not() {
    assert_eq!(cancel(&client_of(&cloud_with("PROCESSING")), "t").await.unwrap(), Cancelled::TooLate);
    assert_eq!(cancel(&client_of(&cloud_with("ABORTED")), "t").await.unwrap(), Cancelled::InTime);
}

#[tokio::test]
async fn one_that_isnt_there_is_an_error() {
    let error = cancel(&client_of(&cloud_with("WAITING")), "other").await.unwrap_err();
    assert_eq!(error.code(), Some("InvalidParameterValue.TaskId"));
}

/// The classic: it is aborted, and the connection breaks before anybody hears of it.
#[tokio::test]
async fn an_answer_that_is_lost_is_found_out_and_nothing_is_aborted_twice() {
    let cloud = cloud_with("WAITING");
    cloud.fault(Fault::reset().after_handler());
    assert_eq!(cancel(&client_of(&cloud), "t").await.unwrap(), Cancelled::InTime);
    assert_eq!(asked(&cloud), [("ManageTask".to_owned(), true), ("DescribeTaskDetail".to_owned(), true)]);
}

#[tokio::test(start_paused = true)]
async fn a_cloud_that_hangs_costs_a_minute_and_then_somebody_looks() {
    let cloud = cloud_with("WAITING");
    cloud.fault(Fault::stall(10));
    let begin = Instant::now();
    assert_eq!(cancel(&client_of(&cloud), "t").await.unwrap(), Cancelled::InTime);
    assert_eq!(begin.elapsed().as_secs(), 60);
}

#[tokio::test(start_paused = true)]
async fn a_cloud_that_is_busy_is_asked_again() {
    let cloud = cloud_with("WAITING");
    cloud.faults([Some(Fault::error(ApiError::new("RequestLimitExceeded", "Later."))), Some(Fault::refused()), None]);
    assert_eq!(cancel(&client_of(&cloud), "t").await.unwrap(), Cancelled::InTime);
    let handled: Vec<_> = cloud.received().iter().map(|request| request.handled).collect();
    assert_eq!(handled, [false, false, true]);
}
