//! What the cache knows, and what follows from it. No clock, no waiting.

use std::time::SystemTime;

use super::flight::Flight;
use super::schedule;
use crate::credential::{Credential, CredentialError};

#[derive(Debug, Default)]
pub(super) struct State {
    kept: Option<Kept>,
    pause: Option<Pause>,
    flight: Option<Flight>,
    /// Refreshes in a row that brought nothing.
    failures: u32,
}

/// The latest credential, if it says when it expires.
#[derive(Debug)]
struct Kept {
    credential: Credential,
    came: SystemTime,
    expires_at: SystemTime,
    renew_at: SystemTime,
    /// The cloud doesn't want it.
    refused: bool,
}

/// The time after a refresh that brought nothing new, in which there is no other.
#[derive(Debug)]
struct Pause {
    until: SystemTime,
    /// What the source answered, unless it was a credential.
    answer: Option<Result<Option<Credential>, CredentialError>>,
}

/// What a caller does now.
#[derive(Debug)]
pub(super) enum Verdict {
    Take(Credential),
    /// Take it, and have it renewed meanwhile.
    TakeAndRenew(Credential),
    /// Wait for the refresh that is under way.
    Join(Flight),
    /// Begin a refresh, and wait for it.
    Begin,
    /// The source has just answered this.
    Repeat(Result<Option<Credential>, CredentialError>),
}

impl State {
    pub(super) fn judge(&self, now: SystemTime) -> Verdict {
        let pause = self.pause.as_ref().filter(|pause| schedule::is_pausing(now, pause.until));
        let flight = self.flight.as_ref().filter(|flight| flight.is_aloft(now));
        match self.kept.as_ref().filter(|kept| kept.is_good(now)) {
            Some(kept) if now >= kept.renew_at && flight.is_none() && pause.is_none() => {
                Verdict::TakeAndRenew(kept.credential.clone())
            }
            Some(kept) => Verdict::Take(kept.credential.clone()),
            None => match (flight, pause, self.last_resort(now)) {
                (Some(flight), _, _) => Verdict::Join(flight.clone()),
                (None, Some(_), Some(credential)) => Verdict::Take(credential),
                (None, Some(Pause { answer: Some(answer), .. }), None) => Verdict::Repeat(answer.clone()),
                (None, _, _) => Verdict::Begin,
            },
        }
    }

    /// What to sign with if there is nothing better: it may be refused, but nobody can say so before it is.
    pub(super) fn last_resort(&self, now: SystemTime) -> Option<Credential> {
        self.kept.as_ref().filter(|kept| now < kept.expires_at).map(|kept| kept.credential.clone())
    }

    /// The cloud refused this credential: whoever asks now waits for another.
    pub(super) fn refuse(&mut self, refused: &Credential) {
        if let Some(kept) = self.kept.as_mut().filter(|kept| kept.credential.is_same(refused)) {
            kept.refused = true;
        }
    }

    /// The same, unless it has just come: where new ones are refused, a newer one is no better.
    pub(super) fn give_up(&mut self, refused: &Credential, now: SystemTime) {
        if self.kept.as_ref().is_some_and(|kept| !schedule::is_new(now, kept.came)) {
            self.refuse(refused);
        }
    }

    pub(super) fn take_off(&mut self, flight: Flight) {
        self.flight = Some(flight);
    }

    /// A refresh has ended.
    pub(super) fn settle(
        &mut self,
        answer: &Result<Option<Credential>, CredentialError>,
        now: SystemTime,
        random: u64,
    ) {
        self.flight = None;
        let brought_something = match answer {
            Ok(Some(credential)) => self.keep(credential, now, random),
            Ok(None) | Err(_) => false,
        };
        if brought_something {
            self.pause = None;
            self.failures = 0;
            return;
        }
        self.failures = self.failures.saturating_add(1);
        let pause = schedule::pause(self.failures, random);
        let answer = Some(answer.clone()).filter(|answer| !matches!(answer, Ok(Some(_))));
        self.pause = now.checked_add(pause).map(|until| Pause { until, answer });
    }

    /// Keeps a credential, and says whether that is progress: one that was refused, or has to be renewed at once, is
    /// none. Some sources hand out the same until shortly before its end.
    fn keep(&mut self, credential: &Credential, now: SystemTime, random: u64) -> bool {
        let refused = self.kept.take().is_some_and(|kept| kept.refused && kept.credential.is_same(credential));
        let Some(expires_at) = credential.expires_at() else { return true };
        let renew_at = schedule::renew_at(now, expires_at, random);
        self.kept = Some(Kept { credential: credential.clone(), came: now, expires_at, renew_at, refused });
        !refused && now < renew_at
    }
}

impl Kept {
    fn is_good(&self, now: SystemTime) -> bool {
        !self.refused && self.expires_at.duration_since(now).is_ok_and(|left| left > schedule::SKEW)
    }
}

#[cfg(test)]
mod tests;
