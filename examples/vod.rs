//! A small VOD to put behind a `FakeCloud`: three tasks, one in each state.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tencent_action::fake::FakeCloud;
use tencent_action::{ApiError, Empty, tencent_action};

/// A task that can be aborted.
pub const WAITING: &str = "251000333-procedure-waiting";
/// A task that runs already.
pub const PROCESSING: &str = "251000333-procedure-processing";
/// A task that is done.
pub const FINISH: &str = "251000333-procedure-finish";

/// Ends a task before it starts, as the server sees it.
#[tencent_action(service = "vod", version = "2018-07-17")]
#[derive(Debug)]
struct ManageTask {
    task_id: String,
    operation_type: String,
    sub_app_id: Option<u64>,
}

/// Registers what this VOD can do.
pub fn open(cloud: &FakeCloud) {
    let states = [(WAITING, "WAITING"), (PROCESSING, "PROCESSING"), (FINISH, "FINISH")];
    let tasks = Mutex::new(BTreeMap::from(states));
    cloud.on(move |task: ManageTask| manage(&mut tasks.lock().unwrap_or_else(PoisonError::into_inner), &task));
}

/// Aborts a task that waits. What the real VOD answers for one that doesn't is undocumented; `FailedOperation` is the
/// only one of `ManageTask`'s seven codes that fits.
fn manage(tasks: &mut BTreeMap<&str, &str>, task: &ManageTask) -> Result<Empty, ApiError> {
    if task.operation_type != "Abort" {
        let message = format!("There is no operation `{}`: it is `Abort`.", task.operation_type);
        return Err(ApiError::new("InvalidParameterValue.InvalidOperationType", message));
    }
    match tasks.get_mut(task.task_id.as_str()) {
        None => {
            let message = format!("There is no task `{}`.", task.task_id);
            Err(ApiError::new("InvalidParameterValue.TaskId", message))
        }
        Some(state) if *state == "WAITING" => {
            *state = "ABORTED";
            Ok(Empty)
        }
        Some(state) => {
            let message = format!("The task is in state {state}; only one that is WAITING can be aborted.");
            Err(ApiError::new("FailedOperation", message))
        }
    }
}
