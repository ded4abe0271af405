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
    /// Sets aside what another attempt costs, if there is enough left.
    pub(crate) fn set_aside(&self) -> Option<Payment<'_>> {
        let paid = |tokens: u32| tokens.checked_sub(COST);
        let paid = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, paid);
        // Not `then_some`: a payment that is made up only to be dropped would bring its price.
        paid.is_ok().then(|| Payment { budget: Some(self) })
    }

    /// Takes in what a success after this many attempts brings.
    pub(crate) fn refund(&self, attempts: u32) {
        self.take_in(if attempts > 1 { COST } else { REFUND });
    }

    fn take_in(&self, tokens: u32) {
        // Mostly it is full, and threads needn't take the number from each other to write it again.
        let taken_in = |before: u32| (before < FULL).then(|| before.saturating_add(tokens).min(FULL));
        _ = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, taken_in);
    }
}

/// The cost of an attempt that is to be made. It goes back to the budget unless it is spent: a call may be dropped while it
/// waits for that attempt.
#[derive(Debug)]
#[must_use = "what isn't spent goes back"]
pub(crate) struct Payment<'a> {
    /// None once it is spent.
    budget: Option<&'a Budget>,
}

impl Payment<'_> {
    /// The attempt is made now.
    pub(crate) fn spend(mut self) {
        self.budget = None;
    }
}

impl Drop for Payment<'_> {
    fn drop(&mut self) {
        if let Some(budget) = self.budget {
            budget.take_in(COST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pay(budget: &Budget) -> bool {
        budget.set_aside().map(Payment::spend).is_some()
    }

    #[test]
    fn an_outage_is_paid_for_until_nothing_is_left() {
        let budget = Budget::default();
        let paid = (0..1000).filter(|_| pay(&budget)).count();
        assert_eq!(paid, 100);
        for _ in 0..4 {
            budget.refund(1);
        }
        assert!(!pay(&budget), "four successes don't pay for an attempt");
        budget.refund(1);
        assert!(pay(&budget) && !pay(&budget));
        budget.refund(2);
        assert!(pay(&budget), "a success at a second attempt brings back its cost");
    }

    #[test]
    fn it_never_holds_more_than_at_first() {
        let budget = Budget::default();
        for _ in 0..1000 {
            budget.refund(1);
        }
        assert_eq!((0..1000).filter(|_| pay(&budget)).count(), 100);
    }

    #[test]
    fn what_is_set_aside_is_gone_until_it_comes_back() {
        let budget = Budget::default();
        let aside: Vec<_> = (0..1000).map_while(|_| budget.set_aside()).collect();
        assert_eq!((aside.len(), pay(&budget)), (100, false));
        drop(aside);
        assert_eq!((0..1000).filter(|_| pay(&budget)).count(), 100);
    }
}
