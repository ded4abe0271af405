//! What became of the tasks.

use std::fmt;

use super::Mark;

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It was aborted, by the request with this id.
    Aborted(String),
    /// It was found aborted: by a request whose answer never came, or by somebody else.
    Found,
    /// It had begun, and is in this state. That is no failure: nothing can be done about it, nor need be.
    Late(String),
    /// There is no such task any more.
    Gone,
    /// It was refused, for this reason, and waits still. Another run tries again.
    Failed(String),
    /// It may have been aborted, and this is why nobody knows. Another run looks at it.
    Unsure(String),
}

impl Fate {
    pub(super) fn mark(&self) -> Mark {
        match self {
            Self::Aborted(_) | Self::Found => Mark::Done,
            Self::Late(_) => Mark::Late,
            Self::Gone => Mark::Gone,
            Self::Failed(_) => Mark::Failed,
            Self::Unsure(_) => Mark::Unsure,
        }
    }

    /// Whether it is one of those that are to be told.
    pub fn is_failure(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::Unsure(_))
    }
}

/// As the journal has it behind the mark and the id.
impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Aborted(text) | Self::Failed(text) | Self::Unsure(text) => f.write_str(text),
            Self::Late(status) => write!(f, "it is {status}"),
            Self::Found => f.write_str("found ABORTED"),
            Self::Gone => Ok(()),
        }
    }
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Summary {
    /// How many are aborted.
    pub aborted: usize,
    /// How many had begun.
    pub late: usize,
    /// How many there are no more.
    pub gone: usize,
    /// Those that were refused or may have been aborted, and why.
    pub failed: Vec<(String, Fate)>,
    /// How many weren't begun.
    pub not_begun: usize,
    /// How many are still listed as waiting, though an earlier run is done with them.
    pub earlier: usize,
    /// Whether the run was interrupted.
    pub interrupted: bool,
    /// Why the run ended before its time, if it did.
    pub broken: Option<String>,
    /// How many wait now, if that was looked at: they came during the run.
    pub wait_now: Option<usize>,
}

impl Summary {
    pub(super) fn add(&mut self, id: String, fate: Fate) {
        match fate {
            Fate::Aborted(_) | Fate::Found => self.aborted += 1,
            Fate::Late(_) => self.late += 1,
            Fate::Gone => self.gone += 1,
            Fate::Failed(_) | Fate::Unsure(_) => self.failed.push((id, fate)),
        }
    }

    /// How many tasks are over, well or not.
    pub fn count(&self) -> usize {
        self.aborted + self.late + self.gone + self.failed.len()
    }

    /// Whether all was done that was to be.
    pub fn is_success(&self) -> bool {
        self.failed.is_empty() && self.not_begun == 0 && self.broken.is_none() && !self.interrupted
    }
}

/// A line of counts, then one for each failure.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} aborted, {} had begun already, {} failed", self.aborted, self.late, self.failed.len())?;
        let counts = [(self.gone, "gone"), (self.not_begun, "not begun"), (self.earlier, "done by an earlier run")];
        for (count, what) in counts.iter().filter(|(count, _)| *count > 0) {
            write!(f, ", {count} {what}")?;
        }
        if let Some(broken) = &self.broken {
            write!(f, "; stopped: {broken}")?;
        }
        for (id, fate) in &self.failed {
            write!(f, "\n  {} {id}: {fate}", fate.mark())?;
        }
        match self.wait_now {
            Some(count) if count > 0 => write!(f, "\n{count} more wait by now: another run aborts them"),
            _ => Ok(()),
        }
    }
}
