//! Credentials from a profile file, as all SDKs of the vendor read it.

mod ini;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use zeroize::Zeroizing;

use self::ini::{Ini, Section};
use super::file::{self, Content};
use super::search::{self, Finding, Place, Search};
use super::{Credential, CredentialError, ProvideCredential};
use crate::env::Env;

const FILE: &str = "TENCENTCLOUD_CREDENTIALS_FILE";
const PROFILE: &str = "TENCENTCLOUD_PROFILE";
const DEFAULT: &str = "default";

/// Reads a section of the profile file.
///
/// ```ini
/// [default]
/// secret_id = AKID…
/// secret_key = …
///
/// [production]
/// secret_id = AKID…
/// secret_key = …
/// token = …
/// ```
///
/// The file is the first of these that is set or there:
///
/// 1. the one given with [`file`](Self::file)
/// 2. the one that `TENCENTCLOUD_CREDENTIALS_FILE` names
/// 3. `~/.tencentcloud/credentials` (on Windows `%USERPROFILE%\.tencentcloud\credentials`)
/// 4. `/etc/tencentcloud/credentials` (not on Windows)
///
/// The section is the one given with [`profile`](Self::profile), else the one that `TENCENTCLOUD_PROFILE` names, else
/// `default`. That variable is ours: the official SDKs know the section `default` only. Empty variables and empty values
/// count as unset.
///
/// Keys may be in any case. `#` and `;` begin a comment at the start of a line, and only there; quotes are part of a
/// value. A BOM, CRLF and spaces around anything do no harm. The file is read anew each time, so a key that is exchanged
/// in it counts from the next call on. On Unix, a file that others can read draws a warning (a `tracing` event), once.
///
/// # Errors
///
/// - A file given or named isn't there. One of the usual places that isn't there is passed over.
/// - The file is there but can't be read, or isn't UTF-8.
/// - A line says nothing, or a section or key is there twice.
/// - A section that was asked for by name isn't there.
/// - A section has a secret id and no secret key, or a secret key and no secret id, or something else and neither.
///
/// They name file, line and section. A secret is in none.
///
/// # Example
///
/// ```
/// use tencent_action::{Client, ProfileCredentials};
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// let client = Client::builder().credentials(ProfileCredentials::new().profile("production")).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct ProfileCredentials {
    env: Env,
    file: Option<PathBuf>,
    profile: Option<String>,
    place: Place,
}

impl ProfileCredentials {
    /// The section `default` of the file in its usual place, unless the environment says otherwise.
    pub fn new() -> Self {
        Self { env: Env::default(), file: None, profile: None, place: Place::new("the profile file") }
    }

    /// Reads this file, whatever the environment says.
    #[must_use]
    pub fn file(mut self, path: impl Into<PathBuf>) -> Self {
        self.file = Some(path.into());
        self
    }

    /// Reads this section, whatever the environment says.
    #[must_use]
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.profile = Some(name.into());
        self
    }

    pub(crate) fn with_env(mut self, env: Env) -> Self {
        self.env = env;
        self
    }

    /// The section that somebody asked for by name, and who.
    fn wanted(&self) -> Result<Option<(String, &'static str)>, CredentialError> {
        let given = self.profile.clone().filter(|name| !name.is_empty()).map(|name| (name, "the program"));
        Ok(match given {
            Some(given) => Some(given),
            None => self.env.var(PROFILE)?.map(|name| (name, PROFILE)),
        })
    }

    fn open(&self) -> Result<Opened, CredentialError> {
        let named = self.file.clone().map(|path| (path, "the program"));
        if let Some((path, by)) = named.or_else(|| self.env.path(FILE).map(|path| (path, FILE))) {
            return match file::read(&path)? {
                Content::Text(text) => Ok(Opened::File(path, text)),
                Content::Nothing(how) => {
                    let path = path.display();
                    Err(CredentialError::new(format!("{by} names the profile file {path}, which is {how}")))
                }
            };
        }
        let mut places = Vec::new();
        let home = self.env.home().map(|home| home.join(".tencentcloud"));
        for directory in home.into_iter().chain(self.env.etc().map(|etc| etc.join("tencentcloud"))) {
            let path = directory.join("credentials");
            match file::read(&path)? {
                Content::Text(text) => return Ok(Opened::File(path, text)),
                Content::Nothing(how) => places.push(format!("{} ({how})", path.display())),
            }
        }
        Ok(Opened::Nowhere(if places.is_empty() {
            "a profile file (there is no home directory to look in)".to_owned()
        } else {
            format!("the profile file {}", places.join(" or "))
        }))
    }
}

impl Default for ProfileCredentials {
    fn default() -> Self {
        Self::new()
    }
}

/// The file and its text, or where it was looked for.
enum Opened {
    File(PathBuf, Zeroizing<String>),
    Nowhere(String),
}

impl Search for ProfileCredentials {
    fn search(&self) -> Result<Finding, CredentialError> {
        let wanted = self.wanted()?;
        let (path, text) = match (self.open()?, &wanted) {
            (Opened::File(path, text), _) => (path, text),
            (Opened::Nowhere(places), None) => return Ok(Finding::nothing(places)),
            (Opened::Nowhere(places), Some((name, by))) => {
                let name = name.escape_debug();
                let message = format!("{by} asks for profile `{name}`; it was looked for in {places}");
                return Err(CredentialError::new(message));
            }
        };
        let ini = Ini::parse(&text)
            .map_err(|error| CredentialError::new(format!("the profile file {}, {error}", path.display())))?;
        let name = wanted.as_ref().map_or(DEFAULT, |(name, _)| name);
        match (ini.section(name), wanted) {
            (Some(section), wanted) => credential(&path, section, wanted.is_some()),
            (None, None) => {
                let (path, names) = (path.display(), ini.names());
                Ok(Finding::nothing(format!("the profile file {path} (no section [{DEFAULT}]; {names})")))
            }
            (None, Some((name, by))) => Err(CredentialError::new(format!(
                "the profile file {} has no section [{}], which {by} asks for; {}",
                path.display(),
                name.escape_debug(),
                ini.names(),
            ))),
        }
    }

    fn place(&self) -> &Place {
        &self.place
    }
}

/// The credential that a section holds.
fn credential(path: &Path, section: &Section<'_>, is_wanted: bool) -> Result<Finding, CredentialError> {
    let (name, line) = (section.name.escape_debug(), section.line);
    let fault = |fault: &str| {
        Err(CredentialError::new(format!("the profile file {}, line {line}: section [{name}] {fault}", path.display())))
    };
    let (secret_id, secret_key) = match (section.value("secret_id"), section.value("secret_key")) {
        (Some(secret_id), Some(secret_key)) => (secret_id, secret_key),
        (Some(_), None) => return fault("has a secret_id, but its secret_key is missing or empty: write both"),
        (None, Some(_)) => return fault("has a secret_key, but its secret_id is missing or empty: write both"),
        (None, None) if is_wanted || !section.is_blank() => {
            return fault("has neither secret_id nor secret_key: write both");
        }
        (None, None) => {
            return Ok(Finding::nothing(format!("the profile file {} (section [{name}] is empty)", path.display())));
        }
    };
    if [secret_id, secret_key].iter().any(|value| value.contains([' ', '\t'])) {
        return fault("has a value with a space in it: was it copied right? A comment needs a line of its own");
    }
    let credential = Credential::with_secret_id(secret_id).secret_key(secret_key);
    let credential = credential.with_token(section.value("token").unwrap_or_default());
    match credential.check() {
        Ok(credential) => {
            let place = format!("the profile file {}, section [{name}]", path.display());
            Ok(Finding::credential(credential, place))
        }
        Err(error) => fault(&format!("is faulty: {error}")),
    }
}

#[async_trait]
impl ProvideCredential for ProfileCredentials {
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
