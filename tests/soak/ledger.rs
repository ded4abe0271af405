//! What the cloud saw of each call, and what its caller was told.

use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

use tencent_action::Error;
use tencent_action::fake::Received;

use crate::actions::is_idempotent;
use crate::faults::Kinds;

/// All calls, with room made before the first of them: what grows later is a leak.
pub(crate) struct Ledger {
    calls: Vec<Entry>,
    kinds: Kinds,
    /// Requests that were turned away before anything but their head was read.
    pub(crate) unread: AtomicU64,
}

/// One call. None is tried more than a few times.
#[derive(Default)]
struct Entry {
    /// The requests that came in.
    seen: AtomicU8,
    /// Those whose handler was called, as the cloud's log says.
    handled: AtomicU8,
    /// How often the operation ran, as it counted itself.
    ran: AtomicU8,
    /// What the caller was told: how many requests there were, and what became of the call.
    attempts: AtomicU8,
    outcome: AtomicU8,
    /// Whether it met a fault that no call is tried again after.
    met_lasting: AtomicU8,
}

/// How often a call is tried at most.
pub(crate) const ATTEMPTS: u32 = 3;

const SUCCESS: u8 = 1;
const NOT_RUN: u8 = 2;
const MAY_HAVE_RUN: u8 = 3;

/// Sums over all calls.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) successes: u64,
    pub(crate) not_run: u64,
    pub(crate) may_have_run: u64,
    pub(crate) retried: u64,
    pub(crate) requests: u64,
    pub(crate) runs: u64,
    pub(crate) done_again: u64,
}

impl Ledger {
    pub(crate) fn new(calls: u64, kinds: &Kinds) -> Self {
        let calls: Vec<_> = (0..calls).map(|_| Entry::default()).collect();
        // Pages that nobody has written aren't there yet.
        for entry in &calls {
            entry.outcome.store(0, Ordering::Relaxed);
        }
        Self { calls, kinds: kinds.clone(), unread: AtomicU64::new(0) }
    }

    fn entry(&self, call: u64) -> &Entry {
        &self.calls[usize::try_from(call).unwrap()]
    }

    /// A request came in. Its region is the number of its call, since that is in its head, which is always read.
    pub(crate) fn observe(&self, received: &Received) {
        let call = received.region.as_deref().and_then(|region| region.strip_prefix("call-")).unwrap();
        let entry = self.entry(call.parse().unwrap());
        entry.seen.fetch_add(1, Ordering::Relaxed);
        entry.handled.fetch_add(u8::from(received.handled), Ordering::Relaxed);
        self.unread.fetch_add(u64::from(received.form.is_none()), Ordering::Relaxed);
        if let Some(fault) = &received.fault {
            let line = fault.to_string();
            let kind = self.kinds.iter().find(|kind| kind.line == line).unwrap();
            kind.happened.fetch_add(1, Ordering::Relaxed);
            entry.met_lasting.fetch_or(u8::from(kind.lasts), Ordering::Relaxed);
        }
    }

    pub(crate) fn run(&self, call: u64) {
        self.entry(call).ran.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn succeed(&self, call: u64, attempts: u32) {
        self.told(call, attempts, SUCCESS);
    }

    pub(crate) fn fail(&self, call: u64, error: &Error) {
        let outcome = if error.may_have_run() { MAY_HAVE_RUN } else { NOT_RUN };
        self.told(call, error.attempts(), outcome);
    }

    fn told(&self, call: u64, attempts: u32, outcome: u8) {
        let entry = self.entry(call);
        entry.attempts.store(u8::try_from(attempts).unwrap(), Ordering::Relaxed);
        assert_eq!(entry.outcome.swap(outcome, Ordering::Relaxed), 0, "call {call} ended twice");
    }

    /// Holds what every caller was told against what happened, and sums up.
    pub(crate) fn audit(&self) -> Totals {
        let mut totals = Totals::default();
        for (call, entry) in (0..).zip(&self.calls) {
            let [seen, handled, ran, attempts, outcome] =
                [&entry.seen, &entry.handled, &entry.ran, &entry.attempts, &entry.outcome]
                    .map(|number| u64::from(number.load(Ordering::Relaxed)));
            assert_eq!(attempts, seen, "call {call} was told of {attempts} requests, and {seen} came in");
            assert_eq!(handled, ran, "call {call} ran {ran} times, and the log says {handled}");
            assert!(is_idempotent(call) || ran <= 1, "call {call} was done {ran} times");
            match u8::try_from(outcome).unwrap() {
                SUCCESS => assert!(ran >= 1, "call {call} succeeded, and never ran"),
                NOT_RUN => assert_eq!(ran, 0, "call {call} is said not to have run"),
                MAY_HAVE_RUN => {}
                _ => panic!("call {call} never ended"),
            }
            let is_tried_on = is_idempotent(call) && entry.met_lasting.load(Ordering::Relaxed) == 0;
            let gave_up = outcome != u64::from(SUCCESS) && attempts < u64::from(ATTEMPTS);
            assert!(!(is_tried_on && gave_up), "call {call} was given up after {attempts} attempts");
            totals.successes += u64::from(outcome == u64::from(SUCCESS));
            totals.not_run += u64::from(outcome == u64::from(NOT_RUN));
            totals.may_have_run += u64::from(outcome == u64::from(MAY_HAVE_RUN));
            totals.retried += u64::from(attempts > 1);
            totals.requests += seen;
            totals.runs += ran;
            totals.done_again += ran.saturating_sub(1);
        }
        totals
    }
}
