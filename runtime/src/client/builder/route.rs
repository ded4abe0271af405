//! Where calls go: what the program says of it, and what the environment says.

use super::ClientBuilder;
use super::settings::{check_region, or_var, text_or_var};
use crate::client::route::Route;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::memo::Memo;

impl ClientBuilder {
    pub(super) fn route(&self) -> Result<Route, Error> {
        let env = &self.env;
        let site = or_var(self.site, env, "TENCENTCLOUD_SITE", str::parse)?.unwrap_or_default();
        let region = text_or_var(self.region.as_deref(), env, "TENCENTCLOUD_REGION", |text| {
            check_region(text).map(|()| text.to_owned())
        })?;
        let endpoint = text_or_var(self.endpoint.as_deref(), env, "TENCENTCLOUD_ENDPOINT", |text| {
            let endpoint = Endpoint::parse(text)?;
            endpoint.check_plain_http(self.allow_plain_http).map(|()| endpoint)
        })?;
        let Self { domain, regional_host, allow_plain_http, .. } = *self;
        Ok(Route { site, domain, region, regional_host, endpoint, allow_plain_http, hosts: Memo::default() })
    }
}

impl Route {
    /// Whether calls go by https, unless one is told otherwise.
    pub(super) fn is_https(&self) -> bool {
        self.endpoint.as_ref().is_none_or(Endpoint::is_https)
    }
}
