//! What keeps an outage from being multiplied.

use std::sync::atomic::{AtomicU32, Ordering};

/// What a client may spend on trying again. The numbers are those of the AWS SDKs, which have stood in many outages.
#[derive(Debug)]
pub(crate) struct Budget {
    tokens: AtomicU32,
}

/// What there is at first, and at most.
const FULL: u32 = 500;
/// What another attempt costs.
const COST: u32 = 5;
/// What a success at the first attempt brings. One at a later attempt brings what the last one cost.
const REFUND: u32 = 1;

impl Default for Budget {
    fn default() -> Self {
        Self { tokens: AtomicU32::new(FULL) }
    }
}

impl Budget {
    /// Whether there is enough for another attempt now. It may be spent when that is made.
    pub(crate) fn has_enough(&self) -> bool {
        self.tokens.load(Ordering::Relaxed) >= COST
    }

    /// Pays for an attempt that is made now, if there is enough left. Not for one that is waited for: who waits may be
    /// left lying, and would keep the others from theirs.
    pub(crate) fn pay(&self) -> bool {
        let paid = |tokens: u32| tokens.checked_sub(COST);
        self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, paid).is_ok()
    }

    /// Takes in what a success after this many attempts brings.
    pub(crate) fn refund(&self, attempts: u32) {
        let tokens = if attempts > 1 { COST } else { REFUND };
        // Mostly it is full, and threads needn't take the number from each other to write it again.
        let taken_in = |before: u32| (before < FULL).then(|| before.saturating_add(tokens).min(FULL));
        _ = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, taken_in);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_is_paid_for_until_nothing_is_left() {
        let budget = Budget::default();
        let paid = (0..1000).filter(|_| budget.pay()).count();
        assert_eq!(paid, 100);
        for _ in 0..4 {
            budget.refund(1);
        }
        assert!(!budget.pay(), "four successes don't pay for an attempt");
        budget.refund(1);
        assert!(budget.pay() && !budget.pay());
        budget.refund(2);
        assert!(budget.pay(), "a success at a second attempt brings back its cost");
    }

    #[test]
    fn it_never_holds_more_than_at_first() {
        let budget = Budget::default();
        for _ in 0..1000 {
            budget.refund(1);
        }
        assert_eq!((0..1000).filter(|_| budget.pay()).count(), 100);
    }

    #[test]
    fn there_is_enough_as_long_as_an_attempt_can_be_paid_for() {
        let budget = Budget::default();
        assert!((0..100).all(|_| budget.has_enough() && budget.pay()));
        assert!(!budget.has_enough() && !budget.pay());
        (0..4).for_each(|_| budget.refund(1));
        assert!(!budget.has_enough());
        budget.refund(1);
        assert!(budget.has_enough() && budget.pay());
    }
}
