//! A call that is under way, with its input.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use crate::call::Call;
use crate::error::Error;

/// A call that is over.
#[derive(Debug)]
#[non_exhaustive]
pub struct Done<I, R> {
    /// What the call was made of.
    pub input: I,
    /// Which of the inputs it was, counted from 0.
    pub index: usize,
    /// What came of it.
    pub outcome: Result<R, Error>,
}

pub(super) struct Flight<I, R> {
    index: usize,
    /// None once the call is over.
    input: Option<I>,
    call: Call<R>,
}

impl<I, R> Flight<I, R> {
    pub(super) fn new(index: usize, input: I, call: Call<R>) -> Self {
        Self { index, input: Some(input), call }
    }

    pub(super) fn into_input(self) -> Option<(usize, I)> {
        Some((self.index, self.input?))
    }
}

impl<I, R> Future for Flight<I, R>
where
    Call<R>: Future<Output = Result<R, Error>>,
{
    type Output = Done<I, R>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Done<I, R>> {
        let outcome = ready!(Pin::new(&mut self.call).poll(cx));
        match self.input.take() {
            Some(input) => Poll::Ready(Done { input, index: self.index, outcome }),
            None => Poll::Pending,
        }
    }
}

/// An input isn't pinned.
impl<I, R> Unpin for Flight<I, R> {}
