//! The seam for environment variables: the only file that reads them.

use std::collections::HashMap;
use std::ffi::OsString;
use std::sync::Arc;

/// The process's environment, or a made-up one.
#[derive(Debug, Clone, Default)]
pub(crate) enum Env {
    #[default]
    Process,
    Fixed(Arc<HashMap<&'static str, OsString>>),
}

impl Env {
    /// The value of a variable. An empty one counts as unset.
    ///
    /// # Errors
    ///
    /// The name of the variable, if its value isn't Unicode.
    pub(crate) fn var(&self, name: &'static str) -> Result<Option<String>, NotUnicode> {
        match self.raw(name) {
            None => Ok(None),
            Some(value) if value.is_empty() => Ok(None),
            Some(value) => value.into_string().map(Some).map_err(|_| NotUnicode { name }),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where environment variables come in")]
    fn raw(&self, name: &'static str) -> Option<OsString> {
        match self {
            Self::Process => std::env::var_os(name),
            Self::Fixed(variables) => variables.get(name).cloned(),
        }
    }

    /// An environment without variables.
    pub(crate) fn empty() -> Self {
        Self::Fixed(Arc::default())
    }

    /// An environment with these variables: changing the real one is unsafe, and shared by all tests.
    #[cfg(test)]
    pub(crate) fn fixed(variables: &[(&'static str, &str)]) -> Self {
        Self::Fixed(Arc::new(variables.iter().map(|(name, value)| (*name, OsString::from(value))).collect()))
    }
}

/// A variable whose value isn't Unicode. The value isn't shown: it may be a secret.
#[derive(Debug, thiserror::Error)]
#[error("the environment variable {name} isn't valid Unicode")]
pub(crate) struct NotUnicode {
    pub(crate) name: &'static str,
}
