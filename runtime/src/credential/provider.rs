//! Who gives a credential.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use async_trait::async_trait;

use super::moment::Moment;
use super::{CachedCredentials, Credential, CredentialError};
use crate::clock::Clock;
use crate::timeout::{Elapsed, within};

/// How long a source may take.
pub(super) const TIMEOUT: Duration = Duration::from_secs(10);

/// A source of credentials.
///
/// A client asks it through a [cache](super::CachedCredentials): a credential that says when it
/// [expires](Credential::with_expiry) is kept until shortly before, any other is asked for with each attempt at a call.
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

    /// How long it may take. A source that takes longer is given up, with an error that says where it looks.
    ///
    /// The default is 10 seconds.
    fn timeout(&self) -> Duration {
        TIMEOUT
    }

    /// The cache that this is, be it behind a pointer: a client has to tell it of a key that the cloud refused.
    #[doc(hidden)]
    fn as_cached(&self) -> Option<&CachedCredentials> {
        None
    }
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

/// What a pointer points to.
macro_rules! provide_through {
    ($($pointer:ident),*) => {$(
        #[async_trait]
        impl<P: ProvideCredential + ?Sized> ProvideCredential for $pointer<P> {
            async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
                (**self).provide().await
            }

            fn looks_at(&self) -> Cow<'static, str> {
                (**self).looks_at()
            }

            fn timeout(&self) -> Duration {
                (**self).timeout()
            }

            fn as_cached(&self) -> Option<&CachedCredentials> {
                (**self).as_cached()
            }
        }
    )*};
}

provide_through!(Box, Arc);

/// Asks a source, but not for longer than it may take, and looks at what it gives.
pub(super) async fn ask(
    source: &dyn ProvideCredential,
    clock: &dyn Clock,
) -> Result<Option<Credential>, CredentialError> {
    let timeout = source.timeout();
    let answer = within(clock, timeout, source.provide()).await.unwrap_or_else(|Elapsed| {
        Err(CredentialError::new(format!("no answer within {timeout:?} from {}", source.looks_at())))
    });
    let Some(credential) = answer? else { return Ok(None) };
    let checked = credential.check().and_then(|credential| credential.check_expiry(|| clock.now()));
    checked.map(Some).map_err(|error| error.about(source.looks_at()))
}

impl Credential {
    /// A credential travels in headers: what can't go there is refused here, without showing it.
    pub(super) fn check(self) -> Result<Self, CredentialError> {
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

    /// One that is over is refused here too: the cloud could only say that its token is wrong.
    pub(super) fn check_expiry(self, now: impl FnOnce() -> SystemTime) -> Result<Self, CredentialError> {
        match self.expires_at() {
            Some(expires_at) if expires_at <= now() => {
                let fault = format!("the credential expired at {}, by this machine's clock", Moment(expires_at));
                Err(CredentialError::new(fault))
            }
            _ => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential::source::found;

    #[tokio::test]
    async fn what_cannot_go_into_a_header_is_refused_without_being_shown() {
        for (id, key, token, expected) in [
            ("", "key", "", "the secret id is empty"),
            ("AKID", "key-7\n", "", "the secret key begins or ends with a space"),
            ("AKID", "k\u{e9}y-7", "", "the secret key has a character that no key has"),
            ("AKID", "key-7", "a b", "the token has a character"),
        ] {
            let credential = Credential::with_secret_id(id).secret_key(key).with_token(token);
            let message = found(credential).await.unwrap_err().to_string();
            assert!(message.starts_with(expected), "{message}");
            assert!(!message.contains("-7"), "{message}");
        }
    }

    #[tokio::test]
    async fn a_credential_that_is_over_is_refused_with_its_date() {
        let expired = Credential::with_secret_id("AKID").secret_key("key").with_expiry(SystemTime::UNIX_EPOCH);
        let message = found(expired).await.unwrap_err().to_string();
        assert_eq!(message, "the credential expired at 1970-01-01T00:00:00Z, by this machine's clock");
    }
}
