//! Private declarations that a program uses in one way only: none is dead code.

use tencent_action::{Action, CommonError, tencent_action, tencent_data, tencent_errors};

/// Only read, with words that are never constructed, and a detail that is never looked at.
#[tencent_data]
struct TaskDetail {
    task_id: String,
    status: TaskStatus,
    detail: Detail,
}

#[tencent_data]
#[serde(rename_all = "UPPERCASE")]
enum TaskStatus {
    Waiting,
    Finish,
    Other(String),
}

#[tencent_data]
struct Detail {
    #[serde(with = "length")]
    length: u64,
    order: Option<Order>,
}

mod length {
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's form")]
    pub(super) fn serialize<S: Serializer>(length: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(length)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

pub(super) fn what_is_read(json: &str) -> String {
    let detail: TaskDetail = serde_json::from_str(json).unwrap();
    match detail.status {
        TaskStatus::Other(status) => status,
        status => status.to_string(),
    }
}

/// Only written.
#[tencent_data]
struct Sort {
    name: &'static str,
    order: Order,
    unit: Unit,
}

/// `as_str` is never called, and one word is never used.
#[tencent_data]
#[serde(rename_all = "UPPERCASE")]
enum Order {
    Asc,
    Desc,
    Other(String),
}

#[tencent_data]
#[serde(rename_all = "UPPERCASE")]
enum Unit {
    S,
    Other(String),
}

pub(super) fn what_is_written() -> String {
    serde_json::to_string(&Sort { name: "n", order: Order::Asc, unit: Unit::S }).unwrap()
}

/// Never constructed: only what is declared of it is looked at.
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = TaskList,
    errors = TaskError,
    rate_limit = 5,
    paginate(offset, total, items = tasks, item = TaskDetail)
)]
struct DescribeTasks {
    offset: Option<u64>,
    status: Option<TaskStatus>,
}

/// Neither read nor written by anybody but the client.
#[tencent_data]
struct TaskList {
    tasks: Vec<TaskDetail>,
    total: Option<u64>,
}

/// Never asked for.
#[tencent_errors]
enum TaskError {
    FailedOperation,
    Other(CommonError),
}

pub(super) fn what_is_called() -> (&'static str, usize) {
    (DescribeTasks::NAME, DescribeTasks::FIELDS.len())
}
