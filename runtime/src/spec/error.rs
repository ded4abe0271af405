//! Why there is no description.

use std::error::Error as StdError;
use std::fmt::{self, Write};
use std::io;
use std::path::{Path, PathBuf};

use crate::response::is_format;

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

/// Files may hold anything, and be called anything: what could steer a terminal or the eye is escaped.
impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut visible = Visible(f);
        if let Some(file) = &self.file {
            write!(visible, "{}: ", file.display())?;
        }
        match &self.kind {
            Kind::Missing(message) | Kind::Faulty(message) => visible.write_str(message),
            Kind::Unreadable(error) => write!(visible, "{error}"),
            Kind::Malformed(place, error) if place.is_empty() => write!(visible, "{error}"),
            Kind::Malformed(place, error) => write!(visible, "{place}: {error}"),
        }
    }
}

/// Writes what isn't to be seen as its number.
struct Visible<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl Write for Visible<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|letter| match letter {
            letter if letter.is_control() || is_format(letter) => write!(self.0, "{}", letter.escape_unicode()),
            letter => self.0.write_char(letter),
        })
    }
}

impl StdError for SpecError {
    /// None: the message says it all.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_message_steers_anything() {
        let error = SpecError::missing("there is no `a\u{1b}[2J`\n\u{202e}é").in_file(Path::new("kettle\r.spec"));
        assert_eq!(error.to_string(), "kettle\\u{d}.spec: there is no `a\\u{1b}[2J`\\u{a}\\u{202e}é");
    }
}
