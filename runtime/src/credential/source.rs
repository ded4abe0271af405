//! The credentials of a client.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use super::{CachedCredentials, Credential, CredentialError, ProvideCredential};
use crate::clock::Clock;

/// Where a client takes its credentials from: a fixed one, or a source behind a cache.
#[derive(Debug)]
pub(crate) enum Source {
    /// Checked once, or what is wrong with it.
    Fixed(Result<Credential, CredentialError>),
    Cached(CachedCredentials),
}

/// What a client was given, before it has a clock.
pub(crate) enum Given {
    Fixed(Credential),
    /// A cache that others may share.
    Cached(CachedCredentials),
    Other(Box<dyn ProvideCredential>),
}

impl Given {
    /// A credential needs no cache, and a cache no second one, which would keep from it that its key was refused.
    pub(crate) fn new(source: impl ProvideCredential) -> Self {
        let any: &dyn Any = &source;
        if let Some(fixed) = any.downcast_ref::<Credential>() {
            return Self::Fixed(fixed.clone());
        }
        match source.as_cached() {
            Some(cached) => Self::Cached(cached.clone()),
            None => Self::Other(Box::new(source)),
        }
    }

    /// The same, and a source of the program's own can't call a blocking client.
    #[cfg(feature = "blocking")]
    pub(crate) fn guarded(self) -> Self {
        match self {
            Self::Other(source) => Self::Other(Box::new(crate::blocking::Guarded(source))),
            given => given,
        }
    }

    pub(crate) fn with_clock(self, clock: &Arc<dyn Clock>) -> Source {
        match self {
            Self::Fixed(credential) => Source::Fixed(credential.check()),
            Self::Cached(cached) => Source::Cached(cached),
            Self::Other(source) => Source::Cached(CachedCredentials::shared(source, Arc::clone(clock))),
        }
    }
}

impl Source {
    /// A credential valid now, and if there is none, an error that says where it was looked for.
    pub(crate) async fn credential(&self, clock: &dyn Clock) -> Result<Credential, CredentialError> {
        let cached = match self {
            Self::Fixed(credential) => return credential.clone()?.check_expiry(|| clock.now()),
            Self::Cached(cached) => cached,
        };
        match cached.provide().await? {
            Some(credential) => Ok(credential),
            None => Err(CredentialError::new(format!(
                "no credentials found in {}; set them, or give the client builder `.credentials(…)`",
                cached.looks_at(),
            ))),
        }
    }

    /// Another credential in place of one that the cloud refused, if there is another.
    pub(crate) async fn renew(&self, refused: &Credential) -> Result<Option<Credential>, CredentialError> {
        match self {
            Self::Fixed(_) => Ok(None),
            Self::Cached(cached) => cached.renew(refused).await,
        }
    }

    /// The cloud refused this credential, of a call that can't be tried with another.
    pub(crate) fn give_up(&self, refused: &Credential) {
        if let Self::Cached(cached) = self {
            cached.give_up(refused);
        }
    }

    /// How long it may take to get one.
    pub(crate) fn timeout(&self) -> Duration {
        match self {
            Self::Fixed(_) => Duration::ZERO,
            Self::Cached(cached) => cached.timeout(),
        }
    }
}

/// What a client of this source would sign with.
#[cfg(test)]
pub(super) async fn found(source: impl ProvideCredential) -> Result<Credential, CredentialError> {
    let clock: Arc<dyn Clock> = Arc::new(crate::clock::SystemClock);
    Given::new(source).with_clock(&clock).credential(&*clock).await
}
