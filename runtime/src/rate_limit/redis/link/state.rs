//! What is known of the connection to Redis, and what follows from it. No clock, no waiting.

use std::time::Duration;

use redis::aio::MultiplexedConnection;
use tokio::sync::watch;

use crate::rate_limit::redis::fault::Fault;

/// After a failure, nobody tries for so long.
const PAUSE: Duration = Duration::from_secs(1);

#[derive(Default)]
pub(super) struct State {
    way: Way,
    /// The latest attempt to connect.
    attempt: Option<Attempt>,
}

#[derive(Default)]
enum Way {
    #[default]
    New,
    Up(Connection),
    Down {
        until: Duration,
        fault: Fault,
    },
}

/// Connections are numbered, so that nobody throws away a newer one than the one that failed.
#[derive(Clone)]
pub(super) struct Connection {
    pub(super) number: u64,
    pub(super) redis: MultiplexedConnection,
}

/// An attempt to connect, seen by whoever waits for it.
#[derive(Clone)]
pub(super) struct Attempt {
    outcome: watch::Receiver<Option<Result<Connection, Fault>>>,
    /// When it is over at the latest, unless it is a task of a runtime that stands still.
    until: Duration,
}

/// The end of an attempt that is under way.
pub(super) struct Landing(watch::Sender<Option<Result<Connection, Fault>>>);

/// How it stands with Redis now, for one who wants a connection.
pub(super) enum Stands {
    Up(Connection),
    /// It failed just now, or did before and somebody tries whether it is back.
    LetAlone(Fault),
    /// Somebody connects.
    Wait(Attempt),
    /// Connect, for all who wait.
    Begin(Landing, Attempt),
}

impl State {
    /// For one who wants a connection that is newer than this, and may have to connect, for which there is this time.
    pub(super) fn stands(&mut self, broken: u64, now: Duration, timeout: Duration) -> Stands {
        let under_way = self.attempt.as_ref().filter(|attempt| attempt.is_under_way(now));
        match (&self.way, under_way) {
            (Way::Up(connection), _) if connection.number > broken => Stands::Up(connection.clone()),
            (Way::Down { until, fault }, _) if now < *until => Stands::LetAlone(fault.clone()),
            // While one tries whether Redis is back, the others needn't wait for that.
            (Way::Down { fault, .. }, Some(_)) => Stands::LetAlone(fault.clone()),
            (_, Some(attempt)) => Stands::Wait(attempt.clone()),
            (_, None) => {
                let (sender, outcome) = watch::channel(None);
                let attempt = self.attempt.insert(Attempt { outcome, until: now.saturating_add(timeout) });
                Stands::Begin(Landing(sender), attempt.clone())
            }
        }
    }

    pub(super) fn connected(&mut self, connection: Connection) {
        self.way = Way::Up(connection);
    }

    /// Lets Redis alone, unless there is a connection newer than this one. Whether that is news.
    pub(super) fn give_up(&mut self, number: u64, now: Duration, fault: &Fault) -> bool {
        let is_news = match &self.way {
            Way::New => true,
            Way::Up(connection) => connection.number <= number,
            Way::Down { until, .. } => now >= *until,
        };
        if is_news {
            self.way = Way::Down { until: now.saturating_add(PAUSE), fault: fault.clone() };
        }
        is_news
    }
}

impl Attempt {
    fn is_under_way(&self, now: Duration) -> bool {
        now < self.until && self.outcome.borrow().is_none() && self.outcome.has_changed().is_ok()
    }

    /// What comes of it; `None` if nothing ever will, as a runtime that ends drops what it runs.
    pub(super) async fn outcome(mut self) -> Option<Result<Connection, Fault>> {
        self.outcome.wait_for(Option::is_some).await.ok()?.clone()
    }
}

impl Landing {
    /// Nobody may be waiting any more, which is their right.
    pub(super) fn land(self, outcome: Result<Connection, Fault>) {
        drop(self.0.send(Some(outcome)));
    }
}
