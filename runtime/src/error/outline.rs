//! What logs may have of an error.

use std::fmt;

use super::{Error, Kind};

impl Error {
    /// The class of the error, in one word: the code of the API, or what failed.
    pub(crate) fn class(&self) -> &str {
        match &self.inner.kind {
            _ if self.is_timeout() => "timeout",
            Kind::Config(_) => "config",
            Kind::Credential(_) => "credential",
            Kind::Payload(_) => "payload",
            Kind::RateLimit { .. } => "rate_limit",
            Kind::Transport(_) => "transport",
            Kind::Deadline(_) | Kind::Attempt { .. } => "timeout",
            Kind::Response(error) => match error.api() {
                Some(error) if is_code(error.code()) => error.code(),
                Some(_) => "api",
                None => "bad_response",
            },
        }
    }

    /// What happened, on one line, without what a server or somebody's `Serialize` said: that may quote the request.
    pub(crate) fn outline(&self) -> Outline<'_> {
        Outline(&self.inner.kind)
    }
}

/// Codes are a word, or two with a dot between. What isn't may be anything.
fn is_code(code: &str) -> bool {
    (1..=128).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

/// An error as logs show it.
pub(crate) struct Outline<'a>(&'a Kind);

impl fmt::Display for Outline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Payload(_) => f.write_str("the request can't be written"),
            Kind::Response(error) => f.write_str(error.outline()),
            Kind::Credential(error) => write!(f, "{}", error.outline()),
            kind => write!(f, "{kind}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_code;

    #[test]
    fn a_code_is_a_short_word() {
        for code in ["InternalError", "InvalidParameterValue.TaskId", "4000"] {
            assert!(is_code(code), "{code}");
        }
        for code in ["", "a secret", "two\nlines", &"x".repeat(129)] {
            assert!(!is_code(code), "{code}");
        }
    }
}
