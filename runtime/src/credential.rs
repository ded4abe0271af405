//! Credentials and where they come from.

mod access;
mod assume_role;
mod cache;
mod chain;
mod cvm_role;
mod environment;
mod error;
mod file;
mod json;
mod moment;
mod process;
mod profile;
mod provider;
mod search;
mod source;
mod sts;
mod tccli;
mod tke_pod;
mod web_identity;

pub(crate) use self::access::Access;
pub use self::assume_role::AssumeRoleCredentials;
pub use self::cache::CachedCredentials;
pub use self::chain::{DefaultCredentials, Examined, Outcome};
pub use self::cvm_role::CvmRoleCredentials;
pub use self::environment::EnvironmentCredentials;
pub use self::error::CredentialError;
pub use self::process::ProcessCredentials;
pub use self::profile::ProfileCredentials;
pub use self::provider::ProvideCredential;
pub(crate) use self::source::{Given, Source};
pub use self::sts::StsError;
pub use self::tccli::TccliCredentials;
pub use self::tke_pod::TkePodCredentials;
pub use self::web_identity::WebIdentityCredentials;

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use secrecy::{ExposeSecret, SecretString};

use self::moment::Moment;

/// A key pair of Cloud Access Management, with a token if it is temporary.
///
/// The secret key and the token never show up in `Debug` output, logs or errors, and their memory is zeroed when the
/// last clone goes. A clone is cheap.
///
/// # Example
///
/// The id is named before the key, so the two can't be swapped:
///
/// ```
/// use tencent_action::Credential;
///
/// let long_term = Credential::with_secret_id("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE").secret_key("Gu5t9xGARN…EXAMPLE");
/// assert!(!format!("{long_term:?}").contains("Gu5t"));
///
/// let temporary = Credential::with_secret_id("AKID…").secret_key("…").with_token("…");
/// assert!(temporary.is_temporary());
/// ```
#[derive(Clone)]
pub struct Credential {
    inner: Arc<Inner>,
}

#[derive(Clone)]
struct Inner {
    secret_id: String,
    secret_key: SecretString,
    token: Option<SecretString>,
    expires_at: Option<SystemTime>,
}

impl Credential {
    /// Begins a credential with its secret id (`AKID…`); [`SecretId::secret_key`] completes it.
    pub fn with_secret_id(secret_id: impl Into<String>) -> SecretId {
        SecretId(secret_id.into())
    }

    /// This credential with the token that belongs to a temporary key. An empty token counts as none.
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        let token = SecretString::from(token.into());
        Arc::make_mut(&mut self.inner).token = Some(token).filter(|token| !token.expose_secret().is_empty());
        self
    }

    /// This credential with the time from which on the cloud refuses it.
    ///
    /// A client renews such a credential ahead of that time, if its source has a new one; without an expiry it asks the
    /// source for each attempt at a call.
    #[must_use]
    pub fn with_expiry(mut self, expires_at: SystemTime) -> Self {
        Arc::make_mut(&mut self.inner).expires_at = Some(expires_at);
        self
    }

    /// The secret id: it names the key and isn't secret itself.
    pub fn secret_id(&self) -> &str {
        &self.inner.secret_id
    }

    /// Whether a token goes with the key.
    pub fn is_temporary(&self) -> bool {
        self.inner.token.is_some()
    }

    /// The time from which on the cloud refuses it, if its source said so.
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.inner.expires_at
    }

    pub(crate) fn secret_key(&self) -> &str {
        self.inner.secret_key.expose_secret()
    }

    pub(crate) fn token(&self) -> Option<&str> {
        self.inner.token.as_ref().map(ExposeSecret::expose_secret)
    }

    /// Whether both sign alike and carry the same token.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.same_key(other) && self.token() == other.token()
    }

    /// Whether both sign alike.
    pub(crate) fn same_key(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
            || (self.secret_id() == other.secret_id() && self.secret_key() == other.secret_key())
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credential")
            .field("secret_id", &self.secret_id())
            .field("temporary", &self.is_temporary())
            .field("expires_at", &self.expires_at().map(Moment))
            .finish_non_exhaustive()
    }
}

/// A secret id that waits for its key.
#[derive(Debug)]
#[must_use = "a credential needs `.secret_key(…)` as well"]
pub struct SecretId(String);

impl SecretId {
    /// Completes the credential.
    pub fn secret_key(self, secret_key: impl Into<String>) -> Credential {
        let secret_key = SecretString::from(secret_key.into());
        Credential { inner: Arc::new(Inner { secret_id: self.0, secret_key, token: None, expires_at: None }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_the_id_and_no_secret() {
        let credential = Credential::with_secret_id("AKID1").secret_key("key-of-1").with_token("token-of-1");
        let shown = format!("{credential:?} {credential:#?}");
        assert!(shown.contains("AKID1") && shown.contains("temporary: true"), "{shown}");
        assert!(!shown.contains("of-1"), "{shown}");
    }

    #[test]
    fn an_empty_token_is_no_token() {
        assert!(!Credential::with_secret_id("a").secret_key("b").with_token("").is_temporary());
    }
}
