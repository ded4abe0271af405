//! One credential for many callers: kept while it is good, renewed ahead of its end.

mod shared;
mod flight;
mod schedule;
mod state;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

use self::shared::Cache;
use super::{Credential, CredentialError, ProvideCredential};
use crate::clock::{Clock, SystemClock};

/// Keeps what another source gives, for as long as it is good.
///
/// Each client has one around its source, so there is no need to make one, but to share it: a clone is the same cache, and
/// clients that are given clones use it as theirs.
///
/// # What it does
///
/// - A credential that says when it [expires](Credential::with_expiry) is kept. One that doesn't is asked for again each
///   time: a file or a variable costs little, and may change.
/// - It is renewed ahead of its end, by a tenth of the time that it was good for when it came: one minute at least and five
///   at most, a part of which is left to chance. The call that notices goes on with what is there; the refresh runs
///   beside it.
/// - There is one refresh at a time. Where nothing good is kept, all callers wait for it and share what it brings, be it
///   an error. A caller that gives up doesn't end it for the others.
/// - A refresh that fails costs no call as long as the credential kept is good. In its last 30 seconds, which clocks that
///   differ may make fewer, callers wait for a refresh first, and take it nevertheless if there is no other.
/// - After a refresh that failed, the source is let alone for a second, then two, up to thirty. Until then its error stands
///   for callers that have nothing else.
/// - A source that takes longer than its [time](ProvideCredential::timeout) is given up.
/// - A temporary key that the cloud refuses is renewed once, and the call is sent again with the new one: such a call was
///   stopped at the gate, so it can't run twice. If the source gives the same again, the refusal stands. It is sent
///   as long as the [budget](crate::RetryPolicy) for trying again pays for it; after that, a refused key is left to the
///   calls that come later, once it has been in use for half a minute. The cache is told behind a `Box` or an `Arc`, too; a
///   source of your own that asks a cache hides it.
///
/// A refresh that takes time is a task of the tokio runtime that the call runs in. Outside of one, it belongs to its caller,
/// and nobody asks ahead.
///
/// # Example
///
/// ```
/// use tencent_action::{CachedCredentials, Client, CvmRoleCredentials, Site};
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// let role = CachedCredentials::new(CvmRoleCredentials::new());
/// let here = Client::builder().credentials(role.clone()).region("ap-guangzhou").build()?;
/// let there = Client::builder().credentials(role).region("ap-singapore").build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct CachedCredentials {
    cache: Arc<Cache>,
}

impl CachedCredentials {
    /// Keeps what this source gives.
    pub fn new(source: impl ProvideCredential) -> Self {
        Self::with_clock(source, SystemClock)
    }

    /// The same, by this clock and not by the system's.
    pub fn with_clock(source: impl ProvideCredential, clock: impl Clock) -> Self {
        Self::shared(Box::new(source), Arc::new(clock))
    }

    pub(super) fn shared(source: Box<dyn ProvideCredential>, clock: Arc<dyn Clock>) -> Self {
        Self { cache: Arc::new(Cache::new(source, clock)) }
    }

    /// Another credential in place of one that the cloud refused; `None` if the source has no other.
    pub(super) async fn renew(&self, refused: &Credential) -> Result<Option<Credential>, CredentialError> {
        self.cache.refuse(refused);
        Ok(self.cache.latest().await?.filter(|latest| !latest.is_same(refused)))
    }

    /// Has later calls ask for another credential in place of one that the cloud refused, unless it is new.
    pub(super) fn give_up(&self, refused: &Credential) {
        self.cache.give_up(refused);
    }
}

#[async_trait]
impl ProvideCredential for CachedCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        match self.cache.latest().await {
            Ok(Some(credential)) => Ok(Some(credential)),
            answer => match self.cache.last_resort() {
                Some(credential) => Ok(Some(credential)),
                None => answer,
            },
        }
    }

    fn looks_at(&self) -> Cow<'static, str> {
        self.cache.source().looks_at()
    }

    fn timeout(&self) -> Duration {
        self.cache.source().timeout()
    }

    fn as_cached(&self) -> Option<&CachedCredentials> {
        Some(self)
    }
}

/// Shows the source, and not what it gave.
impl fmt::Debug for CachedCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CachedCredentials").field(self.cache.source()).finish()
    }
}
