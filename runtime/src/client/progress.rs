//! How far a call has come: told by whoever tries, read by whoever gives up.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use crate::error::{Error, Stage};
use crate::retry::Tries;

/// One call's. A deadline may strike at any point of it, so it is shared with what it strikes.
#[derive(Debug, Default)]
pub(super) struct Progress {
    attempts: AtomicU32,
    /// How many rounds of the retry policy have failed.
    failures: AtomicU32,
    waited: AtomicU64,
    /// When the latest request was handed over, in milliseconds since 1970.
    sent_at: AtomicU64,
    /// How far the attempt under way has come: a `Stage`.
    stage: AtomicU8,
    /// Whether an attempt before that may have run.
    may_have_run: AtomicBool,
    /// Whether the deadline has struck.
    struck: AtomicBool,
}

impl Progress {
    /// A request is handed to the transport.
    pub(super) fn send(&self, now: SystemTime) {
        let since = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        self.sent_at.store(u64::try_from(since.as_millis()).unwrap_or(u64::MAX), Ordering::Relaxed);
        self.attempts.fetch_add(1, Ordering::Relaxed);
        self.reach(Stage::Sent);
    }

    /// The attempt under way has come so far.
    pub(super) fn reach(&self, stage: Stage) {
        self.stage.store(stage as u8, Ordering::Relaxed);
    }

    pub(super) fn sent_at(&self) -> SystemTime {
        let since = Duration::from_millis(self.sent_at.load(Ordering::Relaxed));
        SystemTime::UNIX_EPOCH.checked_add(since).unwrap_or(SystemTime::UNIX_EPOCH)
    }

    /// The attempt is over, and this is what became of it.
    pub(super) fn fail(&self, error: &Error) {
        self.reach(Stage::Begun);
        self.may_have_run.fetch_or(error.may_have_run(), Ordering::Relaxed);
    }

    pub(super) fn wait(&self, wait: Duration) {
        self.waited.fetch_add(u64::try_from(wait.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// A round of the retry policy is over, and is told to `fail` too.
    pub(super) fn fail_round(&self, failures: u32) {
        self.failures.store(failures, Ordering::Relaxed);
    }

    pub(super) fn failures(&self) -> u32 {
        self.failures.load(Ordering::Relaxed)
    }

    pub(super) fn attempts(&self) -> u32 {
        self.attempts.load(Ordering::Relaxed)
    }

    /// What to tell of all this; the attempt under way counts as one that may have run if its request is out.
    pub(super) fn tries(&self) -> Tries {
        Tries {
            attempts: self.attempts(),
            waited: Duration::from_nanos(self.waited.load(Ordering::Relaxed)),
            may_have_run: self.may_have_run.load(Ordering::Relaxed),
        }
    }

    /// The deadline strikes: what is under way is dropped next.
    pub(super) fn strike(&self) {
        self.struck.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_struck(&self) -> &AtomicBool {
        &self.struck
    }

    pub(super) fn stage(&self) -> Stage {
        let stage = self.stage.load(Ordering::Relaxed);
        Stage::ALL.into_iter().find(|known| *known as u8 == stage).unwrap_or_default()
    }
}
