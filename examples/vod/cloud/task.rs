//! A task, as the server keeps it.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use tencent_action::Clock;

use super::BROKEN;
use crate::api::{
    MediaTaskResult, ProcedureTask, ProcessMedia, SubtaskStatus, TaskDetail, TaskOutput, TaskStatus, TaskSummary,
    TranscodeResult, TranscodeTask,
};

/// What the real VOD answers for a time that hasn't come.
const NEVER: &str = "0001-01-01T00:00:00Z";

/// How long a task waits, and how long it runs then.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// From its start to its beginning.
    pub waits: Duration,
    /// From its beginning to its end.
    pub runs: Duration,
}

impl Pace {
    /// It waits until it is aborted.
    pub(super) const WAITING: Self = Self { waits: Duration::MAX, runs: Duration::ZERO };
    /// It runs, and doesn't end.
    pub(super) const PROCESSING: Self = Self { waits: Duration::ZERO, runs: Duration::MAX };
    /// It is done.
    pub(super) const DONE: Self = Self { waits: Duration::ZERO, runs: Duration::ZERO };
}

/// One second, and two.
impl Default for Pace {
    fn default() -> Self {
        Self { waits: Duration::from_secs(1), runs: Duration::from_secs(2) }
    }
}

pub(super) struct Task {
    pub(super) id: String,
    pub(super) request: ProcessMedia,
    pace: Pace,
    aborted: bool,
    /// When it was made, by the clock that counts, and by the calendar's.
    made: Duration,
    made_at: SystemTime,
}

impl Task {
    pub(super) fn new(id: String, pace: Pace, request: ProcessMedia, clock: &dyn Clock) -> Self {
        Self { id, request, pace, aborted: false, made: clock.monotonic(), made_at: clock.now() }
    }

    /// From waiting to running, which goes on without end.
    pub(super) fn begin(&mut self, now: Duration) {
        self.pace = Pace { waits: now.saturating_sub(self.made), runs: Duration::MAX };
    }

    pub(super) fn abort(&mut self) {
        self.aborted = true;
    }

    pub(super) fn status(&self, now: Duration) -> TaskStatus {
        let age = now.saturating_sub(self.made);
        match age.checked_sub(self.pace.waits) {
            _ if self.aborted => TaskStatus::Aborted,
            None => TaskStatus::Waiting,
            Some(running) if running < self.pace.runs => TaskStatus::Processing,
            Some(_) => TaskStatus::Finish,
        }
    }

    /// From 0 to 100.
    fn progress(&self, now: Duration) -> i64 {
        let running = now.saturating_sub(self.made).saturating_sub(self.pace.waits);
        match (running.as_millis() * 100).checked_div(self.pace.runs.as_millis()) {
            Some(percent) => i64::try_from(percent).map_or(100, |percent| percent.min(100)),
            None => 100,
        }
    }

    /// When it was so old.
    fn at(&self, age: Duration) -> String {
        let time = self.made_at.checked_add(age).and_then(|time| Timestamp::try_from(time).ok());
        let second = time.and_then(|time| Timestamp::from_second(time.as_second()).ok());
        second.map_or_else(|| NEVER.to_owned(), |second| second.to_string())
    }

    pub(super) fn summary(&self, now: Duration) -> TaskSummary {
        TaskSummary {
            task_id: self.id.clone(),
            status: Some(self.status(now)),
            task_type: Some("Procedure".to_owned()),
            file_id: self.request.file_id.clone(),
            create_time: Some(self.at(Duration::ZERO)),
        }
    }

    pub(super) fn detail(&self, now: Duration) -> TaskDetail {
        let status = self.status(now);
        let is_done = status == TaskStatus::Finish;
        let has_begun = is_done || status == TaskStatus::Processing;
        let Pace { waits, runs } = self.pace;
        TaskDetail {
            task_type: Some("Procedure".to_owned()),
            status: Some(status),
            create_time: Some(self.at(Duration::ZERO)),
            begin_process_time: Some(if has_begun { self.at(waits) } else { NEVER.to_owned() }),
            finish_time: Some(if is_done { self.at(waits + runs) } else { NEVER.to_owned() }),
            procedure_task: Some(ProcedureTask {
                task_id: Some(self.id.clone()),
                status: Some(if is_done { TaskStatus::Finish } else { TaskStatus::Processing }),
                file_id: self.request.file_id.clone(),
                file_name: Some("a-film.mp4".to_owned()),
                media_process_result_set: self.transcodings().map(|input| self.result(input, now)).collect(),
                session_context: self.request.session_context.clone(),
            }),
        }
    }

    fn transcodings(&self) -> impl Iterator<Item = &TranscodeTask> {
        self.request.media_process_task.iter().flat_map(|tasks| &tasks.transcode_task_set).flatten()
    }

    fn result(&self, input: &TranscodeTask, now: Duration) -> MediaTaskResult {
        let is_broken = self.request.file_id.as_deref() == Some(BROKEN);
        let status = match self.status(now) {
            TaskStatus::Finish if is_broken => SubtaskStatus::Fail,
            TaskStatus::Finish => SubtaskStatus::Success,
            _ => SubtaskStatus::Processing,
        };
        let output = TaskOutput {
            url: Some(format!("https://vod.example/{}/{}.mp4", self.id, input.definition)),
            size: Some(9_007_199_254_740_993),
            duration: Some(12.0),
        };
        let failure = (status == SubtaskStatus::Fail).then_some("SourceFileReadError");
        let result = TranscodeResult {
            err_code_ext: Some(failure.unwrap_or_default().to_owned()),
            message: failure.map(|_| "The source file can't be read.".to_owned()),
            input: Some(input.clone()),
            output: (status == SubtaskStatus::Success).then_some(output),
            progress: Some(self.progress(now)),
            status: Some(status),
        };
        MediaTaskResult { r#type: Some("Transcode".to_owned()), transcode_task: Some(result) }
    }
}
