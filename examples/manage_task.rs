//! Aborts a task of Video on Demand.

use tencent_action::{CommonError, tencent_action, tencent_errors};

/// Ends a task that has been started but not begun.
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    errors = ManageTaskError,
    rate_limit = 20,
    spec = "vod-2018-07-17.spec"
)]
#[derive(Debug)]
pub struct ManageTask {
    /// The task, as the action that started it named it.
    pub task_id: String,
    /// What to do with it: `Abort`, for tasks that are WAITING.
    pub operation_type: String,
    /// The application that the task belongs to. Accounts opened since 2023-12-25 must give it.
    pub sub_app_id: Option<u64>,
}

/// What it can be refused with, of its own; what any action can, is in the last.
#[tencent_errors]
#[derive(Debug)]
pub enum ManageTaskError {
    /// The task can't be aborted, as it isn't WAITING.
    FailedOperation,
    /// The account hasn't activated Video on Demand.
    #[tencent(code = "FailedOperation.InvalidVodUser")]
    InvalidVodUser,
    /// Something broke on the server.
    InternalError,
    /// A value is wrong that has no code of its own.
    InvalidParameterValue,
    /// There is no such operation.
    #[tencent(code = "InvalidParameterValue.InvalidOperationType")]
    InvalidOperationType,
    /// There is no such task.
    #[tencent(code = "InvalidParameterValue.TaskId")]
    TaskId,
    /// The account isn't allowed to do this.
    UnauthorizedOperation,
    /// Any other code.
    Other(CommonError),
}

#[path = "manage_task/options.rs"]
mod options;

use std::error::Error;
use std::process::ExitCode;

use tencent_action::Client;
use tencent_action::fake::FakeCloud;
use tencent_action_examples as vod;

use self::options::{HELP, Options};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let outcome = match Options::from_args() {
        Ok(options) if options.help => {
            vod::write(HELP);
            Ok(())
        }
        Ok(options) => run(options).await,
        Err(fault) => return vod::misused("manage_task", fault),
    };
    outcome.map_or_else(|error| vod::failed("manage_task", error), |()| ExitCode::SUCCESS)
}

async fn run(Options { cloud: named, task, .. }: Options) -> Result<(), Box<dyn Error>> {
    if let (Some(task), true) = (&task, named.names_a_cloud()) {
        return abort(&named.apply(Client::builder()).build()?, task).await;
    }
    let cloud = FakeCloud::start()?;
    vod::open(&cloud);
    let client = named.apply(cloud.client()).build()?;
    vod::say!("a fake cloud listens on {}; --site or --endpoint calls another", cloud.endpoint().unwrap_or_default());
    match &task {
        Some(task) => abort(&client, task).await,
        None => tour(&client).await,
    }
}

/// Calls the cloud: one task, one operation.
async fn abort(client: &Client, task: &ManageTask) -> Result<(), Box<dyn Error>> {
    let reply = task.send(client).await?;
    vod::say!("{} {}: done (request id {})", task.operation_type, task.task_id, reply.request_id());
    Ok(())
}

/// One task that can be aborted, one that can't, and one that isn't there.
async fn tour(client: &Client) -> Result<(), Box<dyn Error>> {
    for task_id in [vod::WAITING, vod::PROCESSING, "251000333-procedure-unknown"] {
        vod::say!("\nAbort {task_id}");
        let task = ManageTask { task_id: task_id.into(), operation_type: "Abort".into(), sub_app_id: None };
        match task.send(client).await {
            Ok(reply) => vod::say!("  done\n  request id {}", reply.request_id()),
            Err(error) => {
                let answer = error.api().ok_or_else(|| error.to_string())?;
                vod::say!("  refused: {}\n  {}", answer.code(), answer.message());
                vod::say!("  {}", error.code_as::<ManageTask>().as_ref().map_or("", advice));
                vod::say!("  request id {}", error.request_id().unwrap_or("none"));
            }
        }
    }
    Ok(())
}

/// What to do about a refusal.
fn advice(error: &ManageTaskError) -> &'static str {
    match error {
        ManageTaskError::FailedOperation => "It has begun, so let it run.",
        ManageTaskError::TaskId => "Look the id up with DescribeTasks.",
        ManageTaskError::InvalidVodUser => "Activate Video on Demand for this account.",
        ManageTaskError::UnauthorizedOperation => "Ask the owner of the account for leave.",
        ManageTaskError::InvalidOperationType => "The only operation is `Abort`.",
        ManageTaskError::InternalError => "See whether the task is ABORTED before you try again.",
        ManageTaskError::InvalidParameterValue | ManageTaskError::Other(_) => "See the error codes of Video on Demand.",
    }
}
