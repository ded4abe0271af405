//! Why a command came to nothing.

use std::fmt;
use std::io;
use std::path::Path;

use crate::spec::SpecError;

#[derive(Debug)]
pub(super) enum Fault {
    /// The command line is at fault.
    Usage(String),
    /// There is nothing of that name.
    NotFound(String),
    /// Metadata, or a lock file.
    Spec(SpecError),
    /// A file that can't be written.
    File(String),
    Output(io::Error),
}

impl Fault {
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self::Usage(message.into())
    }

    pub(super) fn file(file: &Path, error: &io::Error) -> Self {
        Self::File(format!("{}: {error}", file.display()))
    }

    pub(super) fn status(&self) -> u8 {
        match self {
            Self::NotFound(_) => 1,
            fault if fault.is_closed_pipe() => 0,
            _ => 2,
        }
    }

    /// Whoever reads has read enough.
    pub(super) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => write!(f, "{message}; --help tells what there is"),
            Self::NotFound(message) | Self::File(message) => f.write_str(message),
            Self::Spec(error) => write!(f, "{error}"),
            Self::Output(error) => write!(f, "the output can't be written: {error}"),
        }
    }
}

impl From<lexopt::Error> for Fault {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<SpecError> for Fault {
    fn from(error: SpecError) -> Self {
        Self::Spec(error)
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
