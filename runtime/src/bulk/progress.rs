//! How far a run is.

use std::fmt;

/// How far a [`Run`](super::Run) is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// How many calls have succeeded.
    pub succeeded: usize,
    /// How many have failed.
    pub failed: usize,
    /// How many are under way.
    pub in_flight: usize,
    /// How many inputs there are in all, if the source knows.
    pub total: Option<usize>,
}

impl Progress {
    /// How many calls are over.
    pub fn done(&self) -> usize {
        self.succeeded + self.failed
    }
}

/// One line: `312 of 10000 done, 2 failed, 16 under way`.
impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.done())?;
        if let Some(total) = self.total {
            write!(f, " of {total}")?;
        }
        write!(f, " done, {} failed, {} under way", self.failed, self.in_flight)
    }
}

/// What a run has counted.
#[derive(Debug, Default)]
pub(super) struct Count {
    pub(super) begun: usize,
    pub(super) succeeded: usize,
    pub(super) failed: usize,
}

impl Count {
    pub(super) fn outcome(&mut self, succeeded: bool) {
        *(if succeeded { &mut self.succeeded } else { &mut self.failed }) += 1;
    }

    pub(super) fn progress(&self, left: Option<usize>) -> Progress {
        let Self { begun, succeeded, failed } = *self;
        Progress { succeeded, failed, in_flight: begun - succeeded - failed, total: left.map(|left| begun + left) }
    }
}
