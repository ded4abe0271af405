//! What is changed: the field that says where a page begins, and the list of items.
//!
//! Its type is checked where the field is read. Were it here as well, a type that doesn't fit would be told twice.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use super::{List, Number, PageToken};
use crate::paginate::Position;

/// A field that may be missing; `T` is the type of an item.
///
/// If its type fits, the methods are found here; otherwise it is dereferenced to [`Misfit`], which has them for all.
#[derive(Debug)]
pub struct Slot<R, T>(Option<R>, Misfit<T>);

/// A field of a type that doesn't fit, which is told where it is read.
#[derive(Debug)]
pub struct Misfit<T>(PhantomData<fn() -> T>);

impl<R, T> Slot<R, T> {
    /// Takes the reference to the field.
    pub fn new(field: Option<R>) -> Self {
        Self(field, Misfit(PhantomData))
    }
}

impl<R, T> Deref for Slot<R, T> {
    type Target = Misfit<T>;

    fn deref(&self) -> &Misfit<T> {
        &self.1
    }
}

impl<R, T> DerefMut for Slot<R, T> {
    fn deref_mut(&mut self) -> &mut Misfit<T> {
        &mut self.1
    }
}

impl<N: Number, T> Slot<&mut N, T> {
    /// Has an offset or a page number say where the page begins; `false` if it can't.
    pub fn go_to_page_number(&mut self, position: &Position) -> bool {
        let (Position::Offset(to) | Position::Number { number: to, .. }) = position else { return false };
        put(&mut self.0, N::of(*to))
    }
}

impl<N: PageToken, T> Slot<&mut N, T> {
    /// Has a token say where the page begins; `false` if it can't.
    pub fn go_to_page_token(&mut self, position: &Position) -> bool {
        let Position::Token(Some(to)) = position else { return false };
        put(&mut self.0, N::of(to))
    }
}

impl<L: List<T>, T> Slot<&mut L, T> {
    /// The items.
    pub fn take_items(&mut self) -> Vec<T> {
        self.0.as_mut().map(|list| list.take()).unwrap_or_default()
    }
}

impl<T> Misfit<T> {
    /// It can't.
    pub fn go_to_page_number(&mut self, _: &Position) -> bool {
        false
    }

    /// It can't.
    pub fn go_to_page_token(&mut self, _: &Position) -> bool {
        false
    }

    /// There are none.
    pub fn take_items(&mut self) -> Vec<T> {
        Vec::new()
    }
}

fn put<V>(field: &mut Option<&mut V>, value: Option<V>) -> bool {
    let (Some(field), Some(value)) = (field, value) else { return false };
    **field = value;
    true
}
