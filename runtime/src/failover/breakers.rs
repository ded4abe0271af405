//! The breakers of all hosts, and which host an attempt goes to.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::alternate::Alternate;
use super::breaker::{Breaker, Rule, Ticket};
use super::home::Home;
use super::permit::Permit;
use super::{Failover, Health};
use crate::clock::Clock;
use crate::endpoint::{Endpoint, EndpointError};

/// What the clones of a client share.
pub(crate) struct Breakers {
    alternates: Vec<Alternate>,
    rule: Rule,
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Of those hosts only at which the latest attempt failed.
    breakers: HashMap<Endpoint, Breaker>,
    /// How often one has opened.
    openings: u64,
}

impl Breakers {
    /// The breakers of a client that is at home there.
    pub(crate) fn new(
        said: Failover,
        mut home: Home<'_>,
        allow_plain_http: bool,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, EndpointError> {
        if said.endpoints.is_empty() {
            return Err(EndpointError::new("failover names no other endpoint: say one, or leave it out".to_owned()));
        }
        let mut alternates = Vec::with_capacity(said.endpoints.len());
        for text in said.endpoints {
            let alternate = Alternate::parse(text, allow_plain_http)?;
            home.check(&alternate.of("service")?)?;
            alternates.push(alternate);
        }
        Ok(Self { alternates, rule: said.rule, clock, state: Mutex::default() })
    }

    pub(crate) fn needs_https(&self) -> bool {
        self.alternates.iter().any(Alternate::is_https)
    }

    /// The hosts for a call to a service that is at home there, in their order.
    pub(crate) fn hosts(
        &self,
        service: &str,
        first: &Endpoint,
        mut home: Home<'_>,
    ) -> Result<Vec<Endpoint>, EndpointError> {
        let mut hosts = vec![first.clone()];
        for alternate in &self.alternates {
            let endpoint = alternate.of(service)?;
            if !hosts.contains(&endpoint) && home.is_for(service, &endpoint) && home.check(&endpoint).is_ok() {
                hosts.push(endpoint);
            }
        }
        Ok(hosts)
    }

    /// Lets an attempt go to one of these hosts: the first whose breaker lets it, of those at which the call has failed least
    /// often; if none does, the one whose pause ends first, of the same. The attempt has so much time left.
    pub(crate) fn choose(&self, hosts: &[Endpoint], failed: &[Endpoint], left: Duration) -> Option<Permit<'_>> {
        let now = self.clock.monotonic();
        let state = &mut *self.lock();
        let endpoint = state.best(hosts, failed, now)?.clone();
        let ticket = state.breakers.get_mut(&endpoint).map_or(Ticket::Ordinary, |breaker| breaker.admit(now, left));
        Some(Permit::new(self, endpoint, ticket))
    }

    /// Where an attempt would go.
    pub(crate) fn peek<'a>(&self, hosts: &'a [Endpoint]) -> Option<&'a Endpoint> {
        self.lock().best(hosts, &[], self.clock.monotonic())
    }

    /// Whether one of these hosts lets an attempt through.
    pub(crate) fn lets(&self, hosts: &[Endpoint], except: &[Endpoint]) -> bool {
        let (state, now) = (self.lock(), self.clock.monotonic());
        hosts.iter().any(|host| !except.contains(host) && state.lets(host, now))
    }

    /// Whether a host's breaker has opened.
    pub(super) fn is_open(&self, host: &Endpoint) -> bool {
        self.lock().breakers.get(host).is_some_and(Breaker::is_open)
    }

    /// What became of an attempt.
    pub(super) fn tell(&self, host: &Endpoint, ticket: Ticket, health: Health) {
        match health {
            Health::Works => self.works(host, ticket),
            Health::Fails => self.fails(host, ticket),
            Health::Unknown => {
                if let Some(breaker) = self.lock().breakers.get_mut(host) {
                    breaker.give_back(ticket);
                }
            }
        }
    }

    fn works(&self, host: &Endpoint, ticket: Ticket) {
        let mut state = self.lock();
        let Some(breaker) = state.breakers.get(host).filter(|breaker| breaker.is_closed_by(ticket)) else { return };
        let was_open = breaker.is_open();
        state.breakers.remove(host);
        drop(state);
        if was_open {
            tracing::info!(host = host.host(), "a host works again");
        }
    }

    fn fails(&self, host: &Endpoint, ticket: Ticket) {
        let now = self.clock.monotonic();
        let mut state = self.lock();
        let number = state.openings + 1;
        let breaker = state.breakers.entry(host.clone()).or_insert(Breaker::Closed { failures: 0 });
        let Some(pause) = breaker.fail(ticket, &self.rule, now, number) else { return };
        state.openings = number;
        drop(state);
        tracing::warn!(host = host.host(), ?pause, "a host fails: others come first");
    }

    #[cfg(test)]
    pub(super) fn lock_is_empty(&self) -> bool {
        self.lock().breakers.is_empty()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn lets(&self, host: &Endpoint, now: Duration) -> bool {
        self.breakers.get(host).is_none_or(|breaker| breaker.lets(now))
    }

    fn best<'a>(&self, hosts: &'a [Endpoint], failed: &[Endpoint], now: Duration) -> Option<&'a Endpoint> {
        hosts.iter().min_by_key(|host| {
            let failures = failed.iter().filter(|other| other == host).count();
            match self.breakers.get(*host) {
                Some(breaker) if !breaker.lets(now) => (true, failures, breaker.until()),
                _ => (false, failures, Duration::ZERO),
            }
        })
    }
}

impl fmt::Debug for Breakers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Breakers").field("alternates", &self.alternates).finish_non_exhaustive()
    }
}
