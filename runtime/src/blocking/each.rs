//! What is taken one by one, and waited for.

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;

use super::runtime::Runtime;
use crate::error::Error;

/// Something that has begun, and is dropped where it began: inside the runtime.
pub(super) struct Inside<T> {
    /// `None` when it is dropped, or on its way out.
    value: Option<T>,
    runtime: Runtime,
}

impl<T> Inside<T> {
    pub(super) fn new(value: T, runtime: Runtime) -> Self {
        Self { value: Some(value), runtime }
    }

    pub(super) fn get(&self) -> &T {
        self.value.as_ref().expect("it is taken only by those who take `self`")
    }

    pub(super) fn get_mut(&mut self) -> (&mut T, &Runtime) {
        (self.value.as_mut().expect("it is taken only by those who take `self`"), &self.runtime)
    }

    pub(super) fn into_parts(mut self) -> (T, Runtime) {
        let value = self.value.take().expect("it is taken only by those who take `self`");
        (value, self.runtime.clone())
    }

    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Inside<U> {
        let (value, runtime) = self.into_parts();
        Inside::new(change(value), runtime)
    }
}

impl<T> Drop for Inside<T> {
    fn drop(&mut self) {
        if let Some(value) = self.value.take() {
            let _inside = self.runtime.enter_at_last();
            drop(value);
        }
    }
}

/// A stream as an iterator.
pub(super) struct Each<S> {
    pub(super) stream: Inside<S>,
    /// Nothing comes after an error, be it ours.
    is_over: bool,
}

impl<S> Each<S> {
    pub(super) fn new(stream: Inside<S>) -> Self {
        Self { stream, is_over: false }
    }
}

impl<S: Stream<Item = Result<T, Error>> + Unpin, T> Iterator for Each<S> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Result<T, Error>> {
        if self.is_over {
            return None;
        }
        let (stream, runtime) = self.stream.get_mut();
        runtime.block_on(poll_fn(|cx| Pin::new(&mut *stream).poll_next(cx))).unwrap_or_else(|error| {
            self.is_over = true;
            Some(Err(error))
        })
    }
}
