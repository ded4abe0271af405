//! Data types, each as it is on the wire.

use tencent_action::tencent_data;

/// What to do with a file: any number of tasks of each kind.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "MediaProcessTaskInput")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MediaProcessTask {
    /// Transcode it.
    pub transcode_task_set: Option<Vec<TranscodeTask>>,
    /// Make adaptive streams of it.
    pub adaptive_dynamic_streaming_task_set: Option<Vec<TemplateTask>>,
    /// Take snapshots at regular distances.
    pub sample_snapshot_task_set: Option<Vec<TemplateTask>>,
}

/// One transcoding.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "TranscodeTaskInput")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TranscodeTask {
    /// The template.
    pub definition: u64,
    /// Where to begin, in seconds from the start.
    pub start_time_offset: Option<f64>,
    /// Where to end, in seconds from the start; negative, from the end.
    pub end_time_offset: Option<f64>,
}

/// A task of which the template says all.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "SampleSnapshotTaskInput")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemplateTask {
    /// The template.
    pub definition: u64,
}

/// When to be notified of a task.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotifyMode {
    /// When all of it is done.
    Finish,
    /// Whenever a part of it is done.
    Change,
    /// Never.
    None,
    /// A mode that came later.
    Other(String),
}

/// How far a task is.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TaskStatus {
    /// It hasn't begun, and can be aborted.
    Waiting,
    /// It runs.
    Processing,
    /// It is done, well or not.
    Finish,
    /// It was aborted.
    Aborted,
    /// A state that came later.
    Other(String),
}

/// How far a part of a task is.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SubtaskStatus {
    /// It runs.
    Processing,
    /// It has succeeded.
    Success,
    /// It has failed.
    Fail,
    /// A state that came later.
    Other(String),
}

/// A task that processes a media file.
#[tencent_data(spec = "vod-2018-07-17.spec")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProcedureTask {
    /// The task.
    pub task_id: Option<String>,
    /// `PROCESSING` or `FINISH`.
    pub status: Option<TaskStatus>,
    /// The file.
    pub file_id: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
    /// What became of each part.
    pub media_process_result_set: Vec<MediaTaskResult>,
    /// The request's.
    pub session_context: Option<String>,
}

/// What became of a part of a task. Of the members named after kinds of parts, the one that `type` names is there.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "MediaProcessTaskResult")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MediaTaskResult {
    /// The kind of part: `Transcode`, `SampleSnapshot`, …
    pub r#type: Option<String>,
    /// A transcoding.
    pub transcode_task: Option<TranscodeResult>,
}

/// What became of a transcoding.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "MediaProcessTaskTranscodeResult")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TranscodeResult {
    /// How far it is.
    pub status: Option<SubtaskStatus>,
    /// What went wrong; empty if nothing did.
    pub err_code_ext: Option<String>,
    /// The same in words.
    pub message: Option<String>,
    /// What was asked for.
    pub input: Option<TranscodeTask>,
    /// What came of it.
    pub output: Option<TaskOutput>,
    /// From 0 to 100.
    pub progress: Option<i64>,
}

/// The file that a transcoding made.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "MediaTranscodeItem")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TaskOutput {
    /// Where it is.
    pub url: Option<String>,
    /// In bytes.
    pub size: Option<i64>,
    /// In seconds.
    pub duration: Option<f64>,
}

/// A task in a list.
#[tencent_data(spec = "vod-2018-07-17.spec", name = "TaskSimpleInfo")]
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TaskSummary {
    /// The task.
    pub task_id: String,
    /// How far it is.
    pub status: Option<TaskStatus>,
    /// The kind of task.
    pub task_type: Option<String>,
    /// The file.
    pub file_id: Option<String>,
    /// When it was made, in ISO 8601.
    pub create_time: Option<String>,
}

/// A span of time, its ends in ISO 8601.
#[tencent_data(spec = "vod-2018-07-17.spec")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeRange {
    /// From here on, this included.
    pub after: Option<String>,
    /// Up to here, this not included.
    pub before: Option<String>,
}

/// An order.
#[tencent_data(spec = "vod-2018-07-17.spec")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortBy {
    /// By what: `CreateTime` or `FinishTime`.
    pub field: String,
    /// `Asc` or `Desc`.
    pub order: String,
}
