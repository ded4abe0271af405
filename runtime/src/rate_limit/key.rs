//! What requests are counted by.

use std::borrow::Cow;
use std::sync::Arc;

use crate::call::Target;

/// What requests are counted by: requests with equal keys share a limit.
///
/// The vendor counts for each action, access region and sub-account (product/1278/109059). The access region is where the
/// request goes in, that is, the host; the region that it asks for doesn't count. The account is known by its secret id,
/// so the keys of one account count apart here, as does a temporary key after its renewal. Service and version say which
/// action is meant. A clone is cheap.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RateKey {
    parts: Arc<Parts>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Parts {
    target: Target,
    host: String,
    account: Option<String>,
}

impl RateKey {
    /// The key of unsigned requests to an action at a host. A client makes its keys itself; this is for tests of a limiter.
    ///
    /// ```
    /// use tencent_action::RateKey;
    ///
    /// let key = RateKey::new("vod", "2018-07-17", "ManageTask", "vod.tencentcloudapi.com").with_account("AKID");
    /// assert_eq!((key.action(), key.account()), ("ManageTask", Some("AKID")));
    /// ```
    pub fn new(
        service: impl Into<String>,
        version: impl Into<String>,
        action: impl Into<String>,
        host: impl Into<String>,
    ) -> Self {
        let target = Target {
            service: Cow::Owned(service.into()),
            version: Cow::Owned(version.into()),
            action: Cow::Owned(action.into()),
        };
        Self { parts: Arc::new(Parts { target, host: host.into(), account: None }) }
    }

    /// The same key, of this account.
    #[must_use]
    pub fn with_account(mut self, secret_id: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.parts).account = Some(secret_id.into());
        self
    }

    pub(super) fn of(target: &Target, host: &str, account: Option<&str>) -> Self {
        let account = account.map(str::to_owned);
        Self { parts: Arc::new(Parts { target: target.clone(), host: host.to_owned(), account }) }
    }

    /// The service: `vod`.
    pub fn service(&self) -> &str {
        &self.parts.target.service
    }

    /// The version of its API: `2018-07-17`.
    pub fn version(&self) -> &str {
        &self.parts.target.version
    }

    /// The action: `ManageTask`.
    pub fn action(&self) -> &str {
        &self.parts.target.action
    }

    /// The host that the request goes to, with a port if it isn't the scheme's: `vod.tencentcloudapi.com`.
    pub fn host(&self) -> &str {
        &self.parts.host
    }

    /// The secret id of the credential that signs, `None` for an unsigned request.
    pub fn account(&self) -> Option<&str> {
        self.parts.account.as_deref()
    }
}
