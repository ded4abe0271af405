//! The connection to Redis, and for how long it is let alone when that fails.

mod state;

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use redis::{AsyncConnectionConfig, Client, RedisError};
use tokio::runtime::Handle;
use tracing::instrument::WithSubscriber;

use self::state::{Connection, Landing, Stands, State};
use super::fault::{Address, Fault};
use super::script::{Answer, Visit};
use crate::clock::Clock;
use crate::timeout::within;

/// One connection, which all requests of this process share, and which is made when it is first needed.
pub(super) struct Link {
    client: Client,
    address: Address,
    clock: Arc<dyn Clock>,
    /// For connecting, and for each visit.
    timeout: Duration,
    state: Mutex<State>,
    /// How many connections there have been.
    made: AtomicU64,
}

/// Why a visit came to nothing.
enum Failure {
    /// The connection broke, or Redis refuses, as a server does that has become a replica: over another connection it may
    /// go well.
    Failed(RedisError),
    /// Redis doesn't answer.
    Silent,
}

impl Link {
    pub(super) fn new(client: Client, clock: Arc<dyn Clock>, timeout: Duration) -> Self {
        let address = Address::of(client.get_connection_info());
        Self { client, address, clock, timeout, state: Mutex::default(), made: AtomicU64::new(0) }
    }

    pub(super) fn address(&self) -> &Address {
        &self.address
    }

    pub(super) fn timeout(&self) -> Duration {
        self.timeout
    }

    /// Makes a visit. If it fails, as it does when Redis is restarted, once more over a new connection: who visits twice with
    /// one ticket is known.
    pub(super) async fn make(self: &Arc<Self>, visit: &Visit) -> Result<Answer, Fault> {
        let first = self.connection(0).await?;
        match self.over(&first, visit).await {
            Ok(answer) => return Ok(answer),
            Err(Failure::Failed(_)) => {}
            Err(failure) => return Err(self.give_up(first.number, self.fault(failure))),
        }
        let second = self.connection(first.number).await?;
        self.over(&second, visit).await.map_err(|failure| self.give_up(second.number, self.fault(failure)))
    }

    async fn over(&self, connection: &Connection, visit: &Visit) -> Result<Answer, Failure> {
        let mut redis = connection.redis.clone();
        match within(&*self.clock, self.timeout, pin!(visit.make(&mut redis))).await {
            Ok(outcome) => outcome.map_err(Failure::Failed),
            Err(_) => Err(Failure::Silent),
        }
    }

    fn fault(&self, failure: Failure) -> Fault {
        match failure {
            Failure::Failed(error) => self.address.fault(error),
            Failure::Silent => self.address.fault(format_args!("no answer within {:?}", self.timeout)),
        }
    }

    /// A connection that is newer than this one.
    async fn connection(self: &Arc<Self>, broken: u64) -> Result<Connection, Fault> {
        // An attempt that somebody else began ends with his runtime. One that we began doesn't, or nothing will do.
        for _ in 0..2 {
            let attempt = match self.stands(broken) {
                Stands::Up(connection) => return Ok(connection),
                Stands::LetAlone(fault) => return Err(fault),
                Stands::Wait(attempt) => attempt,
                Stands::Begin(landing, attempt) => {
                    self.begin(broken, landing)?;
                    attempt
                }
            };
            match within(&*self.clock, self.timeout, pin!(attempt.outcome())).await {
                Ok(Some(outcome)) => return outcome,
                Ok(None) => {}
                Err(_) => return Err(self.give_up(broken, self.unconnected())),
            }
        }
        Err(self.give_up(broken, self.address.fault("connecting came to no end: its runtime has ended")))
    }

    fn stands(&self, broken: u64) -> Stands {
        let now = self.clock.monotonic();
        self.state().stands(broken, now, self.timeout)
    }

    /// Connects in a task: a call that is left lying would hold up all the others.
    fn begin(self: &Arc<Self>, broken: u64, landing: Landing) -> Result<(), Fault> {
        let Ok(runtime) = Handle::try_current() else {
            return Err(self.address.fault("it can only be asked from a runtime of tokio"));
        };
        let link = Arc::clone(self);
        let connecting = async move { landing.land(link.connect(broken).await) };
        runtime.spawn(connecting.with_current_subscriber());
        Ok(())
    }

    async fn connect(&self, broken: u64) -> Result<Connection, Fault> {
        // The timeout is ours.
        let config = AsyncConnectionConfig::new().set_connection_timeout(None).set_response_timeout(None);
        let connecting = pin!(self.client.get_multiplexed_async_connection_with_config(&config));
        let fault = match within(&*self.clock, self.timeout, connecting).await {
            Ok(Ok(redis)) => {
                let connection = Connection { number: 1 + self.made.fetch_add(1, Ordering::Relaxed), redis };
                self.state().connected(connection.clone());
                tracing::debug!(redis = %self.address, "connected");
                return Ok(connection);
            }
            Ok(Err(error)) => self.address.fault(error),
            Err(_) => self.unconnected(),
        };
        Err(self.give_up(broken, fault))
    }

    fn unconnected(&self) -> Fault {
        self.address.fault(format_args!("no connection within {:?}", self.timeout))
    }

    /// Lets Redis alone for a while because the connection of this number failed, or because there is no newer one. Many may
    /// find that at once, of whom one tells.
    fn give_up(&self, number: u64, fault: Fault) -> Fault {
        let now = self.clock.monotonic();
        let is_news = self.state().give_up(number, now, &fault);
        if is_news {
            tracing::warn!(%fault, "the rate limiter can't ask Redis");
        }
        fault
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
