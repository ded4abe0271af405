//! Credentials from a program that prints them.

mod run;

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use serde::Deserialize;
use tokio::sync::Mutex;

use super::json::{self, Secret};
use super::moment::Moment;
use super::provider::TIMEOUT;
use super::{Credential, CredentialError, ProvideCredential};

/// Runs a program that prints a credential: for keys in a vault, a keychain, or wherever nothing else reaches.
///
/// It is run as it is given, without a shell, and may take 10 seconds, unless [`timeout`](Self::timeout) says otherwise.
/// Then it is killed. A call that is given up before doesn't end it: what it prints is kept for the next. What it has started
/// itself isn't killed and, on Unix, not waited for. Its standard input is empty. It prints a JSON object, at most 64 KiB:
///
/// ```json
/// {
///   "SecretId": "AKID…",
///   "SecretKey": "…",
///   "Token": "…",
///   "Expiration": "2026-11-24T08:00:00Z"
/// }
/// ```
///
/// | member | |
/// |---|---|
/// | `SecretId`, `SecretKey` | the key pair |
/// | `Token` | of a temporary key; null and empty mean none |
/// | `Expiration` | RFC 3339, or seconds since 1970; without it, or with null, the key lasts, and has no `Token` |
///
/// Other members are passed over. A key that expires is asked for anew ahead of that time; one that lasts is asked for
/// once, so a program whose keys are exchanged has to say when. One program runs at a time.
///
/// No default looks for such a program: it runs only where you name it.
///
/// # Errors
///
/// - It can't be run, ends with a status other than 0, or takes too long.
/// - What it prints isn't such an object, has a `Token` but no `Expiration`, or has expired already.
///
/// An error shows the program's name, the status, and the first line that it prints on standard error, cut at 200
/// characters, so a secret has no place there. Its arguments and its standard output are never shown.
///
/// # Example
///
/// ```
/// use tencent_action::{Client, ProcessCredentials};
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// let vault = ProcessCredentials::new("/usr/local/bin/vault-keys").arg("--account").arg("production");
/// let client = Client::builder().credentials(vault).build()?;
/// # Ok(())
/// # }
/// ```
pub struct ProcessCredentials {
    program: OsString,
    arguments: Vec<OsString>,
    timeout: Duration,
    /// The key that lasts, once it is known. The lock is held while the program runs.
    lasting: Mutex<Option<Credential>>,
}

impl ProcessCredentials {
    /// A program: a path, or a name that is looked up in `PATH`.
    pub fn new(program: impl Into<OsString>) -> Self {
        Self { program: program.into(), arguments: Vec::new(), timeout: TIMEOUT, lasting: Mutex::default() }
    }

    /// Gives the program one more argument, as it is.
    #[must_use]
    pub fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// How long the program may take. The default is 10 seconds.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Runs the program and reads what it prints.
    async fn ask(&self) -> Result<Credential, CredentialError> {
        let fault = |fault: String| CredentialError::new(format!("{} {fault}", shown(&self.program)));
        let child =
            run::start(&self.program, &self.arguments).map_err(|error| fault(format!("can't be run: {error}")))?;
        let printed = run::output(child).await.map_err(fault)?;
        let text = std::str::from_utf8(&printed).map_err(|_| fault("printed what isn't UTF-8".to_owned()))?;
        if text.trim().is_empty() {
            return Err(fault("printed nothing".to_owned()));
        }
        let answer: Answer = json::parse(text).map_err(|error| fault(format!("printed what {error}")))?;
        answer.credential().map_err(fault)
    }
}

/// What the program prints.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    secret_id: Option<Secret>,
    secret_key: Option<Secret>,
    token: Option<Secret>,
    expiration: Option<Moment>,
}

impl Answer {
    fn credential(&self) -> Result<Credential, String> {
        let secret_id = Secret::of(self.secret_id.as_ref()).ok_or("printed no SecretId")?;
        let secret_key = Secret::of(self.secret_key.as_ref()).ok_or("printed no SecretKey")?;
        let credential = Credential::with_secret_id(secret_id).secret_key(secret_key);
        let credential = credential.with_token(Secret::of(self.token.as_ref()).unwrap_or_default());
        let credential = credential.check().map_err(|error| format!("printed a credential that is faulty: {error}"))?;
        match self.expiration {
            Some(Moment(expires_at)) => Ok(credential.with_expiry(expires_at)),
            // It would be kept for good, and outlive its token.
            None if credential.is_temporary() => {
                Err("printed a Token but no Expiration, which belongs to it".to_owned())
            }
            None => Ok(credential),
        }
    }
}

#[async_trait]
impl ProvideCredential for ProcessCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let mut lasting = self.lasting.lock().await;
        if lasting.is_none() {
            let credential = self.ask().await?;
            if credential.expires_at().is_some() {
                return Ok(Some(credential));
            }
            *lasting = Some(credential);
        }
        Ok(lasting.clone())
    }

    fn looks_at(&self) -> Cow<'static, str> {
        shown(&self.program).into()
    }

    fn timeout(&self) -> Duration {
        self.timeout
    }
}

/// The program, for a message.
fn shown(program: &OsStr) -> String {
    format!("the program `{}`", program.to_string_lossy().escape_debug())
}

/// Shows no arguments: there may be a secret among them.
impl fmt::Debug for ProcessCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProcessCredentials")
            .field("program", &self.program)
            .field("arguments", &self.arguments.len())
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod random;

#[cfg(unix)]
#[cfg(test)]
mod tests;
