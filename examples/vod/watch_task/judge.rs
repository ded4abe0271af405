//! What the details of a task say of it.

use tencent_action::{Reply, Verdict};

use crate::api::{MediaTaskResult, SubtaskStatus, TaskDetail, TaskStatus, TranscodeResult};

/// `FINISH` says that a task is over, not that it succeeded: that, each of its parts says for itself.
pub fn judge(detail: &Reply<TaskDetail>) -> Verdict {
    match &detail.status {
        Some(TaskStatus::Finish) => {}
        Some(TaskStatus::Aborted) => return Verdict::failed("it was aborted"),
        Some(other) => return Verdict::pending(other.as_str()),
        None => return Verdict::pending("in an unknown state"),
    }
    let Some(task) = &detail.procedure_task else {
        let kind = detail.task_type.as_deref().unwrap_or("unknown");
        return Verdict::failed(format!(
            "it is over, and how can't be told: its kind is {kind}, which isn't declared here"
        ));
    };
    let faults: Vec<_> = task.media_process_result_set.iter().filter_map(fault).collect();
    if faults.is_empty() { Verdict::Done } else { Verdict::failed(faults.join("; ")) }
}

/// What is wrong with a part of a task that is over.
fn fault(part: &MediaTaskResult) -> Option<String> {
    let kind = part.r#type.as_deref().unwrap_or("unknown");
    let Some(TranscodeResult { status, err_code_ext, message, input, .. }) = &part.transcode_task else {
        return Some(format!("how its part {kind} ended can't be told, which isn't declared here"));
    };
    let code = err_code_ext.as_deref().unwrap_or_default();
    if *status == Some(SubtaskStatus::Success) && code.is_empty() {
        return None;
    }
    let template = input.as_ref().map_or(0, |input| input.definition);
    let status = status.as_ref().map_or("in an unknown state", SubtaskStatus::as_str);
    let message = message.as_deref().unwrap_or("no message");
    Some(format!("{kind} by template {template} is {status}: {code} ({message})"))
}

/// How far a task is, from 0 to 100: the mean of its parts.
pub fn progress(detail: &TaskDetail) -> u64 {
    let parts = detail.procedure_task.iter().flat_map(|task| &task.media_process_result_set);
    let parts: Vec<_> = parts.filter_map(|part| part.transcode_task.as_ref()?.progress).collect();
    let sum = parts.iter().map(|part| u64::try_from(*part).unwrap_or(0).min(100)).sum::<u64>();
    sum.checked_div(u64::try_from(parts.len()).unwrap_or(0)).unwrap_or(0)
}
