//! Declarations where lints are denied.

use std::borrow::Cow;
use std::collections::HashMap;

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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::hygiene) struct ManageTask {
    /// The task.
    pub(in crate::hygiene) task_id: String,
    /// The application.
    pub(in crate::hygiene) sub_app_id: Option<u64>,
    /// Anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty", alias = "Tags")]
    pub(in crate::hygiene) labels: Vec<String>,
    /// Known again by this.
    #[tencent(client_token)]
    pub(in crate::hygiene) session_id: Option<String>,
}

/// Describes tasks.
#[tencent_action(service = "vod", version = "2018-07-17")]
#[derive(Debug)]
pub(in crate::hygiene) struct DescribeTasks<'a, T> {
    /// Which.
    pub(in crate::hygiene) names: &'a [&'a str],
    /// Where.
    pub(in crate::hygiene) zone: Cow<'a, str>,
    /// How.
    pub(in crate::hygiene) filter: Option<T>,
}

/// Says who calls.
#[tencent_action(service = "sts", version = "2018-08-13")]
#[derive(Debug, Clone, Copy)]
pub(in crate::hygiene) struct GetCallerIdentity;

/// What is known of a task.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hygiene) struct TaskDetail {
    /// The task.
    pub(in crate::hygiene) task_id: String,
    /// How far it is.
    pub(in crate::hygiene) status: Option<TaskStatus>,
    /// What is new.
    pub(in crate::hygiene) rest: Option<Rest<u64>>,
}

/// What serde's own derives write and read.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hygiene) struct Rest<T> {
    /// The file.
    pub(in crate::hygiene) file_id: Option<String>,
    /// Nothing, mostly.
    pub(in crate::hygiene) lists: Option<Vec<T>>,
    /// All else.
    #[serde(flatten)]
    pub(in crate::hygiene) others: HashMap<String, T>,
}

/// How far a task is.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(in crate::hygiene) enum TaskStatus {
    /// It is done.
    #[serde(alias = "DONE")]
    Finish,
    /// None of these.
    Other(Box<str>),
}

/// Why a task isn't managed.
#[tencent_errors]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hygiene) enum TaskError {
    /// This.
    #[tencent(code = "A.B")]
    Ab,
    /// None of these.
    Other(CommonError),
}

/// What is looked for.
#[tencent_data]
#[derive(Debug, Clone, Copy)]
pub(in crate::hygiene) struct Filter<'a> {
    /// Of what.
    pub(in crate::hygiene) name: &'a str,
    /// Which.
    pub(in crate::hygiene) values: &'a [&'a str],
}

/// What serde's own derives write, and nobody reads.
#[tencent_data]
#[derive(Debug, Clone, Copy)]
#[serde(tag = "Type", rename = "Tagged")]
pub(in crate::hygiene) struct Tagged<'a, T> {
    /// Which.
    pub(in crate::hygiene) tag: &'a str,
    /// Of what.
    pub(in crate::hygiene) value: &'a T,
}

/// Lists zones.
#[tencent_action(
    service = "cvm",
    version = "2017-03-12",
    response = Zones<T>,
    paginate(page = paging.number, first = 0, total = data.total, more = data.more, items = data.inner.zones, item = T)
)]
#[derive(Debug)]
pub(in crate::hygiene) struct ListZones<'a, T: serde::de::DeserializeOwned> {
    /// Which.
    pub(in crate::hygiene) name: &'a str,
    /// Which of them.
    pub(in crate::hygiene) paging: Paging,
    /// Like what.
    pub(in crate::hygiene) like: T,
}

/// Which page.
#[tencent_data]
#[derive(Debug, Clone, Copy)]
pub(in crate::hygiene) struct Paging {
    /// Its number.
    pub(in crate::hygiene) number: Option<u32>,
}

/// Zones, wrapped.
#[tencent_data]
#[derive(Debug)]
pub(in crate::hygiene) struct Zones<T> {
    /// The wrapper.
    pub(in crate::hygiene) data: Option<ZoneData<T>>,
}

/// What is in the wrapper.
#[tencent_data]
#[derive(Debug)]
pub(in crate::hygiene) struct ZoneData<T> {
    /// How many.
    pub(in crate::hygiene) total: u64,
    /// Whether there are more.
    pub(in crate::hygiene) more: Option<bool>,
    /// Another wrapper.
    pub(in crate::hygiene) inner: ZoneList<T>,
}

/// What is in that one.
#[tencent_data]
#[derive(Debug)]
pub(in crate::hygiene) struct ZoneList<T> {
    /// The zones.
    pub(in crate::hygiene) zones: Vec<T>,
}
