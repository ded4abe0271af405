//! Who gives a credential, and the chain of those who are asked.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use async_trait::async_trait;

use super::{Credential, EnvironmentCredentials};
use crate::env::Env;

/// A source of credentials.
///
/// It is asked for each attempt at a call; what takes long to get, it keeps.
///
/// A [`Credential`] is a source too: the one that always gives itself.
#[async_trait]
#[diagnostic::on_unimplemented(
    message = "`{Self}` doesn't provide credentials",
    note = "a `Credential` does: `Credential::with_secret_id(\"AKID…\").secret_key(\"…\")`"
)]
pub trait ProvideCredential: fmt::Debug + Send + Sync + 'static {
    /// The credential to sign with now, or `None` if this source isn't set up, so that the next one is asked.
    ///
    /// # Errors
    ///
    /// If the source is set up but broken: half of it is missing, or what it says makes no sense. The chain stops there.
    async fn provide(&self) -> Result<Option<Credential>, CredentialError>;

    /// Where this source looks, for the message of a search that found nothing: "the environment variables …".
    fn looks_at(&self) -> Cow<'static, str>;
}

#[async_trait]
impl ProvideCredential for Credential {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        Ok(Some(self.clone()))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "a credential given in the program".into()
    }
}

/// The default chain: each source in turn, until one has a credential.
///
/// At present the chain has one link, [`EnvironmentCredentials`]. More will follow behind it; what works today will
/// work then.
#[derive(Debug, Default)]
pub struct DefaultCredentials {
    environment: EnvironmentCredentials,
}

impl DefaultCredentials {
    pub(crate) fn new(env: Env) -> Self {
        Self { environment: EnvironmentCredentials::new(env) }
    }
}

#[async_trait]
impl ProvideCredential for DefaultCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        self.environment.provide().await
    }

    fn looks_at(&self) -> Cow<'static, str> {
        self.environment.looks_at()
    }
}

/// Asks a source, and turns "nothing there" into an error that says where it looked.
#[derive(Debug)]
pub(crate) struct Source(pub(crate) Box<dyn ProvideCredential>);

impl Source {
    pub(crate) async fn credential(&self) -> Result<Credential, CredentialError> {
        match self.0.provide().await? {
            Some(credential) => credential.check(),
            None => Err(CredentialError::new(format!(
                "no credentials found in {}; set them, or give the client builder `.credentials(…)`",
                self.0.looks_at(),
            ))),
        }
    }
}

impl Credential {
    /// A credential travels in headers: what can't go there is refused here, without showing it.
    fn check(self) -> Result<Self, CredentialError> {
        let parts =
            [("secret id", Some(self.secret_id())), ("secret key", Some(self.secret_key())), ("token", self.token())];
        for (name, value) in parts {
            let fault = match value {
                Some("") => "is empty",
                Some(value) if value.trim() != value => "begins or ends with a space or a line break",
                Some(value) if !value.bytes().all(|byte| byte.is_ascii_graphic()) => "has a character that no key has",
                _ => continue,
            };
            return Err(CredentialError::new(format!("the {name} {fault}: was it copied whole, and nothing else?")));
        }
        Ok(self)
    }
}

/// Why there is no credential to sign with. It never carries a secret.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct CredentialError {
    source: Box<dyn StdError + Send + Sync>,
}

impl CredentialError {
    /// An error with this message, or with this cause.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { source: source.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_cannot_go_into_a_header_is_refused_without_being_shown() {
        for (id, key, token, expected) in [
            ("", "key", "", "the secret id is empty"),
            ("AKID", "key-7\n", "", "the secret key begins or ends with a space"),
            ("AKID", "k\u{e9}y-7", "", "the secret key has a character that no key has"),
            ("AKID", "key-7", "a b", "the token has a character"),
        ] {
            let credential = Credential::with_secret_id(id).secret_key(key).with_token(token);
            let message = Source(Box::new(credential)).credential().await.unwrap_err().to_string();
            assert!(message.starts_with(expected), "{message}");
            assert!(!message.contains("-7"), "{message}");
        }
    }
}
