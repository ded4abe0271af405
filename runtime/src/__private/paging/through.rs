//! A way through wrappers, each of which may be an `Option`: generated code doesn't know which are.

use std::ops::{Deref, DerefMut};

/// A reference to a wrapper. `open` gives what is in it.
///
/// Of `Through<&Option<T>>`, the method is found first; any other is dereferenced to [`Plain`], which has it for all.
#[derive(Debug)]
pub struct Through<T>(Plain<T>);

/// A reference to what is no `Option`.
#[derive(Debug)]
pub struct Plain<T>(T);

impl<T> Through<T> {
    /// Takes the reference.
    pub fn new(wrapper: T) -> Self {
        Self(Plain(wrapper))
    }
}

impl<T> Deref for Through<T> {
    type Target = Plain<T>;

    fn deref(&self) -> &Plain<T> {
        &self.0
    }
}

impl<T> DerefMut for Through<T> {
    fn deref_mut(&mut self) -> &mut Plain<T> {
        &mut self.0
    }
}

impl<'a, T> Through<&'a Option<T>> {
    /// What is in it, if there is something.
    pub fn open(&self) -> Option<&'a T> {
        self.0.0.as_ref()
    }
}

impl<T> Through<&mut Option<T>> {
    /// What is in it, if there is something.
    pub fn open(&mut self) -> Option<&mut T> {
        self.0.0.as_mut()
    }
}

impl<'a, T> Plain<&'a T> {
    /// What is in it: itself.
    pub fn open(&self) -> Option<&'a T> {
        Some(self.0)
    }
}

impl<T> Plain<&mut T> {
    /// What is in it: itself.
    pub fn open(&mut self) -> Option<&mut T> {
        Some(self.0)
    }
}
