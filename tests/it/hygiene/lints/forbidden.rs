//! Declarations where lints are forbidden.
//!
//! Serde's own derives emit `allow`, so an item that needs them can't be here.

use tencent_action::{CommonError, tencent_action, tencent_data, tencent_errors};

/// Manages a task.
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = TaskDetail,
    errors = TaskError,
    rate_limit = 20,
    idempotent
)]
#[derive(Debug)]
pub(super) struct ManageTask<const N: usize> {
    /// The task.
    #[tencent(client_token)]
    pub(super) task_id: String,
    /// The application.
    pub(super) sub_app_id: Option<u64>,
    /// Labels.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub(super) labels: Option<[u64; N]>,
}

const fn none<T>() -> Option<T> {
    None
}

/// What is known of a task.
#[tencent_data]
#[derive(Debug)]
pub(super) struct TaskDetail {
    /// The task.
    pub(super) task_id: String,
    /// How far it is.
    pub(super) status: TaskStatus,
    /// What it is made of.
    pub(super) parts: Vec<Part<String>>,
    private: Option<Private>,
}

/// A part.
#[tencent_data]
#[derive(Debug)]
pub(super) struct Part<T> {
    /// Whose.
    pub(super) name: T,
    next: Option<Box<Self>>,
}

#[tencent_data]
#[derive(Debug)]
struct Private;

/// How far a task is.
#[tencent_data]
#[derive(Debug, PartialEq, Eq)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum TaskStatus {
    /// It is done.
    Finish,
    /// None of these.
    Other(String),
}

/// Why a task isn't managed.
#[tencent_errors]
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TaskError {
    /// The task.
    #[tencent(code = "InvalidParameterValue.TaskId")]
    TaskId,
    /// None of these.
    Other(CommonError),
}

/// Lists parts.
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = Parts,
    paginate(token, next = data.token, done = data.over, items = data.parts, item = u64)
)]
#[derive(Debug)]
pub(super) struct ListParts {
    /// From here.
    pub(super) token: Option<String>,
}

/// Parts, wrapped.
#[tencent_data]
#[derive(Debug)]
pub(super) struct Parts {
    data: Option<PartData>,
}

#[tencent_data]
#[derive(Debug)]
struct PartData {
    token: String,
    over: bool,
    parts: Option<Vec<u64>>,
}
