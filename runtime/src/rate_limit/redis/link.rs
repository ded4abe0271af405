//! The connection to Redis, and for how long it is let alone when that fails.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, RedisError};
use tokio::runtime::Handle;

use super::fault::{Address, Fault};
use super::script::{Answer, Visit};
use crate::clock::Clock;
use crate::timeout::within;

/// After a failure, nobody tries for so long.
const PAUSE: Duration = Duration::from_secs(1);

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
    /// Held by whoever connects.
    connecting: tokio::sync::Mutex<()>,
}

enum State {
    New,
    Up(Connection),
    Down { until: Duration, fault: Fault },
}

/// How it stands with Redis now, for one who wants a connection.
enum Stands {
    Up(Connection),
    /// It failed just now.
    LetAlone(Fault),
    /// Somebody should connect; it failed before, if there is a fault.
    Down(Option<Fault>),
}

/// Connections are numbered, so that nobody throws away a newer one than the one that failed.
#[derive(Clone)]
struct Connection {
    number: u64,
    redis: MultiplexedConnection,
}

/// Why a visit came to nothing.
enum Failure {
    /// The connection broke: over another one it may go well.
    Broken(RedisError),
    /// Redis refuses it, as a server that has become a replica does: the next had better connect anew.
    Refused(RedisError),
    /// Redis doesn't answer.
    Silent,
}

impl Link {
    pub(super) fn new(client: Client, clock: Arc<dyn Clock>, timeout: Duration) -> Self {
        let address = Address::of(client.get_connection_info());
        Self {
            client,
            address,
            clock,
            timeout,
            state: Mutex::new(State::New),
            made: AtomicU64::new(0),
            connecting: tokio::sync::Mutex::default(),
        }
    }

    pub(super) fn address(&self) -> &Address {
        &self.address
    }

    pub(super) fn timeout(&self) -> Duration {
        self.timeout
    }

    /// Makes a visit. If the connection breaks under it, as it does when Redis is restarted, once more over a new one: who
    /// visits twice with one ticket is known.
    pub(super) async fn make(&self, visit: &Visit) -> Result<Answer, Fault> {
        let first = self.connection(0).await?;
        let (number, failure) = match self.over(&first, visit).await {
            Ok(answer) => return Ok(answer),
            Err(Failure::Broken(_)) => {
                let second = self.connection(first.number).await?;
                match self.over(&second, visit).await {
                    Ok(answer) => return Ok(answer),
                    Err(failure) => (second.number, failure),
                }
            }
            Err(failure) => (first.number, failure),
        };
        Err(match failure {
            Failure::Refused(error) => self.lose(number, self.address.fault(error), State::New),
            Failure::Broken(error) => self.give_up(number, self.address.fault(error)),
            Failure::Silent => {
                self.give_up(number, self.address.fault(format_args!("no answer within {:?}", self.timeout)))
            }
        })
    }

    async fn over(&self, connection: &Connection, visit: &Visit) -> Result<Answer, Failure> {
        let mut redis = connection.redis.clone();
        match within(&*self.clock, self.timeout, pin!(visit.make(&mut redis))).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) if error.is_io_error() => Err(Failure::Broken(error)),
            Ok(Err(error)) => Err(Failure::Refused(error)),
            Err(_) => Err(Failure::Silent),
        }
    }

    /// A connection that is newer than this one.
    async fn connection(&self, broken: u64) -> Result<Connection, Fault> {
        let fault = match self.stands(broken) {
            Stands::Up(connection) => return Ok(connection),
            Stands::LetAlone(fault) => return Err(fault),
            Stands::Down(fault) => fault,
        };
        // While one tries whether Redis is back, the others needn't wait for that.
        let _turn = match (self.connecting.try_lock(), fault) {
            (Ok(turn), _) => turn,
            (Err(_), Some(fault)) => return Err(fault),
            (Err(_), None) => self.connecting.lock().await,
        };
        match self.stands(broken) {
            Stands::Up(connection) => Ok(connection),
            Stands::LetAlone(fault) => Err(fault),
            Stands::Down(_) => self.connect().await,
        }
    }

    fn stands(&self, broken: u64) -> Stands {
        let now = self.clock.monotonic();
        match &*self.state() {
            State::Up(connection) if connection.number > broken => Stands::Up(connection.clone()),
            State::Down { until, fault } if now < *until => Stands::LetAlone(fault.clone()),
            State::Down { fault, .. } => Stands::Down(Some(fault.clone())),
            State::New | State::Up(_) => Stands::Down(None),
        }
    }

    async fn connect(&self) -> Result<Connection, Fault> {
        if Handle::try_current().is_err() {
            return Err(self.address.fault("it can only be asked from a runtime of tokio"));
        }
        // The timeout is ours.
        let config = AsyncConnectionConfig::new().set_connection_timeout(None).set_response_timeout(None);
        let connecting = pin!(self.client.get_multiplexed_async_connection_with_config(&config));
        let fault = match within(&*self.clock, self.timeout, connecting).await {
            Ok(Ok(redis)) => {
                let connection = Connection { number: 1 + self.made.fetch_add(1, Ordering::Relaxed), redis };
                tracing::debug!(redis = %self.address, "connected");
                *self.state() = State::Up(connection.clone());
                return Ok(connection);
            }
            Ok(Err(error)) => self.address.fault(error),
            Err(_) => self.address.fault(format_args!("no connection within {:?}", self.timeout)),
        };
        Err(self.give_up(self.made.load(Ordering::Relaxed), fault))
    }

    /// Lets Redis alone for a while.
    fn give_up(&self, number: u64, fault: Fault) -> Fault {
        let until = self.clock.monotonic().saturating_add(PAUSE);
        self.lose(number, fault.clone(), State::Down { until, fault })
    }

    /// Leaves the connection of this number, unless there is a newer one.
    fn lose(&self, number: u64, fault: Fault, next: State) -> Fault {
        tracing::warn!(%fault, "the rate limiter can't ask Redis");
        let mut state = self.state();
        if !matches!(&*state, State::Up(connection) if connection.number > number) {
            *state = next;
        }
        fault
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
