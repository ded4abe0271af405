//! What is otherwise.

use std::fmt;

/// A difference between a lock and other metadata, in one line: ``ManageTask: parameter `Reason` is new, `string`, and required``.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    subject: String,
    text: String,
    is_breaking: bool,
}

impl Change {
    pub(super) fn new(subject: &str, text: impl Into<String>, is_breaking: bool) -> Self {
        Self { subject: subject.into(), text: text.into(), is_breaking }
    }

    /// The action or data type that it is about.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// Whether what was right by the lock may be wrong now: a declaration, a request, or what is expected of a reply.
    ///
    /// What has been added and needn't be sent breaks nothing, nor does what is deprecated.
    pub fn is_breaking(&self) -> bool {
        self.is_breaking
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.subject, self.text)
    }
}
