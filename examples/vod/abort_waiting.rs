//! Aborts all waiting tasks of an application, none twice, whatever happens in between: the core of `abort_waiting`.
//!
//! ```text
//! gather   what earlier runs left open, looked at; the tasks that wait, listed    -> Plan
//! abort    a line in the journal, then the call, then another line                -> Fate of each task
//! settle   those whose call doesn't tell what became of them, looked at
//! ```

mod abort;
mod gather;
mod journal;
mod look;
mod owner;
mod record;
mod summary;

pub use self::journal::{Journal, JournalError};
pub use self::owner::Owner;
pub use self::record::{Mark, Past};
pub use self::summary::{Fate, Summary};

use std::path::PathBuf;
use std::time::Duration;

use tencent_action::{Client, Error, SlidingWindow};

use crate::interrupt::Interrupt;

/// By how much the window of the rate limit is longer than a second, since requests take more or less time on their way.
const MARGIN: Duration = Duration::from_millis(100);

/// What a run is told.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The application; the account's first if none is said.
    pub sub_app_id: Option<u64>,
    /// How many tasks to abort at most.
    pub limit: Option<usize>,
    /// How many calls may be under way at once.
    pub concurrency: usize,
    /// The number of the account, if STS isn't to be asked.
    pub account: Option<String>,
    /// Where the journal is.
    pub journal: PathBuf,
}

/// What a run tells on its way.
#[derive(Debug)]
pub enum Event<'a> {
    /// So many tasks of earlier runs may or may not have been aborted, and are looked at.
    Looking(usize),
    /// So many waiting tasks have been found by now.
    Listed(usize),
    /// So many are going to be aborted.
    Begins(usize),
    /// What became of one.
    Ended(&'a str, &'a Fate),
    /// Nothing more is begun; what has begun is finished.
    Stops,
}

/// Why a run came to nothing.
#[derive(Debug)]
pub enum Fault {
    /// A call that was needed to begin has failed.
    Call(Error),
    /// Whose account it is isn't known.
    Account(Error),
    /// The journal can't be used.
    Journal(JournalError),
}

/// A run.
pub struct AbortWaiting<'a> {
    client: &'a Client,
    settings: &'a Settings,
    tell: &'a mut dyn FnMut(Event<'_>),
}

impl<'a> AbortWaiting<'a> {
    /// One by a client, whose rate limiter should be [`limiter`].
    pub fn new(client: &'a Client, settings: &'a Settings, tell: &'a mut dyn FnMut(Event<'_>)) -> Self {
        Self { client, settings, tell }
    }

    /// Aborts the tasks. No more are begun when the interrupt comes.
    ///
    /// # Errors
    ///
    /// If nothing could be aborted: the tasks can't be listed, or the journal can't be used. What goes wrong later is in the
    /// [`Summary`].
    pub async fn run(mut self, interrupt: &mut Interrupt) -> Result<Summary, Fault> {
        let owner = Owner::find(self.client, self.settings).await?;
        let (journal, past) = Journal::open(&self.settings.journal, &owner)?;
        let plan = tokio::select! {
            plan = self.gather(&past) => plan?,
            () = interrupt.comes() => return Ok(Summary { interrupted: true, ..Summary::default() }),
        };
        let mut summary = Summary { earlier: plan.earlier, ..Summary::default() };
        for id in plan.strange {
            let reason = "a journal can't hold this id: it isn't one word".to_owned();
            summary.add(id.escape_debug().to_string(), Fate::Failed(reason));
        }
        for (id, fate) in plan.settled {
            self.record(&journal, &mut summary, id, fate)?;
        }
        let unclear = self.abort(&journal, plan.todo, interrupt, &mut summary).await;
        self.settle(&journal, unclear, &mut summary).await;
        if let Err(fault) = journal.sync() {
            summary.broken.get_or_insert(fault.to_string());
        }
        if summary.is_success() && self.settings.limit.is_none() {
            // That the list can't be had now is no failure of what was done.
            summary.wait_now = self.newcomers(&journal).await.ok();
        }
        Ok(summary)
    }

    /// Tells which tasks would be aborted. Nothing is changed, neither in the cloud nor in the journal.
    ///
    /// # Errors
    ///
    /// The same.
    pub async fn dry_run(mut self) -> Result<Vec<String>, Fault> {
        let owner = Owner::find(self.client, self.settings).await?;
        let past = Journal::read(&self.settings.journal, &owner)?;
        Ok(self.gather(&past).await?.todo)
    }

    /// Notes what became of a task, and tells it.
    fn record(&mut self, journal: &Journal, summary: &mut Summary, id: String, fate: Fate) -> Result<(), JournalError> {
        journal.note(fate.mark(), &id, &fate.to_string())?;
        (self.tell)(Event::Ended(&id, &fate));
        summary.add(id, fate);
        Ok(())
    }
}

impl std::fmt::Debug for AbortWaiting<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AbortWaiting").field("settings", self.settings).finish_non_exhaustive()
    }
}

/// The rate limiter that the client of a run should have: of 20 a second, no more than 20 arrive in any second, though one
/// is a tenth of a second longer on its way than another.
pub fn limiter(window: SlidingWindow) -> SlidingWindow {
    window.margin(MARGIN)
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl From<JournalError> for Fault {
    fn from(error: JournalError) -> Self {
        Self::Journal(error)
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Call(error) => write!(f, "{error}"),
            Self::Account(error) => write!(f, "{error}; with --account, it isn't asked"),
            Self::Journal(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Fault {}
