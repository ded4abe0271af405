//! What sources reach the world through.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;

use super::{Credential, CredentialError, ProvideCredential};
use crate::client::Client;
use crate::clock::{Clock, SystemClock};
use crate::endpoint::Site;
use crate::env::Env;
use crate::transport::{Connections, HttpTransport, Transport};

/// What a client lends to its sources, or a source has of its own.
#[derive(Clone)]
pub(crate) struct Access {
    pub(crate) env: Env,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    /// If `None`, it is what the environment says.
    pub(crate) site: Option<Site>,
}

impl Default for Access {
    fn default() -> Self {
        Self {
            env: Env::default(),
            transport: Arc::new(HttpTransport::new(Connections::from(Env::default()))),
            clock: Arc::new(SystemClock),
            site: None,
        }
    }
}

impl Access {
    /// A client for unsigned calls in a region.
    pub(super) fn unsigned(&self, region: String) -> Result<Client, CredentialError> {
        let client = Client::builder().without_env().credentials(Nobody).site(self.site()?).region(region);
        let client = client.shared_transport(&self.transport).shared_clock(&self.clock);
        client.build().map_err(CredentialError::new)
    }

    fn site(&self) -> Result<Site, CredentialError> {
        match (self.site, self.env.var("TENCENTCLOUD_SITE")?) {
            (Some(site), _) => Ok(site),
            (None, Some(text)) => text.parse().map_err(CredentialError::new),
            (None, None) => Ok(Site::default()),
        }
    }
}

impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access").field("env", &self.env).field("site", &self.site).finish_non_exhaustive()
    }
}

/// Has no credential: such a client calls unsigned actions only.
#[derive(Debug)]
struct Nobody;

#[async_trait]
impl ProvideCredential for Nobody {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        Ok(None)
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "nothing: this client makes calls that need none".into()
    }
}
