//! Why there is no description.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why metadata or a lock couldn't be found, read or written, in one line that names the file, and the place in it.
#[derive(Debug)]
pub struct SpecError {
    file: Option<PathBuf>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// What was asked for isn't there.
    Missing(String),
    Unreadable(io::Error),
    /// The place, which may be empty, and what is wrong there.
    Malformed(String, serde_json::Error),
    /// What is wrong, to follow the name of the file.
    Faulty(String),
}

impl SpecError {
    pub(super) fn missing(message: impl Into<String>) -> Self {
        Self { file: None, kind: Kind::Missing(message.into()) }
    }

    pub(super) fn unreadable(file: &Path, error: io::Error) -> Self {
        Self { file: Some(file.to_owned()), kind: Kind::Unreadable(error) }
    }

    pub(super) fn malformed(place: String, error: serde_json::Error) -> Self {
        Self { file: None, kind: Kind::Malformed(place, error) }
    }

    pub(super) fn faulty(message: impl Into<String>) -> Self {
        Self { file: None, kind: Kind::Faulty(message.into()) }
    }

    pub(super) fn in_file(mut self, file: &Path) -> Self {
        self.file.get_or_insert_with(|| file.to_owned());
        self
    }

    /// Whether what was asked for isn't there: an installed tccli, a service, a version, an action, a file.
    pub fn is_missing(&self) -> bool {
        match &self.kind {
            Kind::Missing(_) => true,
            Kind::Unreadable(error) => error.kind() == io::ErrorKind::NotFound,
            Kind::Malformed(..) | Kind::Faulty(_) => false,
        }
    }

    /// The file or directory that is at fault, if it is one.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }
}

impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{}: ", file.display())?;
        }
        match &self.kind {
            Kind::Missing(message) | Kind::Faulty(message) => f.write_str(message),
            Kind::Unreadable(error) => write!(f, "{error}"),
            Kind::Malformed(place, error) if place.is_empty() => write!(f, "{error}"),
            Kind::Malformed(place, error) => write!(f, "{place}: {error}"),
        }
    }
}

impl StdError for SpecError {
    /// None: the message says it all.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        None
    }
}
