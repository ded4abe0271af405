//! How long things may take.

use std::time::Duration;

use super::ClientBuilder;

/// How long a call may take, all in all. The official SDKs use the same.
const DEADLINE: Duration = Duration::from_secs(60);
/// How long a stream may pause.
const IDLE: Duration = Duration::from_secs(60);

impl ClientBuilder {
    /// The deadline of a call, from the first poll to the end of the body; of a stream, to its beginning. The default is
    /// 60 seconds.
    ///
    /// Everything is within it: the credential, the wait for a rate limit, all attempts, and the waits between them.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.deadline = Some(timeout);
        self
    }

    /// How long each attempt at a call may take, from when its request goes to the end of the body; of a stream, to its
    /// beginning. An attempt that takes longer is given up, and the call is tried again if it is idempotent: the operation
    /// [may have run](crate::Error::may_have_run).
    ///
    /// The default depends on whether there can be another attempt:
    ///
    /// - If so, it is half of the call's [deadline](Self::timeout), 30 seconds: a connection that has died without a word
    ///   costs half of the time, and leaves as much again. For a slow action, a longer deadline makes both longer.
    /// - If not, since the call isn't [idempotent](crate::Call::idempotent), or this is the last attempt, or the client
    ///   [never](crate::RetryPolicy::never) tries again, there is none: it could only give up an answer that comes late,
    ///   as that of some actions of media processing or of a model does.
    ///
    /// What is said here is for each attempt at all calls, also where none can follow. One that would end after the
    /// deadline has no effect.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.attempt = Some(timeout);
        self
    }

    /// How long a stream may pause: the time until the next piece of data, from when somebody begins to wait for it. It
    /// goes on if that wait is dropped, as in a `select!`. The default is 60 seconds. How long a stream lasts as a
    /// whole is not limited.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.idle = Some(timeout);
        self
    }
}

/// What was said.
#[derive(Default)]
pub(super) struct Said {
    deadline: Option<Duration>,
    attempt: Option<Duration>,
    idle: Option<Duration>,
}

/// What holds for the calls of a client, unless a call says otherwise.
pub(in crate::client) struct Timeouts {
    pub(in crate::client) deadline: Duration,
    /// `None` leaves it to what the call is.
    pub(in crate::client) attempt: Option<Duration>,
    pub(in crate::client) idle: Duration,
}

impl Said {
    pub(super) fn decide(&self) -> Timeouts {
        Timeouts { deadline: self.deadline(), attempt: self.attempt, idle: self.idle.unwrap_or(IDLE) }
    }

    /// How long connecting may take so that an attempt has time left: only a connection that failed tells that nothing was
    /// sent.
    pub(super) fn longest_connect(&self) -> Duration {
        let attempt = self.attempt.unwrap_or(self.deadline() / 2).min(self.deadline());
        attempt / 3 * 2
    }

    fn deadline(&self) -> Duration {
        self.deadline.unwrap_or(DEADLINE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connecting_ends_before_an_attempt_does() {
        let seconds = |seconds: Option<u64>| seconds.map(Duration::from_secs);
        for (deadline, attempt, expected) in [
            (None, None, 20),
            (Some(6), None, 2),
            (Some(600), None, 200),
            (None, Some(3), 2),
            (Some(3), Some(60), 2),
            (Some(0), Some(60), 0),
        ] {
            let said = Said { deadline: seconds(deadline), attempt: seconds(attempt), idle: None };
            assert_eq!(said.longest_connect(), Duration::from_secs(expected), "{deadline:?} {attempt:?}");
        }
    }
}
