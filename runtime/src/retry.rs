//! Trying again: how often, after what wait, and when not to.

mod budget;

pub(crate) use self::budget::Budget;

use std::time::Duration;

/// How often a call is tried, and how long it waits in between.
///
/// What is tried again follows one table, which [`Error::is_retryable`](crate::Error::is_retryable) shows: what may pass,
/// and can't do twice what must be done once. Each attempt is signed anew. All of them, and the waits between them, are
/// within the deadline of the call; if a wait would pass it, the call fails at once with what it failed with last.
///
/// A wait is drawn at random between nothing and its longest, which doubles with each: so clients that failed together
/// don't come back together. And a client has a budget for trying again, which successes fill and retries empty, so that
/// an outage isn't multiplied by everybody who tries again. It pays for attempts with a new key, too.
///
/// # Example
///
/// ```
/// use std::time::Duration;
/// use tencent_action::{Client, RetryPolicy};
///
/// let patient = RetryPolicy::default().max_attempts(6).longest_wait(Duration::from_secs(30));
/// let client = Client::builder().retry(patient).build()?;
/// let once = Client::builder().retry(RetryPolicy::never()).build()?;
/// # Ok::<(), tencent_action::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "a policy does nothing until a client has it"]
pub struct RetryPolicy {
    max_attempts: u32,
    first_wait: Duration,
    longest_wait: Duration,
}

/// 3 attempts; waits of at most 0.5 and 1 second.
impl Default for RetryPolicy {
    fn default() -> Self {
        Self { max_attempts: 3, first_wait: Duration::from_millis(500), longest_wait: Duration::from_secs(10) }
    }
}

impl RetryPolicy {
    /// One attempt.
    pub fn never() -> Self {
        Self { max_attempts: 1, ..Self::default() }
    }

    /// How often a call is tried in all; 0 counts as 1. The default is 3.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// The longest that the first wait can be. The default is 0.5 seconds.
    pub fn first_wait(mut self, wait: Duration) -> Self {
        self.first_wait = wait;
        self
    }

    /// The longest that any wait can be. The default is 10 seconds.
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    /// Whether there is to be another attempt after this many.
    pub(crate) fn allows_another(&self, attempts: u32) -> bool {
        attempts < self.max_attempts
    }

    /// The wait after this many attempts, drawn with this random number; `None` if there is to be no other.
    pub(crate) fn wait(&self, attempts: u32, random: u64) -> Option<Duration> {
        if !self.allows_another(attempts) {
            return None;
        }
        let doublings = attempts.saturating_sub(1).min(31);
        let longest = self.first_wait.saturating_mul(1 << doublings).min(self.longest_wait);
        let longest = u64::try_from(longest.as_nanos()).unwrap_or(u64::MAX);
        // The upper half of a product of 64-bit numbers is the one scaled by the other.
        let drawn = (u128::from(longest) * u128::from(random)) >> 64;
        Some(Duration::from_nanos(u64::try_from(drawn).unwrap_or(u64::MAX)))
    }
}

/// What to tell of a call beside what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tries {
    /// How often a request was handed to the transport.
    pub(crate) attempts: u32,
    /// How long the call waited between them.
    pub(crate) waited: Duration,
    /// Whether one that isn't the last may have run.
    pub(crate) may_have_run: bool,
}

impl Tries {
    pub(crate) const NONE: Self = Self { attempts: 0, waited: Duration::ZERO, may_have_run: false };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest_and_are_drawn_below_it() {
        let policy = RetryPolicy::default().max_attempts(8).longest_wait(Duration::from_secs(3));
        let longest = |attempts| policy.wait(attempts, u64::MAX).map(|wait| wait.as_secs_f64().round_ties_even());
        assert_eq!(policy.wait(1, u64::MAX).unwrap().as_millis(), 499);
        assert_eq!([2, 3, 4, 5, 7].map(longest), [Some(1.0), Some(2.0), Some(3.0), Some(3.0), Some(3.0)]);
        assert_eq!(policy.wait(3, 0), Some(Duration::ZERO));
        assert_eq!(policy.wait(3, 1 << 63), Some(Duration::from_secs(1)));
    }

    #[test]
    fn attempts_come_to_an_end() {
        assert!(RetryPolicy::default().wait(2, 1).is_some());
        assert_eq!(RetryPolicy::default().wait(3, 1), None);
        assert_eq!(RetryPolicy::never().wait(1, 1), None);
        assert_eq!(RetryPolicy::default().max_attempts(0).wait(1, 1), None);
    }

    #[test]
    fn no_policy_overflows() {
        let policy =
            RetryPolicy::default().max_attempts(u32::MAX).first_wait(Duration::MAX).longest_wait(Duration::MAX);
        assert!(policy.wait(u32::MAX - 1, u64::MAX).is_some());
    }
}
