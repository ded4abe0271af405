//! What lets one attempt go to a host.

use super::Health;
use super::breaker::Ticket;
use super::breakers::Breakers;
use crate::endpoint::Endpoint;
use crate::timeout::Deadline;

/// One attempt's. Dropped before the attempt is over, it says nothing of the host, unless the call's time was up by then.
pub(crate) struct Permit<'a> {
    breakers: &'a Breakers,
    endpoint: Endpoint,
    /// `None` once the breakers know what became of it.
    ticket: Option<Ticket>,
    /// The call's, once its request is on its way.
    deadline: Option<Deadline>,
}

impl<'a> Permit<'a> {
    pub(super) fn new(breakers: &'a Breakers, endpoint: Endpoint, ticket: Ticket) -> Self {
        Self { breakers, endpoint, ticket: Some(ticket), deadline: None }
    }

    pub(crate) fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Whether the host has failed since, so that another may do better. Who knew that it had, goes nevertheless.
    pub(crate) fn is_stale(&self) -> bool {
        self.ticket == Some(Ticket::Ordinary) && self.breakers.is_open(&self.endpoint)
    }

    /// The request goes.
    pub(crate) fn begin(&mut self, deadline: Deadline) {
        self.deadline = Some(deadline);
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
        let is_late = self.deadline.is_some_and(|deadline| deadline.left(&*self.breakers.clock).is_zero());
        self.tell(if is_late { Health::Fails } else { Health::Unknown });
    }
}
