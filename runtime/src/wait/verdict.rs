//! What is made of a reply.

/// What a reply says of what is being waited for.
///
/// From a `bool`, it is [`Done`](Self::Done) or pending.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// It is over as it should be: the reply is what the wait leads to.
    Done,
    /// It isn't over. The text says how far it is, for progress and for the error at the deadline; it may be empty.
    Pending(String),
    /// It is over, or will never be, and not as it should. The text says why, and is the message of the error.
    Failed(String),
}

impl Verdict {
    /// Not over; it is so far: `PROCESSING`.
    pub fn pending(seen: impl Into<String>) -> Self {
        Self::Pending(seen.into())
    }

    /// Over, and failed, for this reason.
    pub fn failed(reason: impl Into<String>) -> Self {
        Self::Failed(reason.into())
    }
}

impl From<bool> for Verdict {
    fn from(done: bool) -> Self {
        if done { Self::Done } else { Self::Pending(String::new()) }
    }
}
