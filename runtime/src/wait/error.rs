//! Why a wait failed, and the last that it saw.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::progress::Seen;
use super::rounds::Rounds;
use crate::call::Target;
use crate::error::Error;
use crate::response::Reply;

/// Why a wait didn't lead to what was waited for.
///
/// Its `Display` is one line: which action, how the wait ended, and the last that was seen.
///
/// ```text
/// vod DescribeTaskDetail: it was aborted (call 4 of a wait; request id 510f4d68-09c9-44a3-ab55-192ff22297c9)
/// vod DescribeTaskDetail: not done within 1800s (360 calls; last seen: PROCESSING; request id 510f4d68-…)
/// vod DescribeTaskDetail: UnauthorizedOperation: … (request id 510f4d68-…) (call 2 of a wait; last seen: WAITING)
/// ```
pub struct WaitError<T> {
    inner: Box<Inner<T>>,
}

struct Inner<T> {
    /// None if the call couldn't be made; the error knows it then.
    target: Option<Target>,
    ending: Ending,
    seen: Seen<T>,
    calls: u32,
    elapsed: Duration,
    timeout: Duration,
}

/// How a wait ends badly.
#[derive(Debug)]
pub(super) enum Ending {
    TimedOut,
    /// By the verdict on a reply, for this reason.
    Failed(String),
    /// By the error that was seen last.
    Fatal,
}

impl<T> WaitError<T> {
    pub(super) fn new(ending: Ending, rounds: &Rounds, seen: Seen<T>) -> Self {
        let (calls, elapsed, timeout) = (rounds.calls(), rounds.elapsed(), rounds.timeout());
        let target = Some(rounds.target().clone());
        Self { inner: Box::new(Inner { target, ending, seen, calls, elapsed, timeout }) }
    }

    /// Of a call that can't be made.
    pub(crate) fn not_begun(error: Error) -> Self {
        let mut seen = Seen::default();
        seen.failure(error);
        let (ending, nothing) = (Ending::Fatal, Duration::ZERO);
        Self { inner: Box::new(Inner { target: None, ending, seen, calls: 0, elapsed: nothing, timeout: nothing }) }
    }

    /// Whether the [deadline](super::Until::timeout) of the wait passed. What is waited for may yet be done.
    pub fn is_timeout(&self) -> bool {
        matches!(self.inner.ending, Ending::TimedOut)
    }

    /// Why what was waited for is over and failed, if a reply was [judged](super::Verdict::Failed) so.
    pub fn failure(&self) -> Option<&str> {
        match &self.inner.ending {
            Ending::Failed(reason) => Some(reason),
            Ending::TimedOut | Ending::Fatal => None,
        }
    }

    /// The error of the last call, if it failed: what ended the wait, or at a [timeout](Self::is_timeout), what the wait
    /// would have gone on after.
    pub fn error(&self) -> Option<&Error> {
        self.inner.seen.error.as_ref()
    }

    /// The last reply that came, if any did. Calls after it may have failed.
    pub fn last_reply(&self) -> Option<&Reply<T>> {
        self.inner.seen.reply.as_ref()
    }

    /// The same, without the error.
    pub fn into_last_reply(self) -> Option<Reply<T>> {
        self.inner.seen.reply
    }

    /// What was said of the last reply by its [verdict](super::Verdict::Pending): `PROCESSING`. Empty if nothing was.
    pub fn last_seen(&self) -> &str {
        &self.inner.seen.text
    }

    /// The service that was called.
    pub fn service(&self) -> Option<&str> {
        let known = self.inner.target.as_ref().map(|target| &*target.service);
        known.or_else(|| self.error()?.service())
    }

    /// The action that was called.
    pub fn action(&self) -> Option<&str> {
        let known = self.inner.target.as_ref().map(|target| &*target.action);
        known.or_else(|| self.error()?.action())
    }

    /// The request id of the last call that was answered: of the last reply, or of an error after it.
    pub fn request_id(&self) -> Option<&str> {
        let of_reply = || self.last_reply().map(Reply::request_id).filter(|id| !id.is_empty());
        self.error().and_then(Error::request_id).or_else(of_reply)
    }

    /// How many calls were made. Each is one, however often it was tried.
    pub fn calls(&self) -> u32 {
        self.inner.calls
    }

    /// How long the wait lasted.
    pub fn elapsed(&self) -> Duration {
        self.inner.elapsed
    }

    /// What is told in brackets.
    fn notes(&self) -> Vec<String> {
        let Inner { ending, calls, .. } = &*self.inner;
        let mut notes = vec![match (ending, calls) {
            (Ending::TimedOut, 1) => "1 call".to_owned(),
            (Ending::TimedOut, _) => format!("{calls} calls"),
            (_, 0) => "a wait that never began".to_owned(),
            (_, _) => format!("call {calls} of a wait"),
        }];
        if !self.last_seen().is_empty() {
            notes.push(format!("last seen: {}", self.last_seen()));
        }
        if let (Ending::TimedOut, Some(error)) = (ending, self.error()) {
            notes.push(format!("the last failed: {error}"));
        } else if self.error().is_none() {
            notes.extend(self.request_id().map(|id| format!("request id {id}")));
        }
        notes
    }
}

impl<T> fmt::Display for WaitError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { target, ending, timeout, .. } = &*self.inner;
        match (ending, self.error(), target) {
            (Ending::Fatal, Some(error), _) => write!(f, "{error}")?,
            (Ending::Failed(reason), _, Some(target)) => write!(f, "{target}: {reason}")?,
            (_, _, Some(target)) => write!(f, "{target}: not done within {timeout:?}")?,
            (_, _, None) => f.write_str("not done")?,
        }
        write!(f, " ({})", self.notes().join("; "))
    }
}

/// The line that `Display` shows, so that `unwrap` and `main` show it too.
impl<T> fmt::Debug for WaitError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WaitError({self})")
    }
}

impl<T> StdError for WaitError<T> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error().map(|error| error as &(dyn StdError + 'static))
    }
}
