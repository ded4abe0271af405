//! What a call was waiting for when its time was up.

use std::fmt;
use std::time::Duration;

/// How far an attempt has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Stage {
    #[default]
    Begun,
    Credential,
    Turn,
    /// The request is with the transport.
    Sent,
    /// One that runs nothing is, to warm a connection up.
    WarmUp,
}

/// A call's time was up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Late {
    pub(crate) after: Duration,
    pub(crate) stage: Stage,
    /// Whether there was an attempt before whose request went out.
    pub(crate) is_retry: bool,
}

impl Stage {
    pub(crate) const ALL: [Self; 5] = [Self::Begun, Self::Credential, Self::Turn, Self::Sent, Self::WarmUp];
}

impl fmt::Display for Late {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (after, again) = (self.after, if self.is_retry { " again" } else { "" });
        match self.stage {
            Stage::Begun => write!(f, "not sent{again} within {after:?}"),
            Stage::Credential => write!(f, "not sent{again} within {after:?}: waiting for a credential"),
            Stage::Turn => write!(f, "not sent{again} within {after:?}: waiting for its turn"),
            Stage::Sent | Stage::WarmUp => write!(f, "no answer within {after:?}"),
        }
    }
}
