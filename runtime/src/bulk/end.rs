//! What remains of a run.

use std::fmt;

use super::flight::Done;
use super::source::Source;
use crate::error::Error;

/// What became of all inputs of a run that was [collected](super::Run::collect).
#[non_exhaustive]
pub struct Summary<S: Source, R> {
    /// Those whose calls succeeded, with what came of them: in the order of their ends, or of the inputs if the run is
    /// [ordered](super::Run::ordered).
    pub succeeded: Vec<(S::Input, R)>,
    /// Those whose calls failed, and why.
    pub failed: Vec<(S::Input, Error)>,
    /// The source, with the inputs that weren't taken, as a run that was stopped leaves some.
    pub not_begun: S,
    /// Why the source gave no more inputs, if it may fail ([`try_iter`](super::try_iter), [`try_stream`](super::try_stream)) and did.
    pub fault: Option<S::Fault>,
    /// Why the run broke off, if it is one that blocks and had to wait where that is refused.
    pub refusal: Option<Error>,
}

impl<S: Source, R> Summary<S, R> {
    /// Whether the source gave its inputs without a fault, the run came to its end, and each call succeeded that was begun.
    pub fn is_success(&self) -> bool {
        self.failed.is_empty() && self.fault.is_none() && self.refusal.is_none()
    }
}

/// One line: `9998 succeeded, 2 failed`.
impl<S: Source, R> fmt::Display for Summary<S, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} succeeded, {} failed", self.succeeded.len(), self.failed.len())?;
        match (&self.fault, &self.refusal) {
            (Some(_), _) => f.write_str(", and the inputs broke off"),
            (None, Some(_)) => f.write_str(", and the run couldn't wait"),
            (None, None) => Ok(()),
        }
    }
}

impl<S: Source, R> fmt::Debug for Summary<S, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Summary({self})")
    }
}

/// What is left of a run that was [given up](super::Run::give_up).
#[non_exhaustive]
pub struct Left<S: Source, R> {
    /// Calls that are over and weren't told yet, in the order of the inputs. Only an [ordered](super::Run::ordered) run
    /// has some.
    pub done: Vec<Done<S::Input, R>>,
    /// Inputs whose calls were under way, in their order. They were dropped; they may have run.
    pub in_flight: Vec<S::Input>,
    /// The source, with the inputs that weren't taken.
    pub not_begun: S,
    /// Why the source gave no more inputs, if it may fail ([`try_iter`](super::try_iter), [`try_stream`](super::try_stream)) and did.
    pub fault: Option<S::Fault>,
}

impl<S: Source, R> fmt::Debug for Left<S, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Left")
            .field("done", &self.done.len())
            .field("in_flight", &self.in_flight.len())
            .finish_non_exhaustive()
    }
}
