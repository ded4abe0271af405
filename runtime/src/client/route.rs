//! Where calls go, as a client has it.

use crate::call::Options;
use crate::endpoint::{Domain, Endpoint, EndpointError, Site};
use crate::memo::Memo;

#[derive(Debug)]
pub(super) struct Route {
    pub(super) site: Site,
    pub(super) domain: Domain,
    pub(super) region: Option<String>,
    pub(super) regional_host: bool,
    /// Known not to be plain http to another machine, unless that is allowed.
    pub(super) endpoint: Option<Endpoint>,
    pub(super) allow_plain_http: bool,
    pub(super) hosts: Memo<Host>,
}

/// The host of a service in a region and a domain. To find it again takes a tenth of writing and reading it.
pub(super) struct Host {
    domain: Domain,
    region: Option<String>,
    endpoint: Endpoint,
}

impl Route {
    pub(super) fn region<'a>(&'a self, options: &'a Options) -> Option<&'a str> {
        options.region.as_deref().or(self.region.as_deref())
    }

    pub(super) fn endpoint(&self, service: &str, options: &Options) -> Result<Endpoint, EndpointError> {
        if let Some(endpoint) = &options.endpoint {
            endpoint.check_plain_http(self.allow_plain_http)?;
            return Ok(endpoint.clone());
        }
        match &self.endpoint {
            Some(endpoint) => Ok(endpoint.clone()),
            None => self.host(service, options.domain.unwrap_or(self.domain), self.region(options)),
        }
    }

    fn host(&self, service: &str, domain: Domain, region: Option<&str>) -> Result<Endpoint, EndpointError> {
        let is_it = |host: &Host| host.domain == domain && host.region.as_deref() == region;
        let host = self.hosts.find_or(service, is_it, || {
            let endpoint = Endpoint::of(service, self.site, domain, region, self.regional_host)?;
            Ok(Host { domain, region: region.map(str::to_owned), endpoint })
        });
        host.map(|host| host.endpoint.clone())
    }

    /// The site, if it chose the host.
    pub(super) fn site(&self, options: &Options) -> Option<Site> {
        let is_set = options.endpoint.is_some() || self.endpoint.is_some();
        (!is_set).then_some(self.site)
    }
}
