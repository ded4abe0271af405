//! What a user writes.

use std::collections::BTreeMap;

use tencent_action::{tencent_action, tencent_data, tencent_errors, CommonError};

/// Manages a task.
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = TaskDetail<u64>,
    errors = TaskError,
    rate_limit = 20,
    idempotent
)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ManageTask {
    /// A keyword in later editions only.
    pub gen: Option<u64>,
    /// A keyword.
    pub r#async: Option<Box<Self>>,
    /// Known again by this.
    #[tencent(client_token)]
    pub session_id: String,
    filter: Option<Filter>,
}

/// What is known of a task.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskDetail<T> {
    /// How far it is.
    pub status: TaskStatus,
    /// What it is made of.
    pub parts: Vec<Part<T>>,
}

/// What serde's own derives write and read.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<T> {
    /// A keyword in later editions only.
    pub gen: Option<T>,
    filter: Option<Filter>,
    /// All else.
    #[serde(flatten)]
    pub rest: BTreeMap<String, T>,
}

/// Private, in private members of what is public.
#[tencent_data]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Filter;

/// How far a task is.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Eq)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum TaskStatus {
    /// It is done.
    Finish,
    /// A keyword in later editions only.
    r#Gen,
    /// None of these.
    Other(String),
}

/// Why a task isn't managed.
#[tencent_errors]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskError {
    /// The task.
    #[tencent(code = "InvalidParameterValue.TaskId")]
    TaskId,
    /// None of these.
    Other(CommonError),
}

/// Borrows.
#[tencent_action(service = "vod", version = "2018-07-17")]
#[serde(deny_unknown_fields)]
#[derive(Debug, Clone, Copy)]
pub struct DescribeTasks<'a, T: ?Sized> {
    /// Which.
    pub names: &'a [&'a str],
    /// How.
    pub filter: &'a T,
}

/// Lists, page by page.
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = Listed,
    paginate(offset = gen, total, items = gen.list, item = u64)
)]
#[derive(Debug, Clone, Copy)]
pub struct ListParts {
    /// A keyword in later editions only.
    pub gen: u64,
}

/// A page.
#[tencent_data]
#[derive(Debug)]
pub struct Listed {
    /// A keyword in later editions only.
    pub gen: Option<ListedParts>,
    /// How many there are.
    pub total: u64,
}

/// What is in it.
#[tencent_data]
#[derive(Debug)]
pub struct ListedParts {
    /// The parts.
    pub list: Option<Vec<u64>>,
}
