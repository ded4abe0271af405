//! What the VOD answers.

use std::time::Duration;

use tencent_action::{ApiError, Clock, Empty};

use super::task::Task;
use super::{BROKEN, MEDIA, State};
use crate::api::{
    DescribeTaskDetail, DescribeTasks, ManageTask, ProcessMedia, Started, TaskDetail, TaskStatus, TaskSummary, Tasks,
};

impl State {
    /// Aborts a task that waits. What the real VOD answers for one that doesn't is undocumented; `FailedOperation` is
    /// the only one of `ManageTask`'s seven codes that fits.
    pub(super) fn manage(&mut self, request: &ManageTask, now: Duration) -> Result<Empty, ApiError> {
        if request.operation_type != "Abort" {
            let message = format!("There is no operation `{}`: it is `Abort`.", request.operation_type);
            return Err(ApiError::new("InvalidParameterValue.InvalidOperationType", message));
        }
        let Some(task) = self.find(&request.task_id) else {
            let message = format!("There is no task `{}`.", request.task_id);
            return Err(ApiError::new("InvalidParameterValue.TaskId", message));
        };
        let status = task.status(now);
        if status != TaskStatus::Waiting {
            let message = format!("The task is in state {status}; only one that is WAITING can be aborted.");
            return Err(ApiError::new("FailedOperation", message));
        }
        task.abort();
        self.aborted.push(request.task_id.clone());
        Ok(Empty)
    }

    /// Starts a task, which waits at first.
    pub(super) fn process(&mut self, request: ProcessMedia, clock: &dyn Clock) -> Result<Started, ApiError> {
        if !request.file_id.as_deref().is_some_and(|file| [MEDIA, BROKEN].contains(&file)) {
            let message = format!("The only files are `{MEDIA}`, and `{BROKEN}`, which can't be read.");
            return Err(ApiError::new("InvalidParameterValue.FileId", message));
        }
        let is_known = |task: &Task| request.session_id.is_some() && task.request.session_id == request.session_id;
        if self.tasks.iter().any(is_known) {
            return Err(ApiError::new("FailedOperation.TaskDuplicate", "There is a task with this SessionId already."));
        }
        let task_id = format!("251000333-procedurev2-{:05}", self.tasks.len());
        self.add(Task::new(task_id.clone(), self.pace, request, clock));
        Ok(Started { task_id })
    }

    /// A page of the tasks that fit. The token is the number of tasks up to its end, whether they fit or not, so that a task
    /// which fits no more doesn't move the others.
    pub(super) fn list(&self, request: &DescribeTasks, now: Duration) -> Result<Tasks, ApiError> {
        let limit = match request.limit.unwrap_or(10) {
            limit @ 1..=100 => usize::try_from(limit).unwrap_or(100),
            _ => return Err(ApiError::new("InvalidParameterValue.Limit", "Limit is from 1 to 100.")),
        };
        let before = request.scroll_token.as_deref().unwrap_or("0").parse::<usize>();
        let before = before.map_err(|_| ApiError::new("InvalidParameterValue", "There is no such ScrollToken."))?;
        let fits = |task: &Task| {
            request.status.as_ref().is_none_or(|status| *status == task.status(now))
                && (request.file_id.is_none() || request.file_id == task.request.file_id)
        };
        let mut fitting = self.tasks.iter().enumerate().skip(before).filter(|(_, task)| fits(task));
        let page: Vec<_> = fitting.by_ref().take(limit).collect();
        let end = page.last().map_or(before, |(place, _)| place + 1);
        let scroll_token = if fitting.next().is_some() { end.to_string() } else { String::new() };
        let task_set: Vec<TaskSummary> = page.into_iter().map(|(_, task)| task.summary(now)).collect();
        Ok(Tasks { task_set, scroll_token: Some(scroll_token) })
    }

    /// Tells all about a task.
    pub(super) fn detail(&mut self, request: &DescribeTaskDetail, now: Duration) -> Result<TaskDetail, ApiError> {
        let missing = || ApiError::new("ResourceNotFound", format!("There is no task `{}`.", request.task_id));
        Ok(self.find(&request.task_id).ok_or_else(missing)?.detail(now))
    }
}
