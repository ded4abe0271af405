//! The credentials of a client.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use super::{CachedCredentials, Credential, CredentialError, ProvideCredential};
#[cfg(feature = "blocking")]
use crate::blocking::no_blocking;
use crate::clock::Clock;

/// Where a client takes its credentials from: a fixed one, or a source behind a cache.
#[derive(Debug)]
pub(crate) enum Source {
    /// Checked once, or what is wrong with it.
    Fixed(Result<Credential, CredentialError>),
    Cached(CachedCredentials),
    /// The same of a client that blocks.
    #[cfg(feature = "blocking")]
    Blocking(CachedCredentials),
}

/// What a client was given, before it has a clock.
pub(crate) struct Given {
    source: GivenSource,
    /// Whether it is for a client that blocks.
    #[cfg(feature = "blocking")]
    blocks: bool,
}

enum GivenSource {
    Fixed(Credential),
    /// A cache that others may share.
    Cached(CachedCredentials),
    Other(Box<dyn ProvideCredential>),
}

impl Given {
    pub(crate) fn new(source: impl ProvideCredential) -> Self {
        Self {
            source: GivenSource::new(source),
            #[cfg(feature = "blocking")]
            blocks: false,
        }
    }

    /// The same for a client that blocks, which the source can't call.
    #[cfg(feature = "blocking")]
    pub(crate) fn guarded(self) -> Self {
        Self { blocks: true, ..self }
    }

    pub(crate) fn with_clock(self, clock: &Arc<dyn Clock>) -> Source {
        let cached = match self.source {
            GivenSource::Fixed(credential) => return Source::Fixed(credential.check()),
            GivenSource::Cached(cached) => cached,
            GivenSource::Other(source) => CachedCredentials::shared(source, Arc::clone(clock)),
        };
        #[cfg(feature = "blocking")]
        if self.blocks {
            return Source::Blocking(cached);
        }
        Source::Cached(cached)
    }
}

impl GivenSource {
    /// A credential needs no cache, and a cache no second one, which would keep from it that its key was refused.
    fn new(source: impl ProvideCredential) -> Self {
        let any: &dyn Any = &source;
        if let Some(fixed) = any.downcast_ref::<Credential>() {
            return Self::Fixed(fixed.clone());
        }
        match source.as_cached() {
            Some(cached) => Self::Cached(cached.clone()),
            None => Self::Other(Box::new(source)),
        }
    }
}

impl Source {
    /// A credential valid now, and if there is none, an error that says where it was looked for.
    pub(crate) async fn credential(&self, clock: &dyn Clock) -> Result<Credential, CredentialError> {
        let (cached, found) = match self {
            Self::Fixed(credential) => return credential.clone()?.check_expiry(|| clock.now()),
            Self::Cached(cached) => (cached, cached.provide().await?),
            #[cfg(feature = "blocking")]
            Self::Blocking(cached) => (cached, no_blocking(cached.provide()).await?),
        };
        found.ok_or_else(|| {
            CredentialError::new(format!(
                "no credentials found in {}; set them, or give the client builder `.credentials(…)`",
                cached.looks_at(),
            ))
        })
    }

    /// Another credential in place of one that the cloud refused, if there is another.
    pub(crate) async fn renew(&self, refused: &Credential) -> Result<Option<Credential>, CredentialError> {
        match self {
            Self::Fixed(_) => Ok(None),
            Self::Cached(cached) => cached.renew(refused).await,
            #[cfg(feature = "blocking")]
            Self::Blocking(cached) => no_blocking(Box::pin(cached.renew(refused))).await,
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
            #[cfg(feature = "blocking")]
            Self::Blocking(cached) => cached.timeout(),
        }
    }
}

/// What a client of this source would sign with.
#[cfg(test)]
pub(super) async fn found(source: impl ProvideCredential) -> Result<Credential, CredentialError> {
    let clock: Arc<dyn Clock> = Arc::new(crate::clock::SystemClock);
    Given::new(source).with_clock(&clock).credential(&*clock).await
}
