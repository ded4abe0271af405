//! What a wait has seen, and what it tells of it on its way.

use std::fmt;
use std::time::Duration;

use crate::error::Error;
use crate::response::Reply;

/// How far a wait is, after a call and before the next.
#[non_exhaustive]
pub struct WaitProgress<'a, T> {
    /// How many calls have been made. Each is one, however often it was tried.
    pub calls: u32,
    /// How long the wait has lasted.
    pub elapsed: Duration,
    /// What the latest call led to: its reply, or an error that the wait goes on after.
    pub latest: Result<&'a Reply<T>, &'a Error>,
    /// What the verdict on the latest reply says: `PROCESSING`. Empty if it says nothing.
    pub seen: &'a str,
    /// How long it is to the next call.
    pub next: Duration,
}

/// One line: `call 3 after 10.2s: PROCESSING; the next in 5.1s`.
impl<T> fmt::Display for WaitProgress<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { calls, elapsed, latest, seen, next } = self;
        write!(f, "call {calls} after {:.1}s: ", elapsed.as_secs_f64())?;
        match latest {
            Ok(_) if seen.is_empty() => f.write_str("not yet")?,
            Ok(_) => f.write_str(seen)?,
            Err(error) => write!(f, "{error}")?,
        }
        write!(f, "; the next in {:.1}s", next.as_secs_f64())
    }
}

impl<T> fmt::Debug for WaitProgress<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WaitProgress({self})")
    }
}

/// What a wait has seen.
pub(super) struct Seen<T> {
    /// The latest reply.
    pub(super) reply: Option<Reply<T>>,
    /// What was said of it.
    pub(super) text: String,
    /// What the latest call failed with, if it did.
    pub(super) error: Option<Error>,
    /// How many calls in a row have failed.
    failures: u32,
}

impl<T> Default for Seen<T> {
    fn default() -> Self {
        Self { reply: None, text: String::new(), error: None, failures: 0 }
    }
}

impl<T> Seen<T> {
    pub(super) fn reply(&mut self, reply: Reply<T>, text: String) {
        *self = Self { reply: Some(reply), text, error: None, failures: 0 };
    }

    pub(super) fn failure(&mut self, error: Error) {
        self.error = Some(error);
        self.failures = self.failures.saturating_add(1);
    }

    pub(super) fn failures(&self) -> u32 {
        self.failures
    }

    /// What to tell; nothing, if nothing has been seen.
    pub(super) fn progress(&self, calls: u32, elapsed: Duration, next: Duration) -> Option<WaitProgress<'_, T>> {
        let latest = self.error.as_ref().map(Err).or(self.reply.as_ref().map(Ok))?;
        Some(WaitProgress { calls, elapsed, latest, seen: &self.text, next })
    }
}
