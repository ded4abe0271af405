//! The list of items.

use std::collections::VecDeque;
use std::mem;

/// A list of items in a response.
#[diagnostic::on_unimplemented(
    message = "`{Self}` isn't a list of `{T}`",
    label = "expected `Vec<{T}>`, or an `Option` of it",
    note = "in `paginate(…)`, `items = …` says where in the response the list is, `item = …` what it is a list of"
)]
pub trait List<T> {
    /// How many there are.
    fn count(&self) -> usize;

    /// All of them, which leaves none.
    fn take(&mut self) -> Vec<T>;
}

impl<T> List<T> for Vec<T> {
    fn count(&self) -> usize {
        Vec::len(self)
    }

    fn take(&mut self) -> Vec<T> {
        mem::take(self)
    }
}

impl<T> List<T> for VecDeque<T> {
    fn count(&self) -> usize {
        VecDeque::len(self)
    }

    fn take(&mut self) -> Vec<T> {
        mem::take(self).into()
    }
}

impl<T> List<T> for Box<[T]> {
    fn count(&self) -> usize {
        <[T]>::len(self)
    }

    fn take(&mut self) -> Vec<T> {
        mem::take(self).into_vec()
    }
}

impl<T, L: List<T>> List<T> for Option<L> {
    fn count(&self) -> usize {
        self.as_ref().map_or(0, L::count)
    }

    fn take(&mut self) -> Vec<T> {
        self.as_mut().map(L::take).unwrap_or_default()
    }
}
