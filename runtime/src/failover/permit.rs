//! What lets one attempt go to a host.

use std::sync::atomic::{AtomicBool, Ordering};

use super::Health;
use super::breaker::Ticket;
use super::breakers::Breakers;
use crate::endpoint::Endpoint;

/// One attempt's. Dropped before the attempt is over, it says nothing of the host, unless the deadline drops it.
pub(crate) struct Permit<'a> {
    breakers: &'a Breakers,
    endpoint: Endpoint,
    /// `None` once the breakers know what became of it.
    ticket: Option<Ticket>,
    /// Whether the deadline has struck the call, once its request is on its way. A clock wouldn't tell: a call that is
    /// left lying past its deadline, and dropped, may have been answered in time.
    is_struck: Option<&'a AtomicBool>,
}

impl<'a> Permit<'a> {
    pub(super) fn new(breakers: &'a Breakers, endpoint: Endpoint, ticket: Ticket) -> Self {
        Self { breakers, endpoint, ticket: Some(ticket), is_struck: None }
    }

    pub(crate) fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Whether the host has failed since, so that another may do better. Who knew that it had, goes nevertheless.
    pub(crate) fn is_stale(&self) -> bool {
        self.ticket == Some(Ticket::Ordinary) && self.breakers.is_open(&self.endpoint)
    }

    /// The request goes. It fails by the host if it is dropped when that is true.
    pub(crate) fn begin(&mut self, is_struck: &'a AtomicBool) {
        self.is_struck = Some(is_struck);
    }

    /// The attempt is over.
    pub(crate) fn end(mut self, health: Health) {
        self.tell(health);
    }

    fn tell(&mut self, health: Health) {
        if let Some(ticket) = self.ticket.take() {
            self.breakers.tell(&self.endpoint, ticket, health);
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let is_struck = self.is_struck.is_some_and(|is_struck| is_struck.load(Ordering::Relaxed));
        self.tell(if is_struck { Health::Fails } else { Health::Unknown });
    }
}
