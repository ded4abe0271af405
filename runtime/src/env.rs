//! The seam for the environment: the only file that reads variables, and that knows where a user's files are.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// The process's environment, or a made-up one.
#[derive(Clone, Default)]
pub(crate) enum Env {
    #[default]
    Process,
    MadeUp(Arc<MadeUp>),
}

/// What there is in a made-up environment, and nothing else is.
#[derive(Default)]
pub(crate) struct MadeUp {
    variables: HashMap<&'static str, OsString>,
    home: Option<PathBuf>,
    etc: Option<PathBuf>,
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

    /// The path in a variable, which needn't be Unicode. An empty one counts as unset.
    pub(crate) fn path(&self, name: &'static str) -> Option<PathBuf> {
        self.raw(name).filter(|value| !value.is_empty()).map(PathBuf::from)
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where environment variables come in")]
    fn raw(&self, name: &'static str) -> Option<OsString> {
        match self {
            Self::Process => std::env::var_os(name),
            Self::MadeUp(made_up) => made_up.variables.get(name).cloned(),
        }
    }

    /// The user's directory: `HOME`, else what the system has on record; on Windows `USERPROFILE`.
    #[expect(clippy::disallowed_methods, reason = "the one place where the user's directory comes in")]
    pub(crate) fn home(&self) -> Option<PathBuf> {
        let home = match self {
            Self::Process => std::env::home_dir(),
            Self::MadeUp(made_up) => made_up.home.clone(),
        };
        home.filter(|home| !home.as_os_str().is_empty())
    }

    /// The directory of settings for the whole machine. Windows has none.
    pub(crate) fn etc(&self) -> Option<PathBuf> {
        match self {
            Self::Process => cfg!(unix).then(|| PathBuf::from("/etc")),
            Self::MadeUp(made_up) => made_up.etc.clone(),
        }
    }

    /// An environment without variables and files.
    pub(crate) fn empty() -> Self {
        Self::MadeUp(Arc::default())
    }

    /// Whether it is the real one, around which there is a system with settings.
    pub(crate) fn is_process(&self) -> bool {
        matches!(self, Self::Process)
    }

    /// Whether there is nothing in it, so that nothing else of the machine is wanted either.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Process => false,
            Self::MadeUp(made_up) => made_up.variables.is_empty() && made_up.home.is_none() && made_up.etc.is_none(),
        }
    }

    /// An environment with these variables: changing the real one is unsafe, and shared by all tests.
    #[cfg(test)]
    pub(crate) fn fixed(variables: &[(&'static str, &str)]) -> Self {
        Self::made_up(variables, None)
    }

    /// The same with a user's directory and one for the machine: `home` and `etc` below the root.
    #[cfg(test)]
    pub(crate) fn on_disk(variables: &[(&'static str, &str)], root: &std::path::Path) -> Self {
        Self::made_up(variables, Some(root))
    }

    #[cfg(test)]
    fn made_up(variables: &[(&'static str, &str)], root: Option<&std::path::Path>) -> Self {
        let variables = variables.iter().map(|(name, value)| (*name, OsString::from(value))).collect();
        let below = |name| root.map(|root| root.join(name));
        Self::MadeUp(Arc::new(MadeUp { variables, home: below("home"), etc: below("etc") }))
    }
}

/// Shows no values: there are secrets among them.
impl fmt::Debug for Env {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Process => "Process",
            Self::MadeUp(_) => "MadeUp",
        })
    }
}

/// A variable whose value isn't Unicode. The value isn't shown: it may be a secret.
#[derive(Debug, thiserror::Error)]
#[error("the environment variable {name} isn't valid Unicode")]
pub(crate) struct NotUnicode {
    pub(crate) name: &'static str,
}
