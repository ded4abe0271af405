//! A way through wrappers, each of which may be an `Option`: generated code doesn't know which are.

use std::ops::{Deref, DerefMut};

/// A reference to a wrapper. `open_wrapper` gives what is in it.
///
/// Methods must be found by their names here, and a trait of the user's that all types have could be in the way: so the
/// names are long.
///
/// Of `Through<&Option<T>>`, the method is found first; any other is dereferenced to [`Plain`], which has it for all.
#[derive(Debug)]
pub struct Through<R>(Plain<R>);

/// A reference to what is no `Option`; it is there until it is taken out.
#[derive(Debug)]
pub struct Plain<R>(Option<R>);

impl<R> Through<R> {
    /// Takes the reference.
    pub fn new(wrapper: R) -> Self {
        Self(Plain(Some(wrapper)))
    }
}

impl<R> Deref for Through<R> {
    type Target = Plain<R>;

    fn deref(&self) -> &Plain<R> {
        &self.0
    }
}

impl<R> DerefMut for Through<R> {
    fn deref_mut(&mut self) -> &mut Plain<R> {
        &mut self.0
    }
}

impl<'a, T> Through<&'a Option<T>> {
    /// What is in it, if there is something.
    pub fn open_wrapper(&mut self) -> Option<&'a T> {
        self.0.open_wrapper()?.as_ref()
    }
}

impl<'a, T> Through<&'a mut Option<T>> {
    /// What is in it, if there is something.
    pub fn open_wrapper(&mut self) -> Option<&'a mut T> {
        self.0.open_wrapper()?.as_mut()
    }
}

impl<R> Plain<R> {
    /// What is in it: itself.
    pub fn open_wrapper(&mut self) -> Option<R> {
        self.0.take()
    }
}
