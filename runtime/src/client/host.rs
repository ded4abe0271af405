//! The host of an attempt: the one that the call is for, or another that stands in for it.

use super::run::Run;
use super::{Inner, Route};
use crate::call::{Options, PreparedCall};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::failover::{Breakers, Health, Home, Permit};
use crate::stream::Answer;

/// Where one attempt goes. To be told what becomes of it, if there are other hosts.
pub(super) struct Host<'a> {
    pub(super) endpoint: Endpoint,
    pub(super) is_first: bool,
    /// Boxed: most clients have no other hosts, and each attempt would be larger by it.
    pub(super) permit: Option<Box<Permit<'a>>>,
}

/// Where a call may go, and which of it works.
struct Hosts<'a> {
    breakers: &'a Breakers,
    /// More than one.
    endpoints: Vec<Endpoint>,
}

impl Inner {
    fn first(&self, call: &PreparedCall) -> Result<Endpoint, Error> {
        self.route.endpoint(&call.target.service, &call.options).map_err(Error::config)
    }

    /// The hosts of a call, if others than this first one are open to it: not if it was told where to go.
    fn hosts(&self, call: &PreparedCall, first: &Endpoint) -> Result<Option<Hosts<'_>>, Error> {
        let Some(breakers) = self.failover.as_ref().filter(|_| call.options.endpoint.is_none()) else {
            return Ok(None);
        };
        let home = self.route.home(first, &call.options);
        let endpoints = breakers.hosts(&call.target.service, first, home).map_err(Error::config)?;
        Ok((endpoints.len() > 1).then_some(Hosts { breakers, endpoints }))
    }

    /// Where a call would go now.
    pub(super) fn likely_endpoint(&self, call: &PreparedCall) -> Result<Endpoint, Error> {
        let first = self.first(call)?;
        let likely = self.hosts(call, &first)?.and_then(|hosts| hosts.breakers.peek(&hosts.endpoints).cloned());
        Ok(likely.unwrap_or(first))
    }
}

impl Route {
    pub(super) fn home<'a>(&'a self, first: &'a Endpoint, options: &'a Options) -> Home<'a> {
        let domain = options.domain.unwrap_or(self.domain);
        Home::new(first, self.site(options), self.region(options), domain)
    }
}

impl<'a> Run<'a> {
    /// Chooses the host of an attempt.
    pub(super) fn host(&self) -> Result<Host<'a>, Error> {
        let inner = self.inner();
        let first = inner.first(self.call)?;
        let hosts = inner.hosts(self.call, &first)?;
        let permit =
            hosts.and_then(|hosts| hosts.breakers.choose(&hosts.endpoints, &self.failed_hosts(), self.time_left()));
        let Some(permit) = permit else { return Ok(Host { is_first: true, endpoint: first, permit: None }) };
        let endpoint = permit.endpoint().clone();
        Ok(Host { is_first: endpoint == first, endpoint, permit: Some(Box::new(permit)) })
    }

    /// Another host in place of one that failed others in the meantime, if there is one that may be better.
    pub(super) fn detour(&self, host: &Host<'a>) -> Result<Option<Host<'a>>, Error> {
        let is_stale = host.permit.as_ref().is_some_and(|permit| permit.is_stale());
        if is_stale && self.has_fresh_host()? { self.host().map(Some) } else { Ok(None) }
    }

    /// Whether there is a host that works as far as we know, and at which this call hasn't failed.
    pub(super) fn has_fresh_host(&self) -> Result<bool, Error> {
        let inner = self.inner();
        let hosts = inner.hosts(self.call, &inner.first(self.call)?)?;
        Ok(hosts.is_some_and(|hosts| hosts.breakers.lets(&hosts.endpoints, &self.failed_hosts())))
    }

    /// The request goes there.
    pub(super) fn go<'r>(&'r self, is_first: bool, permit: Option<&mut Permit<'r>>) {
        if let Some(permit) = permit {
            permit.begin(self.progress.is_struck());
        }
        if !is_first {
            self.inner().counters.failed_over();
        }
    }

    /// What came of it.
    pub(super) fn arrive(&self, host: Host<'_>, outcome: &Result<Answer, Error>) {
        let Some(permit) = host.permit else { return };
        let health = outcome.as_ref().map_or_else(Error::health, |_| Health::Works);
        if health == Health::Fails {
            self.failed_hosts().push(host.endpoint);
        }
        permit.end(health);
    }
}
