//! Sources of credentials that can't call a blocking client.

use std::borrow::Cow;
use std::fmt;
use std::future::poll_fn;
use std::pin::pin;
use std::time::Duration;

use async_trait::async_trait;

use super::runtime::NoBlocking;
use crate::credential::{Credential, CredentialError, ProvideCredential};

/// A source that is refused to call the client which asks it: the call would wait for the credential, and nobody would get it.
pub(crate) struct Guarded(pub(crate) Box<dyn ProvideCredential>);

#[async_trait]
impl ProvideCredential for Guarded {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let mut answer = pin!(self.0.provide());
        poll_fn(|cx| {
            let _asking = NoBlocking::here();
            answer.as_mut().poll(cx)
        })
        .await
    }

    fn looks_at(&self) -> Cow<'static, str> {
        self.0.looks_at()
    }

    fn timeout(&self) -> Duration {
        self.0.timeout()
    }
}

impl fmt::Debug for Guarded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
