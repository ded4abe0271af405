//! Aborting: a line in the journal, the call, another line.

use std::collections::VecDeque;
use std::vec;

use tencent_action::bulk::{self, Done};
use tencent_action::{Empty, Error, Reply};

use super::look::{Standing, look};
use super::{AbortWaiting, Event, Fate, Journal, JournalError, Mark, Summary};
use crate::api::ManageTask;
use crate::interrupt::Interrupt;

/// A task and the error that doesn't tell what became of it.
pub(super) type Unclear = (String, Error);

/// Ids whose `begin` is in the journal by the time that they are taken. A few are written at once, for one wait for the disk.
struct Begun<'a> {
    journal: &'a Journal,
    ids: vec::IntoIter<String>,
    at_once: usize,
    ready: VecDeque<String>,
}

impl Iterator for Begun<'_> {
    type Item = Result<String, JournalError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty() {
            let next: Vec<_> = self.ids.by_ref().take(self.at_once).collect();
            if let Err(error) = self.journal.begin(&next) {
                return Some(Err(error));
            }
            self.ready = next.into();
        }
        self.ready.pop_front().map(Ok)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.ready.len() + self.ids.len();
        (left, Some(left))
    }
}

impl Begun<'_> {
    /// Notes of those that weren't taken that nothing went out; tells how many weren't begun in all.
    fn take_back(self) -> Result<usize, JournalError> {
        for id in &self.ready {
            self.journal.note(Mark::Unsent, id, "")?;
        }
        Ok(self.ready.len() + self.ids.len())
    }
}

impl AbortWaiting<'_> {
    /// Aborts tasks, and gives those of which the answer doesn't tell what became of them.
    pub(super) async fn abort(
        &mut self,
        journal: &Journal,
        ids: Vec<String>,
        interrupt: &mut Interrupt,
        summary: &mut Summary,
    ) -> Vec<Unclear> {
        (self.tell)(Event::Begins(ids.len()));
        let all = ids.len();
        let (sub_app_id, concurrency) = (self.settings.sub_app_id, self.settings.concurrency.max(1));
        let begun = Begun { journal, ids: ids.into_iter(), at_once: concurrency, ready: VecDeque::new() };
        let mut run = self
            .client
            .run_each(bulk::try_iter(begun), |client, id| ManageTask::abort(id, sub_app_id).send(client))
            .concurrency(concurrency);
        let mut unclear = Vec::new();
        loop {
            let done = tokio::select! {
                () = interrupt.comes(), if !summary.interrupted => {
                    summary.interrupted = true;
                    run.stop();
                    (self.tell)(Event::Stops);
                    continue;
                }
                done = run.try_next() => done,
            };
            let ended = match done {
                Ok(Some(done)) => self.ended(done, journal, summary, &mut unclear),
                Ok(None) => break,
                Err(fault) => Err(fault),
            };
            if let Err(fault) = ended {
                summary.broken.get_or_insert(fault.to_string());
            }
            if summary.broken.is_some() {
                run.stop();
            }
        }
        let taken_back = run.give_up().not_begun.into_inner().take_back();
        summary.not_begun = taken_back.unwrap_or_else(|_| all.saturating_sub(summary.count() + unclear.len()));
        unclear
    }

    /// Takes in how a call ended.
    fn ended(
        &mut self,
        done: Done<String, Reply<Empty>>,
        journal: &Journal,
        summary: &mut Summary,
        unclear: &mut Vec<Unclear>,
    ) -> Result<(), JournalError> {
        let fate = match done.outcome {
            Ok(reply) => Fate::Aborted(reply.request_id().to_owned()),
            // Among them those of tasks that don't wait any more: which code says so is undocumented, and the likely one,
            // `FailedOperation`, may say other things too.
            Err(error) if error.may_have_run() || is_refusal(&error) => {
                unclear.push((done.input, error));
                return Ok(());
            }
            Err(error) => {
                if is_hopeless(&error) {
                    summary.broken = Some("the other calls would fail alike".to_owned());
                }
                Fate::Failed(error.to_string())
            }
        };
        self.record(journal, summary, done.input, fate)
    }

    /// Looks at tasks whose answer didn't tell what became of them.
    pub(super) async fn settle(&mut self, journal: &Journal, unclear: Vec<Unclear>, summary: &mut Summary) {
        for ((id, error), standing) in look(self.client, self.settings.sub_app_id, unclear, |(id, _)| id).await {
            let fate = match standing {
                Standing::Aborted => Fate::Found,
                Standing::Begun(status) => Fate::Late(status),
                Standing::Gone => Fate::Gone,
                // The request may still be on its way.
                Standing::Waiting if error.may_have_run() && !is_refusal(&error) => Fate::Unsure(error.to_string()),
                Standing::Waiting => Fate::Failed(error.to_string()),
                Standing::Unknown(_) => Fate::Unsure(error.to_string()),
            };
            if let Err(fault) = self.record(journal, summary, id, fate) {
                summary.broken.get_or_insert(fault.to_string());
            }
        }
    }
}

/// Whether the task was refused for some reason of its own.
fn is_refusal(error: &Error) -> bool {
    error.code() == Some("FailedOperation")
}

/// Whether all other calls would fail alike.
fn is_hopeless(error: &Error) -> bool {
    error.is_unauthorized() || error.is_authentication() || error.is_credential()
}
