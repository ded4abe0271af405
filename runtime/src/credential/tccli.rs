//! Credentials from the files of tccli, the vendor's command line.

mod entry;

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;

use self::entry::{Entry, Judgement};
use super::file::{self, Content};
use super::json;
use super::search::{self, Finding, Place, Search};
use super::{Credential, CredentialError, ProvideCredential};
use crate::clock::{Clock, SystemClock};
use crate::env::Env;

const PROFILE: &str = "TCCLI_PROFILE";
const DEFAULT: &str = "default";

/// Reads the credential that tccli, the vendor's command line, keeps for a profile: `~/.tccli/{profile}.credential`.
///
/// The profile is the one given with [`profile`](Self::profile), else the one that `TCCLI_PROFILE` names, else
/// `default`. An empty variable counts as unset. The file is read anew each time: whatever tccli does to it counts from
/// the next call on. On Unix, a file that others can read draws a warning (a `tracing` event), once.
///
/// What serves depends on how tccli was set up:
///
/// | by | `type` in the file | here |
/// |---|---|---|
/// | `tccli configure` | none, or `default` | the key pair, and the token if there is one |
/// | `tccli auth login` | `oauth` | the temporary key, with its expiry; after that an error that says how to log in again |
/// | `tccli sso login` | `sso` | the same |
/// | `tccli configure set use-cvm-role true` | `cvm-role` | nothing: that role is a source of its own, and in the default chain the last |
/// | `tccli configure set role-arn … role-session-name …` | none, or `default` | an error: the keys in the file aren't those that tccli signs with |
///
/// A login is not renewed here, as tccli does it when it is run. Its keys last for hours, so a program that runs for longer
/// needs another source.
///
/// # Errors
///
/// - The login has expired. The error names the command that renews it.
/// - The file can't be read, or isn't the JSON that tccli writes. The error names the file and the place, and shows
///   nothing of what is there.
/// - It has a secret id and no secret key, or a secret key and no secret id.
/// - It names a role to assume.
/// - A profile that was asked for by name has no file.
///
/// # Example
///
/// ```
/// use tencent_action::{Client, TccliCredentials};
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// let client = Client::builder().credentials(TccliCredentials::new().profile("work")).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct TccliCredentials {
    env: Env,
    clock: Arc<dyn Clock>,
    directory: Option<PathBuf>,
    profile: Option<String>,
    place: Place,
}

impl TccliCredentials {
    /// The profile that tccli would use.
    pub fn new() -> Self {
        let place = Place::new("the files of tccli");
        Self { env: Env::default(), clock: Arc::new(SystemClock), directory: None, profile: None, place }
    }

    /// Looks in this directory, and not in `~/.tccli`.
    #[must_use]
    pub fn directory(mut self, path: impl Into<PathBuf>) -> Self {
        self.directory = Some(path.into());
        self
    }

    /// Reads this profile, whatever `TCCLI_PROFILE` says.
    #[must_use]
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.profile = Some(name.into());
        self
    }

    /// Takes the time from this clock and not from the system's.
    #[must_use]
    pub fn clock(self, clock: impl Clock) -> Self {
        self.shared_clock(Arc::new(clock))
    }

    pub(crate) fn shared_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    pub(crate) fn with_env(mut self, env: Env) -> Self {
        self.env = env;
        self
    }

    /// The profile, and who asked for it by name.
    fn wanted(&self) -> Result<(String, Option<&'static str>), CredentialError> {
        let (name, by) = match self.profile.clone().filter(|name| !name.is_empty()) {
            Some(name) => (name, Some("the program")),
            None => match self.env.var(PROFILE)? {
                Some(name) => (name, Some(PROFILE)),
                None => (DEFAULT.to_owned(), None),
            },
        };
        match by.filter(|_| name.contains(|letter: char| "/\\".contains(letter) || letter.is_control())) {
            Some(by) => {
                let name = name.escape_debug();
                Err(CredentialError::new(format!("{by} asks for the tccli profile `{name}`, which can't be one")))
            }
            None => Ok((name, by)),
        }
    }
}

impl Default for TccliCredentials {
    fn default() -> Self {
        Self::new()
    }
}

impl Search for TccliCredentials {
    fn search(&self) -> Result<Finding, CredentialError> {
        let (profile, by) = self.wanted()?;
        let Some(directory) = self.directory.clone().or_else(|| Some(self.env.home()?.join(".tccli"))) else {
            return Ok(Finding::nothing("the files of tccli (there is no home directory to look in)"));
        };
        let path = directory.join(format!("{profile}.credential"));
        let shown = format!("tccli's file {}", path.display());
        let nothing = |how: &str| Ok(Finding::nothing(format!("{shown} ({how})")));
        let text = match (file::read(&path)?, by) {
            (Content::Text(text), _) => text,
            (Content::Nothing(how), None) => return nothing(how),
            (Content::Nothing(how), Some(by)) => {
                let message = format!("{by} asks for the tccli profile `{profile}`, but {shown} is {how}");
                return Err(CredentialError::new(message));
            }
        };
        let entry: Entry = json::parse(&text).map_err(|fault| CredentialError::new(format!("{shown} {fault}")))?;
        match entry.judge(&profile, &*self.clock) {
            Ok(Judgement::Serves(credential)) => Ok(Finding::credential(credential, shown)),
            Ok(Judgement::Nothing(how)) => nothing(how),
            Err(fault) => Err(CredentialError::new(format!("{shown} {fault}"))),
        }
    }

    fn place(&self) -> &Place {
        &self.place
    }
}

#[async_trait]
impl ProvideCredential for TccliCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        search::provide(self).await
    }

    fn looks_at(&self) -> Cow<'static, str> {
        self.place.get()
    }
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;
