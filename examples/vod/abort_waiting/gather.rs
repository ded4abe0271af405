//! What is to be done.

use std::collections::HashSet;

use super::look::{Standing, look};
use super::record::is_plain;
use super::{AbortWaiting, Event, Fate, Journal, Past};
use crate::api::{DescribeTasks, TaskStatus};

/// How many tasks a page has, which is as many as may be.
const PAGE: u64 = 100;

/// What is to be done.
pub(super) struct Plan {
    /// The tasks to abort.
    pub(super) todo: Vec<String>,
    /// What has become of those that earlier runs left open.
    pub(super) settled: Vec<(String, Fate)>,
    /// Ids that no journal can hold.
    pub(super) strange: Vec<String>,
    /// How many that are listed as waiting were done by earlier runs.
    pub(super) earlier: usize,
}

impl AbortWaiting<'_> {
    /// Looks at what is open, and lists what waits. All of it is listed before the first is aborted, since a list that gets
    /// shorter while it is read may skip some.
    pub(super) async fn gather(&mut self, past: &Past) -> Result<Plan, tencent_action::Error> {
        let mut plan = Plan { todo: Vec::new(), settled: Vec::new(), strange: Vec::new(), earlier: 0 };
        self.reopen(past, &mut plan).await;
        let mut seen: HashSet<String> =
            plan.todo.iter().chain(plan.settled.iter().map(|(id, _)| id)).cloned().collect();
        let mut tasks = self.waiting().pages(self.client).items();
        while let Some(task) = tasks.next().await {
            let task = task?;
            // A server that doesn't heed the filter costs nobody a task.
            let waits = task.status.as_ref().is_none_or(|status| *status == TaskStatus::Waiting);
            if !waits || !seen.insert(task.task_id.clone()) {
                continue;
            }
            if past.is_over(&task.task_id) {
                plan.earlier += 1;
            } else if is_plain(&task.task_id) {
                plan.todo.push(task.task_id);
                (self.tell)(Event::Listed(plan.todo.len()));
            } else {
                plan.strange.push(task.task_id);
            }
            if self.settings.limit.is_some_and(|limit| plan.todo.len() >= limit) {
                break;
            }
        }
        plan.todo.truncate(self.settings.limit.unwrap_or(usize::MAX));
        Ok(plan)
    }

    /// Looks at the tasks that earlier runs left open. Those that wait still are aborted before all others.
    async fn reopen(&mut self, past: &Past, plan: &mut Plan) {
        let open = past.open();
        if open.is_empty() {
            return;
        }
        (self.tell)(Event::Looking(open.len()));
        for (id, standing) in look(self.client, self.settings.sub_app_id, open, String::as_str).await {
            let fate = match standing {
                Standing::Waiting => {
                    plan.todo.push(id);
                    continue;
                }
                Standing::Aborted => Fate::Found,
                Standing::Begun(status) => Fate::Late(status),
                Standing::Gone => Fate::Gone,
                Standing::Unknown(error) => Fate::Unsure(error.to_string()),
            };
            plan.settled.push((id, fate));
        }
    }

    /// How many tasks wait that the journal doesn't know.
    pub(super) async fn newcomers(&mut self, journal: &Journal) -> Result<usize, super::Fault> {
        let past = journal.past()?;
        let mut tasks = self.waiting().pages(self.client).items();
        let mut count = 0;
        while let Some(task) = tasks.next().await {
            count += usize::from(!past.is_over(&task?.task_id));
        }
        Ok(count)
    }

    fn waiting(&self) -> DescribeTasks {
        DescribeTasks {
            status: Some(TaskStatus::Waiting),
            sub_app_id: self.settings.sub_app_id,
            limit: Some(PAGE),
            ..DescribeTasks::default()
        }
    }
}
