//! A task, as the server keeps it.

use crate::api::{
    MediaTaskResult, ProcedureTask, ProcessMedia, SubtaskStatus, TaskDetail, TaskOutput, TaskStatus, TaskSummary,
    TranscodeResult, TranscodeTask,
};

/// When everything happens in here.
const CREATED: &str = "2026-11-24T08:00:00Z";
/// What the real VOD answers for a time that hasn't come.
const NEVER: &str = "0001-01-01T00:00:00Z";

pub(super) struct Task {
    pub(super) id: String,
    pub(super) status: TaskStatus,
    pub(super) request: ProcessMedia,
    progress: i64,
}

impl Task {
    pub(super) fn new(id: String, status: TaskStatus, request: ProcessMedia) -> Self {
        Self { id, status, request, progress: 0 }
    }

    /// A waiting task begins, a running one gets further, and at last is done.
    pub(super) fn move_on(&mut self) {
        match self.status {
            TaskStatus::Waiting => self.status = TaskStatus::Processing,
            TaskStatus::Processing if self.progress < 50 => self.progress = 50,
            TaskStatus::Processing => {
                self.progress = 100;
                self.status = TaskStatus::Finish;
            }
            _ => {}
        }
    }

    pub(super) fn summary(&self) -> TaskSummary {
        TaskSummary {
            task_id: self.id.clone(),
            status: Some(self.status.clone()),
            task_type: Some("Procedure".to_owned()),
            file_id: self.request.file_id.clone(),
            create_time: Some(CREATED.to_owned()),
        }
    }

    pub(super) fn detail(&self) -> TaskDetail {
        let is_done = self.status == TaskStatus::Finish;
        TaskDetail {
            task_type: Some("Procedure".to_owned()),
            status: Some(self.status.clone()),
            create_time: Some(CREATED.to_owned()),
            begin_process_time: Some(if self.status == TaskStatus::Waiting { NEVER } else { CREATED }.to_owned()),
            finish_time: Some(if is_done { CREATED } else { NEVER }.to_owned()),
            procedure_task: Some(ProcedureTask {
                task_id: Some(self.id.clone()),
                status: Some(if is_done { TaskStatus::Finish } else { TaskStatus::Processing }),
                file_id: self.request.file_id.clone(),
                file_name: Some("a-film.mp4".to_owned()),
                media_process_result_set: self.transcodings().map(|input| self.result(input)).collect(),
                session_context: self.request.session_context.clone(),
            }),
        }
    }

    fn transcodings(&self) -> impl Iterator<Item = &TranscodeTask> {
        self.request.media_process_task.iter().flat_map(|tasks| &tasks.transcode_task_set).flatten()
    }

    fn result(&self, input: &TranscodeTask) -> MediaTaskResult {
        let is_done = self.status == TaskStatus::Finish;
        let output = TaskOutput {
            url: Some(format!("https://vod.example/{}/{}.mp4", self.id, input.definition)),
            size: Some(9_007_199_254_740_993),
            duration: Some(12.0),
        };
        let result = TranscodeResult {
            status: Some(if is_done { SubtaskStatus::Success } else { SubtaskStatus::Processing }),
            err_code_ext: Some(String::new()),
            message: None,
            input: Some(input.clone()),
            output: is_done.then_some(output),
            progress: Some(self.progress),
        };
        MediaTaskResult { r#type: Some("Transcode".to_owned()), transcode_task: Some(result) }
    }
}
