//! A piece of an application, and its tests: `cargo test --example test_your_code`.

use std::error::Error;
use std::process::ExitCode;

use tencent_action::fake::FakeCloud;
use tencent_action::{Client, tencent_action, tencent_data};
use tencent_action_examples as vod;

/// Ends a task that has been started but not begun.
#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20, spec = "vod-2018-07-17.spec")]
#[derive(Debug)]
pub struct ManageTask {
    /// The task.
    pub task_id: String,
    /// What to do with it: `Abort`.
    pub operation_type: String,
}

/// Tells how far a task is.
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = TaskDetail,
    idempotent,
    spec = "vod-2018-07-17.spec"
)]
#[derive(Debug)]
pub struct DescribeTaskDetail {
    /// The task.
    pub task_id: String,
}

/// How far a task is.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "DescribeTaskDetailResponse")]
#[derive(Debug)]
pub struct TaskDetail {
    /// `WAITING`, `PROCESSING`, `FINISH` or `ABORTED`.
    pub status: Option<String>,
}

/// What has come of a cancellation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelled {
    /// The task won't run.
    InTime,
    /// It has begun, or is over.
    TooLate,
}

/// Cancels a task. This is what is tested: it aborts once, and looks where it can't know.
///
/// # Errors
///
/// If it can't be told what has become of the task, or there is none.
pub async fn cancel(client: &Client, task_id: &str) -> Result<Cancelled, tencent_action::Error> {
    let abort = ManageTask { task_id: task_id.to_owned(), operation_type: "Abort".to_owned() };
    let Err(error) = abort.send(client).await else { return Ok(Cancelled::InTime) };
    // The answer may be lost, and the task aborted; or the task isn't WAITING, as it was aborted before.
    let is_unclear = error.may_have_run() || error.code() == Some("FailedOperation");
    if !is_unclear {
        return Err(error);
    }
    let detail = DescribeTaskDetail { task_id: task_id.to_owned() }.send(client).await?;
    match detail.status.as_deref() {
        Some("ABORTED") => Ok(Cancelled::InTime),
        Some("PROCESSING" | "FINISH") => Ok(Cancelled::TooLate),
        _ => Err(error),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    vod::takes_no_options("Cancels tasks by a function that has tests.");
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("test_your_code: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let cloud = FakeCloud::start()?;
    vod::open(&cloud);
    // Without a fake cloud: `Client::from_env()?`.
    let client = cloud.client().build()?;
    for task_id in [vod::WAITING, vod::WAITING, vod::PROCESSING] {
        vod::say!("{task_id}: {:?}", cancel(&client, task_id).await?);
    }
    Ok(())
}

#[cfg(test)]
#[path = "test_your_code/tests.rs"]
mod tests;
