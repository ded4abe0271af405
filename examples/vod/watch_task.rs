//! Starts a task, or takes one that has been started, and watches it to its end: the core of `watch_task`.

mod judge;

pub use self::judge::{judge, progress};

use std::cell::RefCell;
use std::time::Duration;

use tencent_action::{Client, Empty, Error, Reply, WaitError, WaitProgress};

use crate::api::{
    DescribeTaskDetail, ManageTask, MediaProcessTask, ProcessMedia, TaskDetail, TaskStatus, TranscodeTask,
};
use crate::interrupt::Interrupt;

/// How long a task that was just started may be unknown.
const UNKNOWN: Duration = Duration::from_secs(30);

/// How a task is watched.
#[derive(Debug, Clone)]
pub struct WatchTask {
    /// The task.
    pub task_id: String,
    /// The application.
    pub sub_app_id: Option<u64>,
    /// How often to look.
    pub interval: Duration,
    /// How long to look, all in all.
    pub timeout: Duration,
}

/// How a task ended.
#[derive(Debug)]
pub enum Ending {
    /// All its parts have succeeded.
    Succeeded(Box<Reply<TaskDetail>>),
    /// It was done, and not well, or isn't known to have been: for this reason.
    Failed(String),
    /// It was aborted.
    Aborted,
}

/// What is told on the way.
#[derive(Debug)]
pub enum Event<'a> {
    /// A look at the task.
    Look(&'a WaitProgress<'a, TaskDetail>),
    /// It is aborted, by the request with this id. Its end is still to be seen.
    Aborts(&'a str),
    /// It can't be aborted, as it has begun: by this answer, or because it was seen to run.
    TooLate(Option<&'a Error>),
    /// It can't be aborted, for another reason.
    Refused(&'a Error),
    /// Whether it is aborted isn't known. Its end will show.
    Unsure(&'a Error),
}

/// Starts transcoding a file by these templates; gives the task.
///
/// # Errors
///
/// Those of the call.
pub async fn start(
    client: &Client,
    file_id: String,
    definitions: &[u64],
    sub_app_id: Option<u64>,
) -> Result<String, Error> {
    let transcode = |definition: &u64| TranscodeTask { definition: *definition, ..TranscodeTask::default() };
    let tasks = MediaProcessTask {
        transcode_task_set: Some(definitions.iter().map(transcode).collect()),
        ..MediaProcessTask::default()
    };
    let request =
        ProcessMedia { file_id: Some(file_id), sub_app_id, media_process_task: Some(tasks), ..ProcessMedia::default() };
    Ok(request.send(client).await?.into_inner().task_id)
}

impl WatchTask {
    /// Watches the task to its end. The interrupt aborts it, if it isn't too late; either way its end is waited for.
    ///
    /// # Errors
    ///
    /// If its end isn't seen: a call fails with what won't pass, or it takes too long.
    pub async fn run(
        &self,
        client: &Client,
        interrupt: &mut Interrupt,
        tell: &mut dyn FnMut(Event<'_>),
    ) -> Result<Ending, WaitError<TaskDetail>> {
        let (status, tell) = (RefCell::new(None), RefCell::new(tell));
        let mut wait = DescribeTaskDetail { task_id: self.task_id.clone(), sub_app_id: self.sub_app_id }
            .send(client)
            .until(judge)
            .interval(self.interval)
            .timeout(self.timeout)
            .tolerate(UNKNOWN, Error::is_not_found)
            .on_progress(|progress| {
                if let Ok(detail) = progress.latest {
                    status.replace(detail.status.clone());
                }
                (tell.borrow_mut())(Event::Look(&progress));
            });
        let mut aborts = false;
        loop {
            tokio::select! {
                outcome = &mut wait => return ending(outcome),
                () = interrupt.comes(), if !aborts => aborts = true,
            }
            let has_begun = status.borrow().as_ref().is_some_and(|status| *status != TaskStatus::Waiting);
            let aborted = if has_begun { None } else { Some(self.abort(client).await) };
            (tell.borrow_mut())(told(aborted.as_ref()));
        }
    }

    async fn abort(&self, client: &Client) -> Result<Reply<Empty>, Error> {
        ManageTask::abort(&*self.task_id, self.sub_app_id).send(client).await
    }
}

/// What to tell of a request to abort the task; of none, if it had begun before.
fn told(aborted: Option<&Result<Reply<Empty>, Error>>) -> Event<'_> {
    match aborted {
        None => Event::TooLate(None),
        Some(Ok(reply)) => Event::Aborts(reply.request_id()),
        Some(Err(error)) if error.code() == Some("FailedOperation") => Event::TooLate(Some(error)),
        Some(Err(error)) if error.may_have_run() => Event::Unsure(error),
        Some(Err(error)) => Event::Refused(error),
    }
}

/// `FINISH` is no success, and `ABORTED` is no failure of the wait.
fn ending(outcome: Result<Reply<TaskDetail>, WaitError<TaskDetail>>) -> Result<Ending, WaitError<TaskDetail>> {
    let error = match outcome {
        Ok(detail) => return Ok(Ending::Succeeded(Box::new(detail))),
        Err(error) => error,
    };
    let is_aborted = error.last_reply().is_some_and(|detail| detail.status == Some(TaskStatus::Aborted));
    match error.failure() {
        Some(_) if is_aborted => Ok(Ending::Aborted),
        Some(reason) => Ok(Ending::Failed(reason.to_owned())),
        None => Err(error),
    }
}
