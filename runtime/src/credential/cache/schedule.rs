//! When a credential is renewed, and when a refresh that failed is tried again.

use std::time::{Duration, SystemTime};

/// So near to its end, a credential counts as over: the cloud's clock may be ahead of this machine's, and the call is yet
/// to get there.
pub(super) const SKEW: Duration = Duration::from_secs(30);

/// The least and the most time before the end at which renewing begins.
const MARGIN: (Duration, Duration) = (Duration::from_secs(60), Duration::from_secs(300));

/// The first and the longest pause after a refresh that brought nothing.
const PAUSE: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(30));

/// When to renew a credential that was fetched now: a tenth of the time that is left before its end, in bounds.
///
/// Of the time above the least, up to a half is left to chance, so that a thousand machines that started together don't
/// ask together.
pub(super) fn renew_at(now: SystemTime, expires_at: SystemTime, random: u64) -> SystemTime {
    let left = expires_at.duration_since(now).unwrap_or_default();
    let longest = (left / 10).clamp(MARGIN.0, MARGIN.1);
    let margin = longest.saturating_sub(part(longest.saturating_sub(MARGIN.0) / 2, random));
    expires_at.checked_sub(margin).unwrap_or(SystemTime::UNIX_EPOCH)
}

/// How long to let the source alone after this many refreshes in a row that brought nothing. Up to a half is left to
/// chance.
pub(super) fn pause(failures: u32, random: u64) -> Duration {
    let longest = PAUSE.0.saturating_mul(1 << failures.saturating_sub(1).min(5)).min(PAUSE.1);
    longest.saturating_sub(part(longest / 2, random))
}

/// Whether it isn't time yet, as far as the clock can be trusted: set back by an hour, it must not make us wait for one.
pub(super) fn is_pausing(now: SystemTime, until: SystemTime) -> bool {
    until.duration_since(now).is_ok_and(|left| !left.is_zero() && left <= PAUSE.1)
}

/// Whether a credential has come less than the longest pause ago. If the clock was set back since, nobody knows.
pub(super) fn is_new(now: SystemTime, came: SystemTime) -> bool {
    now.duration_since(came).is_ok_and(|since| since < PAUSE.1)
}

/// A random part of it, in steps of a thousandth or so.
fn part(whole: Duration, random: u64) -> Duration {
    const STEPS: u32 = 1024;
    whole * u32::try_from(random % u64::from(STEPS)).unwrap_or_default() / STEPS
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;

    fn margin(left: u64, random: u64) -> f64 {
        let expires_at = NOW + Duration::from_secs(left);
        expires_at.duration_since(renew_at(NOW, expires_at, random)).unwrap().as_secs_f64()
    }

    #[test]
    fn the_margin_is_a_tenth_between_one_minute_and_five() {
        for (left, expected) in [(7200, 300.0), (3000, 300.0), (1800, 180.0), (600, 60.0), (90, 60.0), (60, 60.0)] {
            assert!((margin(left, 0) - expected).abs() < 1e-9, "{left}: {}", margin(left, 0));
        }
    }

    #[test]
    fn chance_shortens_the_margin_by_no_more_than_half_of_what_is_above_the_least() {
        for random in [1, 511, 1023, u64::MAX] {
            assert!((180.0..=300.0).contains(&margin(7200, random)), "{}", margin(7200, random));
            assert!((margin(90, random) - 60.0).abs() < 1e-9);
        }
        assert!(margin(7200, 1023) < 181.0);
    }

    #[test]
    fn pauses_double_to_thirty_seconds() {
        let seconds = |failures| pause(failures, 0).as_secs();
        assert_eq!([1, 2, 3, 4, 5, 6, 7, u32::MAX].map(seconds), [1, 2, 4, 8, 16, 30, 30, 30]);
        assert!((0.5..0.51).contains(&pause(1, 1023).as_secs_f64()));
    }

    #[test]
    fn a_clock_that_is_set_back_ends_a_pause() {
        let later = |seconds| NOW + Duration::from_secs(seconds);
        assert!(
            is_pausing(later(9), later(10)) && !is_pausing(later(10), later(10)) && !is_pausing(later(11), later(10))
        );
        assert!(!is_pausing(NOW, later(3600)));
    }

    #[test]
    fn a_credential_is_new_for_half_a_minute() {
        let later = |seconds| NOW + Duration::from_secs(seconds);
        assert!(is_new(later(9), later(9)) && is_new(later(38), later(9)) && !is_new(later(39), later(9)));
        assert!(!is_new(later(8), later(9)));
    }

    #[test]
    fn times_at_the_edges_do_no_harm() {
        assert_eq!(renew_at(NOW, NOW, 0), NOW - Duration::from_secs(60));
        renew_at(NOW, NOW + Duration::from_secs(u64::from(u32::MAX)), 7);
    }
}
