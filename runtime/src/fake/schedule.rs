//! Which request meets which fault.

use std::collections::VecDeque;
use std::iter::Peekable;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::fault::Fault;
use super::received::Received;

/// What befalls one request after the other.
type Turns = Box<dyn Iterator<Item = Option<Fault>> + Send>;

/// What decides from the request.
type Rule = Box<dyn FnMut(&Received) -> Option<Fault> + Send>;

/// Turns first; a rule for those requests that have none.
#[derive(Default)]
pub(super) struct Schedule {
    turns: Mutex<VecDeque<Peekable<Turns>>>,
    rule: Mutex<Option<Rule>>,
}

impl Schedule {
    pub(super) fn add(&self, turns: Turns) {
        lock(&self.turns).push_back(turns.peekable());
    }

    pub(super) fn set_rule(&self, rule: Rule) {
        *lock(&self.rule) = Some(rule);
    }

    pub(super) fn clear(&self) {
        lock(&self.turns).clear();
        *lock(&self.rule) = None;
    }

    /// The fault of a request that has been read.
    pub(super) fn next(&self, received: &Received) -> Option<Fault> {
        let turn = self.turn_if(|_| true);
        turn.unwrap_or_else(|| lock(&self.rule).as_mut().and_then(|rule| rule(received)))
    }

    /// The fault of a request that hasn't been read, if it is one that strikes so early.
    pub(super) fn next_unread(&self) -> Option<Fault> {
        self.turn_if(|turn| turn.as_ref().is_some_and(|fault| fault.effect.is_unread())).flatten()
    }

    /// The next turn, if there is one and it is wanted.
    #[expect(clippy::option_option, reason = "it may be somebody's turn to meet no fault")]
    fn turn_if(&self, is_wanted: impl Fn(&Option<Fault>) -> bool) -> Option<Option<Fault>> {
        let mut turns = lock(&self.turns);
        while let Some(front) = turns.front_mut() {
            if front.peek().is_some() {
                return front.next_if(is_wanted);
            }
            turns.pop_front();
        }
        None
    }
}

/// A test that failed in an iterator or a rule doesn't take the cloud with it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
