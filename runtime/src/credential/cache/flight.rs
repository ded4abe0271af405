//! A refresh under way, and those who wait for it.

use std::pin::pin;
use std::time::{Duration, SystemTime};

use tokio::sync::watch;

use crate::clock::Clock;
use crate::credential::{Credential, CredentialError};
use crate::timeout::within;

/// How much longer than a source may take it may take to hear of it.
const GRACE: Duration = Duration::from_secs(1);

/// One refresh, seen by whoever waits for it. A clone waits for the same.
#[derive(Debug, Clone)]
pub(super) struct Flight {
    answer: watch::Receiver<Option<Result<Option<Credential>, CredentialError>>>,
    begun: SystemTime,
    /// How long it can be under way.
    longest: Duration,
}

/// The end of a flight that is in the air.
#[derive(Debug)]
pub(super) struct Landing(watch::Sender<Option<Result<Option<Credential>, CredentialError>>>);

impl Flight {
    /// Begins one, of a source that may take this long.
    pub(super) fn begin(now: SystemTime, timeout: Duration) -> (Landing, Self) {
        let (sender, answer) = watch::channel(None);
        (Landing(sender), Self { answer, begun: now, longest: timeout.saturating_add(GRACE) })
    }

    /// Whether it will still land, as far as can be told. A runtime that ends drops what it runs, and a source may panic;
    /// and a runtime that nobody drives, as one that is left after each call, runs nothing.
    pub(super) fn is_aloft(&self, now: SystemTime) -> bool {
        let is_in_time = now.duration_since(self.begun).is_ok_and(|since| since <= self.longest);
        is_in_time && self.answer.has_changed().is_ok()
    }

    /// Waits for the answer; `None` if there will never be one.
    pub(super) async fn answer(mut self, clock: &dyn Clock) -> Option<Result<Option<Credential>, CredentialError>> {
        let answer = within(clock, self.longest, pin!(self.answer.wait_for(Option::is_some))).await.ok()?;
        answer.ok()?.clone()
    }
}

impl Landing {
    /// Nobody may be waiting any more, which is their right.
    pub(super) fn land(self, answer: Result<Option<Credential>, CredentialError>) {
        drop(self.0.send(Some(answer)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;
    const TIMEOUT: Duration = Duration::from_secs(10);

    #[tokio::test(start_paused = true)]
    async fn all_who_wait_get_the_answer_and_those_who_wait_for_nothing_are_told() {
        let (landing, flight) = Flight::begin(NOW, TIMEOUT);
        assert!(flight.is_aloft(NOW));
        landing.land(Err(CredentialError::new("no")));
        for flight in [flight.clone(), flight] {
            assert_eq!(flight.answer(&SystemClock).await.unwrap().unwrap_err().to_string(), "no");
        }

        let (landing, flight) = Flight::begin(NOW, TIMEOUT);
        drop(landing);
        assert!(!flight.is_aloft(NOW) && flight.answer(&SystemClock).await.is_none());
    }

    #[tokio::test(start_paused = true)]
    async fn one_that_nobody_drives_is_given_up() {
        let (_landing, flight) = Flight::begin(NOW, TIMEOUT);
        assert!(flight.is_aloft(NOW + TIMEOUT) && !flight.is_aloft(NOW + TIMEOUT * 2));
        // The clock was set back.
        assert!(!flight.is_aloft(NOW - TIMEOUT));
        assert!(flight.answer(&SystemClock).await.is_none());
    }
}
