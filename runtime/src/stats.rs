//! What a client has done so far, in numbers.

mod counters;

pub(crate) use self::counters::{Counters, End};

use std::fmt;
use std::time::Duration;

/// What a client and its clones have done since the client was built: see [`Client::stats`](crate::Client::stats).
///
/// The numbers only grow, but for [`in_flight`](Self::in_flight). They belong together even while calls are under way:
/// `calls` is always the sum of `succeeded`, `failed`, `cancelled` and `in_flight`.
///
/// It prints as one line:
///
/// ```text
/// 42 calls (39 succeeded, 1 failed, 0 cancelled, 2 in flight), 45 attempts (3 retries), 1 throttled, 0 timeouts,
/// 7 waits for a rate limit (1.2s), 0 credentials renewed, 0 clock corrections, 0 failovers, 2 streams
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stats {
    /// Calls begun: awaited, or polled for the first time.
    pub calls: u64,
    /// Calls that gave a reply, or a stream that began.
    pub succeeded: u64,
    /// Calls that gave an error.
    pub failed: u64,
    /// Calls that were dropped while they were under way.
    pub cancelled: u64,
    /// Calls under way now.
    pub in_flight: u64,
    /// Requests handed to the transport.
    pub attempts: u64,
    /// Those attempts that weren't the first of their call, whatever the reason.
    pub retries: u64,
    /// Answers of the gateway that there were too many requests.
    pub throttled: u64,
    /// Attempts, and calls as a whole, whose time was up.
    pub timeouts: u64,
    /// Attempts that waited for their turn by the client's own rate limit, and were let go.
    pub rate_limit_waits: u64,
    /// How long they waited in all.
    pub rate_limit_wait_time: Duration,
    /// Temporary keys that the cloud refused, and in place of which there was another.
    pub credentials_renewed: u64,
    /// How often the date of signatures was corrected by the server's.
    pub clock_corrections: u64,
    /// Attempts that went to another host than the one that comes first: each of them, not each change of hosts. See
    /// [`Failover`](crate::Failover).
    pub failovers: u64,
    /// Those successes that were an [`EventStream`](crate::EventStream). What became of it isn't counted.
    pub streams: u64,
}

/// One line.
impl fmt::Display for Stats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { succeeded, failed, cancelled, in_flight, throttled, rate_limit_wait_time, .. } = self;
        let calls = counted(self.calls, "call", "calls");
        write!(f, "{calls} ({succeeded} succeeded, {failed} failed, {cancelled} cancelled, {in_flight} in flight)")?;
        let (attempts, retries) =
            (counted(self.attempts, "attempt", "attempts"), counted(self.retries, "retry", "retries"));
        let timeouts = counted(self.timeouts, "timeout", "timeouts");
        write!(f, ", {attempts} ({retries}), {throttled} throttled, {timeouts}")?;
        let waits = counted(self.rate_limit_waits, "wait", "waits");
        write!(f, ", {waits} for a rate limit ({rate_limit_wait_time:?})")?;
        let renewed = counted(self.credentials_renewed, "credential", "credentials");
        let corrections = counted(self.clock_corrections, "clock correction", "clock corrections");
        let failovers = counted(self.failovers, "failover", "failovers");
        let streams = counted(self.streams, "stream", "streams");
        write!(f, ", {renewed} renewed, {corrections}, {failovers}, {streams}")
    }
}

fn counted(count: u64, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_print_as_one_line() {
        let stats = Stats {
            calls: 42,
            succeeded: 39,
            failed: 1,
            in_flight: 2,
            attempts: 45,
            retries: 3,
            throttled: 1,
            rate_limit_waits: 7,
            rate_limit_wait_time: Duration::from_millis(1200),
            streams: 2,
            ..Stats::default()
        };
        assert_eq!(
            stats.to_string(),
            "42 calls (39 succeeded, 1 failed, 0 cancelled, 2 in flight), 45 attempts (3 retries), 1 throttled, 0 timeouts, \
             7 waits for a rate limit (1.2s), 0 credentials renewed, 0 clock corrections, 0 failovers, 2 streams"
        );
        let one = Stats { calls: 1, succeeded: 1, attempts: 1, retries: 1, rate_limit_waits: 1, ..Stats::default() };
        assert!(one.to_string().starts_with("1 call (1 succeeded, "), "{one}");
        assert!(
            one.to_string().contains(", 1 attempt (1 retry), ") && one.to_string().contains(", 1 wait for "),
            "{one}"
        );
    }
}
