//! The counters themselves: one set for a client and its clones.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::Stats;

/// Counts without a lock. An event costs one addition.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    begun: AtomicU64,
    succeeded: AtomicU64,
    failed: AtomicU64,
    cancelled: AtomicU64,
    attempts: AtomicU64,
    retries: AtomicU64,
    throttled: AtomicU64,
    timeouts: AtomicU64,
    rate_limit_waits: AtomicU64,
    /// In nanoseconds: 584 years of them.
    rate_limit_waited: AtomicU64,
    renewed: AtomicU64,
    corrections: AtomicU64,
    failovers: AtomicU64,
    streams: AtomicU64,
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Reply,
    Stream,
    Failure,
    Cancelled,
}

impl Counters {
    pub(crate) fn call_begins(&self) {
        add(&self.begun, 1);
    }

    /// A call that has begun is over.
    pub(crate) fn call_ends(&self, end: End) {
        let counter = match end {
            End::Reply | End::Stream => &self.succeeded,
            End::Failure => &self.failed,
            End::Cancelled => &self.cancelled,
        };
        if end == End::Stream {
            add(&self.streams, 1);
        }
        // Whoever sees the end sees the beginning: `snapshot` reads in the other order.
        counter.fetch_add(1, Ordering::Release);
    }

    pub(crate) fn attempt(&self, is_first: bool) {
        add(&self.attempts, 1);
        if !is_first {
            add(&self.retries, 1);
        }
    }

    pub(crate) fn throttled(&self) {
        add(&self.throttled, 1);
    }

    pub(crate) fn timeout(&self) {
        add(&self.timeouts, 1);
    }

    pub(crate) fn waited_for_turn(&self, waited: Duration) {
        add(&self.rate_limit_waits, 1);
        add(&self.rate_limit_waited, u64::try_from(waited.as_nanos()).unwrap_or(u64::MAX));
    }

    pub(crate) fn credential_renewed(&self) {
        add(&self.renewed, 1);
    }

    pub(crate) fn clock_corrected(&self) {
        add(&self.corrections, 1);
    }

    pub(crate) fn failed_over(&self) {
        add(&self.failovers, 1);
    }

    /// The numbers as they are now. Calls that end meanwhile count as under way.
    pub(crate) fn snapshot(&self) -> Stats {
        let ends = [&self.succeeded, &self.failed, &self.cancelled];
        let [succeeded, failed, cancelled] = ends.map(|counter| counter.load(Ordering::Acquire));
        let calls = read(&self.begun);
        Stats {
            calls,
            succeeded,
            failed,
            cancelled,
            in_flight: calls.saturating_sub(succeeded + failed + cancelled),
            attempts: read(&self.attempts),
            retries: read(&self.retries),
            throttled: read(&self.throttled),
            timeouts: read(&self.timeouts),
            rate_limit_waits: read(&self.rate_limit_waits),
            rate_limit_wait_time: Duration::from_nanos(read(&self.rate_limit_waited)),
            credentials_renewed: read(&self.renewed),
            clock_corrections: read(&self.corrections),
            failovers: read(&self.failovers),
            streams: read(&self.streams),
        }
    }
}

fn add(counter: &AtomicU64, count: u64) {
    counter.fetch_add(count, Ordering::Relaxed);
}

fn read(counter: &AtomicU64) -> u64 {
    counter.load(Ordering::Relaxed)
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn a_snapshot_in_the_middle_of_it_all_adds_up() {
        const EACH: u64 = 20_000;
        let counters = Counters::default();
        thread::scope(|scope| {
            for end in [End::Reply, End::Stream, End::Failure, End::Cancelled] {
                let counters = &counters;
                scope.spawn(move || {
                    for _ in 0..EACH {
                        counters.call_begins();
                        counters.call_ends(end);
                    }
                });
            }
            let mut before = Stats::default();
            while before.calls < 4 * EACH {
                let now = counters.snapshot();
                assert_eq!(now.calls, now.succeeded + now.failed + now.cancelled + now.in_flight, "{now}");
                assert!(now.calls >= before.calls && now.succeeded >= before.succeeded, "{now}");
                before = now;
            }
        });
        let Stats { succeeded, failed, cancelled, in_flight, streams, .. } = counters.snapshot();
        assert_eq!([succeeded, failed, cancelled, in_flight, streams], [2 * EACH, EACH, EACH, 0, EACH]);
    }
}
