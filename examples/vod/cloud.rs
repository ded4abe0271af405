//! A small VOD to put behind a `FakeCloud`: three tasks, one in each state, and a file to start more with.

mod task;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tencent_action::fake::FakeCloud;
use tencent_action::{ApiError, Empty, tencent_action};

use self::task::Task;
use super::api::{DescribeTaskDetail, DescribeTasks, ProcessMedia, Started, TaskDetail, TaskStatus, Tasks};

/// A task that can be aborted.
pub const WAITING: &str = "251000333-procedure-waiting";
/// A task that runs already.
pub const PROCESSING: &str = "251000333-procedure-processing";
/// A task that is done.
pub const FINISH: &str = "251000333-procedure-finish";
/// The file that there is.
pub const MEDIA: &str = "5285485487985271487";

/// Ends a task before it starts, as the server sees it.
#[tencent_action(service = "vod", version = "2018-07-17", spec = "vod-2018-07-17.spec")]
#[derive(Debug)]
struct ManageTask {
    task_id: String,
    operation_type: String,
    sub_app_id: Option<u64>,
}

/// Registers what this VOD can do.
pub fn open(cloud: &FakeCloud) {
    let vod = Arc::new(Mutex::new(Vod::new()));
    let shared = || Arc::clone(&vod);
    let (of_manage, of_process, of_list, of_detail) = (shared(), shared(), shared(), shared());
    cloud.on(move |request: ManageTask| lock(&of_manage).manage(&request));
    cloud.on(move |request: ProcessMedia| lock(&of_process).process(request));
    cloud.on(move |request: DescribeTasks| lock(&of_list).list(&request));
    super::chat::open(cloud);
    cloud.on(move |request: DescribeTaskDetail| lock(&of_detail).detail(&request));
}

fn lock(vod: &Mutex<Vod>) -> MutexGuard<'_, Vod> {
    vod.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Vod {
    tasks: Vec<Task>,
}

impl Vod {
    fn new() -> Self {
        let states =
            [(WAITING, TaskStatus::Waiting), (PROCESSING, TaskStatus::Processing), (FINISH, TaskStatus::Finish)];
        let tasks = states.map(|(id, status)| Task::new(id.to_owned(), status, ProcessMedia::default()));
        Self { tasks: tasks.into() }
    }

    fn find(&mut self, id: &str) -> Option<&mut Task> {
        self.tasks.iter_mut().find(|task| task.id == id)
    }

    /// Aborts a task that waits. What the real VOD answers for one that doesn't is undocumented; `FailedOperation` is
    /// the only one of `ManageTask`'s seven codes that fits.
    fn manage(&mut self, request: &ManageTask) -> Result<Empty, ApiError> {
        if request.operation_type != "Abort" {
            let message = format!("There is no operation `{}`: it is `Abort`.", request.operation_type);
            return Err(ApiError::new("InvalidParameterValue.InvalidOperationType", message));
        }
        let Some(task) = self.find(&request.task_id) else {
            let message = format!("There is no task `{}`.", request.task_id);
            return Err(ApiError::new("InvalidParameterValue.TaskId", message));
        };
        if task.status != TaskStatus::Waiting {
            let message = format!("The task is in state {}; only one that is WAITING can be aborted.", task.status);
            return Err(ApiError::new("FailedOperation", message));
        }
        task.status = TaskStatus::Aborted;
        Ok(Empty)
    }

    /// Starts a task, which waits at first.
    fn process(&mut self, request: ProcessMedia) -> Result<Started, ApiError> {
        if request.file_id.as_deref() != Some(MEDIA) {
            return Err(ApiError::new("InvalidParameterValue.FileId", format!("The only file is `{MEDIA}`.")));
        }
        let is_known = |task: &Task| request.session_id.is_some() && task.request.session_id == request.session_id;
        if self.tasks.iter().any(is_known) {
            return Err(ApiError::new("FailedOperation.TaskDuplicate", "There is a task with this SessionId already."));
        }
        let task_id = format!("251000333-procedurev2-{}", self.tasks.len());
        self.tasks.push(Task::new(task_id.clone(), TaskStatus::Waiting, request));
        Ok(Started { task_id })
    }

    /// A page of the tasks that fit; the token is the number of those before it.
    fn list(&self, request: &DescribeTasks) -> Result<Tasks, ApiError> {
        let limit = match request.limit.unwrap_or(10) {
            limit @ 1..=100 => usize::try_from(limit).unwrap_or(100),
            _ => return Err(ApiError::new("InvalidParameterValue.Limit", "Limit is from 1 to 100.")),
        };
        let before = request.scroll_token.as_deref().unwrap_or("0").parse::<usize>();
        let before = before.map_err(|_| ApiError::new("InvalidParameterValue", "There is no such ScrollToken."))?;
        let fits = |task: &&Task| {
            request.status.as_ref().is_none_or(|status| *status == task.status)
                && (request.file_id.is_none() || request.file_id == task.request.file_id)
        };
        let fitting: Vec<_> = self.tasks.iter().filter(fits).collect();
        let after = before.saturating_add(limit);
        let page = fitting.iter().skip(before).take(limit);
        let scroll_token = if after < fitting.len() { after.to_string() } else { String::new() };
        Ok(Tasks { task_set: page.map(|task| task.summary()).collect(), scroll_token: Some(scroll_token) })
    }

    /// Tells all about a task. Each look moves it on, so that nobody has to wait.
    fn detail(&mut self, request: &DescribeTaskDetail) -> Result<TaskDetail, ApiError> {
        let missing = || ApiError::new("ResourceNotFound", format!("There is no task `{}`.", request.task_id));
        let task = self.find(&request.task_id).ok_or_else(missing)?;
        let detail = task.detail();
        task.move_on();
        Ok(detail)
    }
}
