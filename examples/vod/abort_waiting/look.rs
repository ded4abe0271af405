//! What the cloud says of tasks whose request doesn't tell what became of them.

use tencent_action::{Client, Error};

use crate::api::{DescribeTaskDetail, TaskStatus};

/// How many are looked at at once.
const CONCURRENCY: usize = 4;

/// How a task stands.
#[derive(Debug)]
pub(super) enum Standing {
    Waiting,
    Aborted,
    /// In this state.
    Begun(String),
    Gone,
    /// It can't be told.
    Unknown(Error),
}

/// Looks at tasks. `what` goes with each, and `id` tells which it is of.
pub(super) async fn look<T>(
    client: &Client,
    sub_app_id: Option<u64>,
    tasks: Vec<T>,
    id: impl Fn(&T) -> &str,
) -> Vec<(T, Standing)> {
    let mut looks = client
        .run_each(tasks, |client, task| DescribeTaskDetail { task_id: id(task).to_owned(), sub_app_id }.send(client))
        .concurrency(CONCURRENCY);
    let mut standings = Vec::new();
    while let Some(done) = looks.next().await {
        let standing = match done.outcome {
            Ok(detail) => standing(detail.status.as_ref()),
            Err(error) if error.is_not_found() => Standing::Gone,
            Err(error) => Standing::Unknown(error),
        };
        standings.push((done.input, standing));
    }
    standings
}

/// A task without a state, or in one that came later, isn't known to wait: so it isn't aborted.
fn standing(status: Option<&TaskStatus>) -> Standing {
    match status {
        Some(TaskStatus::Waiting) => Standing::Waiting,
        Some(TaskStatus::Aborted) => Standing::Aborted,
        Some(status) => Standing::Begun(status.to_string()),
        None => Standing::Begun("an unknown state".to_owned()),
    }
}
