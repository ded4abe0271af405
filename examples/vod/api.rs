//! Four actions of Video on Demand, one that tells who calls, and the data types that they reach, as far as the examples need them.
//!
//! A declaration needn't be complete: members that aren't declared are neither sent nor read. Those that are must be as
//! the vendor describes them in `vod-2018-07-17.spec`, or it doesn't compile.

mod data;

pub use self::data::{
    MediaProcessTask, MediaTaskResult, NotifyMode, ProcedureTask, SortBy, SubtaskStatus, TaskOutput, TaskStatus,
    TaskSummary, TemplateTask, TimeRange, TranscodeResult, TranscodeTask,
};

use tencent_action::{tencent_action, tencent_data};

/// Starts processing a media file: transcoding, snapshots, streams (api/266/34125).
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = Started,
    rate_limit = 100,
    spec = "vod-2018-07-17.spec"
)]
#[derive(Debug, Clone, Default)]
pub struct ProcessMedia {
    /// The file, by its id.
    pub file_id: Option<String>,
    /// The file, by its path; only in applications that go by path.
    pub media_storage_path: Option<String>,
    /// The application. Accounts opened since 2023-12-25 must give it.
    pub sub_app_id: Option<u64>,
    /// What to do with the file.
    pub media_process_task: Option<MediaProcessTask>,
    /// From -10 to 10; the higher, the sooner.
    pub tasks_priority: Option<i64>,
    /// When to be notified.
    pub tasks_notify_mode: Option<NotifyMode>,
    /// Comes back with the result; 1,000 characters at most.
    pub session_context: Option<String>,
    /// A second request with the same one within three days is refused; 50 characters at most.
    pub session_id: Option<String>,
}

/// The task that a request has started.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "ProcessMediaResponse")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Started {
    /// Its name for `DescribeTaskDetail` and `ManageTask`.
    pub task_id: String,
}

/// Tells all about a task of the last three days (api/266/33431).
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = TaskDetail,
    idempotent,
    spec = "vod-2018-07-17.spec"
)]
#[derive(Debug, Clone)]
pub struct DescribeTaskDetail {
    /// The task.
    pub task_id: String,
    /// The application.
    pub sub_app_id: Option<u64>,
}

/// All about a task. Of some 45 members named after kinds of tasks, one is there; here are those of one kind.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "DescribeTaskDetailResponse")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TaskDetail {
    /// The kind of task; an open set, `Procedure` among them.
    pub task_type: Option<String>,
    /// How far it is. `FINISH` says that it is done, not that it succeeded.
    pub status: Option<TaskStatus>,
    /// When it was made, in ISO 8601; so are the next two.
    pub create_time: Option<String>,
    /// When it began.
    pub begin_process_time: Option<String>,
    /// When it ended.
    pub finish_time: Option<String>,
    /// The task itself, if it is one that processes media.
    pub procedure_task: Option<ProcedureTask>,
}

/// Ends a task that has been started but not begun (api/266/39438).
#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20, spec = "vod-2018-07-17.spec")]
#[derive(Debug, Clone)]
pub struct ManageTask {
    /// The task.
    pub task_id: String,
    /// What to do with it: `Abort`, for tasks that are WAITING.
    pub operation_type: String,
    /// The application. Accounts opened since 2023-12-25 must give it.
    pub sub_app_id: Option<u64>,
}

impl ManageTask {
    /// Aborts a task.
    pub fn abort(task_id: impl Into<String>, sub_app_id: Option<u64>) -> Self {
        Self { task_id: task_id.into(), operation_type: "Abort".to_owned(), sub_app_id }
    }
}

/// Lists tasks of the last three days (api/266/37562).
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = Tasks,
    idempotent,
    paginate(token = scroll_token, items = task_set, item = TaskSummary),
    spec = "vod-2018-07-17.spec"
)]
#[derive(Debug, Clone, Default)]
pub struct DescribeTasks {
    /// The application.
    pub sub_app_id: Option<u64>,
    /// Only tasks in this state.
    pub status: Option<TaskStatus>,
    /// Only tasks of this file.
    pub file_id: Option<String>,
    /// Only tasks made within this time.
    pub create_time: Option<TimeRange>,
    /// In which order.
    pub sort: Option<SortBy>,
    /// How many, from 1 to 100; 10 if it isn't said.
    pub limit: Option<u64>,
    /// Where the last page ended.
    pub scroll_token: Option<String>,
}

/// A page of tasks.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "DescribeTasksResponse")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tasks {
    /// The tasks.
    pub task_set: Vec<TaskSummary>,
    /// Where this page ends; empty if it is the last.
    pub scroll_token: Option<String>,
}

/// Tells whose credentials they are that the request is signed with.
#[tencent_action(
    service = "sts",
    version = "2018-08-13",
    response = Identity,
    idempotent,
    spec = "sts-2018-08-13.spec"
)]
#[derive(Debug, Clone)]
pub struct GetCallerIdentity;

/// Who calls.
#[tencent_data(spec = "sts-2018-08-13.spec", name = "GetCallerIdentityResponse")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// The account, by its number; that of its owner, if a sub-account calls.
    pub account_id: String,
}
