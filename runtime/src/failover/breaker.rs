//! The breaker of one host: pure, of the time that it is told.

use std::time::Duration;

/// When a breaker opens, and for how long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub(super) failures: u32,
    pub(super) pause: Duration,
    pub(super) longest_pause: Duration,
}

/// A host at which something failed. One at which nothing did needs no breaker.
#[derive(Debug)]
pub(super) enum Breaker {
    /// So many attempts in a row have failed.
    Closed { failures: u32 },
    /// It has opened; with its pause over, it is half-open.
    Open(Opening),
}

#[derive(Debug)]
pub(super) struct Opening {
    /// Tells it from those before and after.
    number: u64,
    until: Duration,
    pause: Duration,
    /// Until when an attempt has time that was let through to see whether the host works again. One that is left lying
    /// holds up the others no longer than that.
    probed_until: Option<Duration>,
}

/// As what an attempt was let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ticket {
    /// The breaker was closed.
    Ordinary,
    /// It was half-open, in this opening, and the attempt has time until then.
    Probe { of: u64, until: Duration },
    /// It was open, and so were all others.
    Forced(u64),
}

impl Breaker {
    pub(super) fn lets(&self, now: Duration) -> bool {
        match self {
            Self::Closed { .. } => true,
            Self::Open(opening) => opening.until <= now && opening.probed_until.is_none_or(|until| until <= now),
        }
    }

    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }

    /// When its pause ends; zero for one that has none.
    pub(super) fn until(&self) -> Duration {
        match self {
            Self::Closed { .. } => Duration::ZERO,
            Self::Open(opening) => opening.until,
        }
    }

    /// Lets an attempt through that has so much time left, whatever it would rather do.
    pub(super) fn admit(&mut self, now: Duration, left: Duration) -> Ticket {
        let lets = self.lets(now);
        match self {
            Self::Closed { .. } => Ticket::Ordinary,
            Self::Open(opening) if lets => {
                let until = now.saturating_add(left);
                opening.probed_until = Some(until);
                Ticket::Probe { of: opening.number, until }
            }
            Self::Open(opening) => Ticket::Forced(opening.number),
        }
    }

    /// An attempt failed. Gives the pause, if that opened it, or kept it open; the opening gets this number.
    ///
    /// A forced attempt changes nothing: if it made the pause longer, the more was called, the longer nobody would look.
    pub(super) fn fail(&mut self, ticket: Ticket, rule: &Rule, now: Duration, number: u64) -> Option<Duration> {
        let pause = match (&mut *self, ticket) {
            (Self::Closed { failures }, _) => {
                *failures = failures.saturating_add(1);
                (*failures >= rule.failures).then_some(rule.pause)?
            }
            (Self::Open(opening), ticket) if opening.is_probed_by(ticket) => opening.pause.saturating_mul(2),
            (Self::Open(_), _) => return None,
        };
        let pause = pause.min(rule.longest_pause);
        *self = Self::Open(Opening { number, until: now.saturating_add(pause), pause, probed_until: None });
        Some(pause)
    }

    /// Whether an answer to this attempt shows that the host works. One that was on its way when the breaker opened doesn't.
    pub(super) fn is_closed_by(&self, ticket: Ticket) -> bool {
        match (self, ticket) {
            (Self::Closed { .. }, _) => true,
            (Self::Open(opening), Ticket::Probe { of, .. } | Ticket::Forced(of)) => of == opening.number,
            (Self::Open(_), Ticket::Ordinary) => false,
        }
    }

    /// An attempt was dropped, which says nothing. If it was the probe, another may be.
    pub(super) fn give_back(&mut self, ticket: Ticket) {
        if let Self::Open(opening) = self
            && opening.is_probed_by(ticket)
        {
            opening.probed_until = None;
        }
    }
}

impl Opening {
    /// Whether this is the ticket of its probe, and not of one before it that was left lying.
    fn is_probed_by(&self, ticket: Ticket) -> bool {
        self.probed_until.is_some_and(|until| ticket == Ticket::Probe { of: self.number, until })
    }
}
