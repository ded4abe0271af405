//! The host of an attempt: the one that the call is for, or another that stands in for it.

use super::run::Run;
use super::{Inner, Route};
use crate::call::{Options, PreparedCall};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::failover::{Board, Health, Home, Pass};
use crate::stream::Answer;

/// Where one attempt goes. To be told what becomes of it, if there are other hosts.
pub(super) struct Way<'a> {
    pub(super) endpoint: Endpoint,
    pub(super) is_first: bool,
    /// Boxed: most clients have no other hosts, and each attempt would be larger by it.
    pub(super) pass: Option<Box<Pass<'a>>>,
}

/// Where a call may go, and which of it works.
struct Ways<'a> {
    board: &'a Board,
    /// More than one.
    hosts: Vec<Endpoint>,
}

impl Inner {
    fn first(&self, call: &PreparedCall) -> Result<Endpoint, Error> {
        self.route.endpoint(&call.target.service, &call.options).map_err(Error::config)
    }

    /// The ways of a call, if others than this first one are open to it: not if it was told where to go.
    fn ways(&self, call: &PreparedCall, first: &Endpoint) -> Result<Option<Ways<'_>>, Error> {
        let Some(board) = self.failover.as_ref().filter(|_| call.options.endpoint.is_none()) else { return Ok(None) };
        let home = self.route.home(first, &call.options);
        let hosts = board.hosts(&call.target.service, first, home).map_err(Error::config)?;
        Ok((hosts.len() > 1).then_some(Ways { board, hosts }))
    }

    /// Where a call would go now.
    pub(super) fn likely_endpoint(&self, call: &PreparedCall) -> Result<Endpoint, Error> {
        let first = self.first(call)?;
        let likely = self.ways(call, &first)?.and_then(|ways| ways.board.peek(&ways.hosts).cloned());
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
    /// Chooses the way of an attempt.
    pub(super) fn way(&self) -> Result<Way<'a>, Error> {
        let inner = self.inner();
        let first = inner.first(self.call)?;
        let ways = inner.ways(self.call, &first)?;
        let pass = ways.and_then(|ways| ways.board.choose(&ways.hosts, &self.failed_hosts()));
        let Some(pass) = pass else { return Ok(Way { is_first: true, endpoint: first, pass: None }) };
        let endpoint = pass.endpoint().clone();
        Ok(Way { is_first: endpoint == first, endpoint, pass: Some(Box::new(pass)) })
    }

    /// Another way in place of one whose host failed others in the meantime, if there is one that may be better.
    pub(super) fn detour(&self, way: &Way<'a>) -> Result<Option<Way<'a>>, Error> {
        let is_stale = way.pass.as_ref().is_some_and(|pass| pass.is_stale());
        if is_stale && self.has_fresh_host()? { self.way().map(Some) } else { Ok(None) }
    }

    /// Whether there is a host that works as far as we know, and at which this call hasn't failed.
    pub(super) fn has_fresh_host(&self) -> Result<bool, Error> {
        let inner = self.inner();
        let ways = inner.ways(self.call, &inner.first(self.call)?)?;
        Ok(ways.is_some_and(|ways| ways.board.lets(&ways.hosts, &self.failed_hosts())))
    }

    /// The request goes that way.
    pub(super) fn go(&self, is_first: bool, pass: Option<&mut Pass<'_>>) {
        if let Some(pass) = pass {
            pass.begin(self.deadline);
        }
        if !is_first {
            self.inner().counters.failed_over();
        }
    }

    /// What came of it.
    pub(super) fn arrive(&self, way: Way<'_>, outcome: &Result<Answer, Error>) {
        let Some(pass) = way.pass else { return };
        let health = outcome.as_ref().map_or_else(Error::health, |_| Health::Works);
        if health == Health::Fails {
            self.failed_hosts().push(way.endpoint);
        }
        pass.end(health);
    }
}
