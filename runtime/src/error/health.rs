//! What an error says about the host.

use super::{Error, Kind};
use crate::failover::Health;

impl Error {
    /// Whether the host that an attempt went to works, as far as the error of the attempt tells.
    pub(crate) fn health(&self) -> Health {
        match &self.inner.kind {
            // The request itself is at fault.
            Kind::Transport(error) if error.is_permanent() => Health::Unknown,
            Kind::Transport(_) | Kind::Attempt { .. } => Health::Fails,
            Kind::Response(error) => error.health(),
            Kind::Config(_) | Kind::Credential(_) | Kind::Payload(_) | Kind::RateLimit { .. }
            // It struck the call, whose attempt was dropped, and has been told.
            | Kind::Deadline(_) => Health::Unknown,
        }
    }
}
