//! What is made once and used again.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Values that are found by a name and by what they are for; never more than [`MOST`].
pub(crate) struct Memo<V> {
    kept: Mutex<Kept<V>>,
}

struct Kept<V> {
    by_name: HashMap<String, Vec<Arc<V>>>,
    len: usize,
}

/// A program has no more actions than that, unless it makes them up; then it begins anew now and then.
const MOST: usize = 4096;

impl<V> Memo<V> {
    /// The value that this is, or else one that is made now.
    pub(crate) fn find_or<E>(
        &self,
        name: &str,
        is_it: impl Fn(&V) -> bool,
        new: impl FnOnce() -> Result<V, E>,
    ) -> Result<Arc<V>, E> {
        if let Some(found) = self.find(name, is_it) {
            return Ok(found);
        }
        // Made without the lock. If another thread makes the same, one of both is found from now on.
        let made = Arc::new(new()?);
        self.keep(name, Arc::clone(&made));
        Ok(made)
    }

    fn find(&self, name: &str, is_it: impl Fn(&V) -> bool) -> Option<Arc<V>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.by_name.get(name)?.iter().find(|value| is_it(value)).cloned()
    }

    fn keep(&self, name: &str, value: Arc<V>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len == MOST {
            *kept = Kept::default();
        }
        kept.len += 1;
        kept.by_name.entry(name.to_owned()).or_default().push(value);
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).len
    }
}

impl<V> fmt::Debug for Memo<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memo").finish_non_exhaustive()
    }
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self { kept: Mutex::default() }
    }
}

impl<V> Default for Kept<V> {
    fn default() -> Self {
        Self { by_name: HashMap::new(), len: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find_or(memo: &Memo<usize>, number: usize) -> Arc<usize> {
        memo.find_or("name", |kept| *kept == number, || Ok::<_, ()>(number)).unwrap()
    }

    #[test]
    fn what_was_made_is_found() {
        let memo = Memo::default();
        let (one, two) = (find_or(&memo, 1), find_or(&memo, 2));
        assert!(Arc::ptr_eq(&one, &find_or(&memo, 1)) && Arc::ptr_eq(&two, &find_or(&memo, 2)));
        assert_eq!(memo.find_or("other", |_| true, || Err("made anew")), Err("made anew"));
    }

    #[test]
    fn it_holds_no_more_than_most() {
        let memo = Memo::default();
        for number in 0..=MOST {
            assert_eq!(*find_or(&memo, number), number);
        }
        assert_eq!(memo.len(), 1);
    }
}
