//! What a client is told of other hosts.

use std::sync::Arc;

use super::ClientBuilder;
use crate::call::Options;
use crate::client::Route;
use crate::clock::Clock;
use crate::error::Error;
use crate::failover::{Breakers, Failover};

impl ClientBuilder {
    /// Goes to other hosts when one fails. Without it, a client goes to one and no other.
    ///
    /// A host that is of another site, another region or another finance zone than the client is an error of
    /// [`build`](Self::build). [`guide::failover`](crate::guide::failover) tells how to choose them.
    pub fn failover(mut self, failover: Failover) -> Self {
        self.failover = Some(failover);
        self
    }
}

/// What was said, checked against where calls go that are told nothing else. Which service they are for makes no difference.
pub(super) fn decide(said: Option<Failover>, route: &Route, clock: &Arc<dyn Clock>) -> Result<Option<Breakers>, Error> {
    let Some(said) = said else { return Ok(None) };
    let options = Options::default();
    let first = route.endpoint("service", &options).map_err(Error::config)?;
    let home = route.home(&first, &options);
    Breakers::new(said, home, route.allow_plain_http, Arc::clone(clock)).map(Some).map_err(Error::config)
}
