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
        let Self { calls, succeeded, failed, cancelled, in_flight, attempts, retries, .. } = self;
        let Self { throttled, timeouts, rate_limit_waits, rate_limit_wait_time, .. } = self;
        let Self { credentials_renewed, clock_corrections, failovers, streams, .. } = self;
        write!(
            f,
            "{calls} calls ({succeeded} succeeded, {failed} failed, {cancelled} cancelled, {in_flight} in flight)"
        )?;
        write!(f, ", {attempts} attempts ({retries} retries), {throttled} throttled, {timeouts} timeouts")?;
        write!(f, ", {rate_limit_waits} waits for a rate limit ({rate_limit_wait_time:?})")?;
        write!(
            f,
            ", {credentials_renewed} credentials renewed, {clock_corrections} clock corrections, {failovers} failovers, \
             {streams} streams"
        )
    }
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
    }
}
