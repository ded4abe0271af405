//! Why no response came, and whether the request may have gone out.

mod reqwest;

use std::error::Error as StdError;
use std::fmt;
use std::io;

/// The error of a [`Transport`](super::Transport).
///
/// What matters most about it is whether the request may have reached the server: one that surely didn't can be sent
/// again, whatever the action does.
#[derive(Debug)]
pub struct TransportError {
    sent: Sent,
    /// Whether trying again can't help: the request itself is at fault.
    permanent: bool,
    /// What to look at first, if that is known.
    hint: Option<String>,
    source: Box<dyn StdError + Send + Sync>,
}

/// Whether a request reached the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sent {
    /// It surely didn't.
    NotSent,
    /// It may have.
    MaybeSent,
}

impl TransportError {
    /// The request surely didn't reach the server: no connection was made, or none could be.
    pub fn not_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { sent: Sent::NotSent, permanent: false, hint: None, source: source.into() }
    }

    /// The request may have reached the server. In doubt, this is the one; `From` conversions choose it too.
    pub fn maybe_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { sent: Sent::MaybeSent, permanent: false, hint: None, source: source.into() }
    }

    /// The same error, which says this too.
    pub(super) fn with_hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }

    pub(crate) fn is_permanent(&self) -> bool {
        self.permanent
    }

    /// Whether the request may have reached the server, and the operation run.
    pub fn may_have_been_sent(&self) -> bool {
        self.sent == Sent::MaybeSent
    }
}

/// The whole chain of causes on one line: "error sending request" alone has never helped anybody.
impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.source.to_string();
        f.write_str(&shown)?;
        let mut cause = self.source.source();
        while let Some(error) = cause {
            let text = error.to_string();
            // Some errors repeat their cause in their own text.
            if !shown.contains(&text) {
                write!(f, ": {text}")?;
                shown = text;
            }
            cause = error.source();
        }
        match &self.hint {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}

impl From<io::Error> for TransportError {
    fn from(error: io::Error) -> Self {
        Self::maybe_sent(error)
    }
}

impl From<Box<dyn StdError + Send + Sync>> for TransportError {
    fn from(error: Box<dyn StdError + Send + Sync>) -> Self {
        Self::maybe_sent(error)
    }
}

impl From<std::convert::Infallible> for TransportError {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_custom_error_may_have_been_sent_unless_it_says_otherwise() {
        assert!(TransportError::from(io::Error::other("reset")).may_have_been_sent());
        assert!(TransportError::maybe_sent("reset").may_have_been_sent());
        assert!(!TransportError::not_sent("refused").may_have_been_sent());
    }

    #[test]
    fn the_chain_of_causes_is_on_one_line_and_nothing_twice() {
        #[derive(Debug, thiserror::Error)]
        #[error("outer")]
        struct Outer(#[source] io::Error);

        let error = TransportError::maybe_sent(Outer(io::Error::other("inner")));
        assert_eq!(error.to_string(), "outer: inner");
        assert_eq!(TransportError::maybe_sent("alone").to_string(), "alone");
    }
}
