//! Where inputs come from.

use std::task::{Context, Poll};

use super::inputs::IterInputs;

/// Where a [`Run`](super::Run) takes its inputs from, one by one.
///
/// An iterator becomes one; one that may fail does by way of [`try_iter`](super::try_iter), and a stream by way of
/// [`stream`](super::stream) or [`try_stream`](super::try_stream).
pub trait Source: Unpin {
    /// What a call is made of.
    type Input;
    /// Why there may be no more inputs before the end; [`Infallible`](std::convert::Infallible) if that can't be.
    type Fault;

    /// The next input; `None` at the end. After the end, and after a fault, it isn't asked again.
    fn poll_input(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Self::Input, Self::Fault>>>;

    /// How many inputs are left, if that is known.
    fn left(&self) -> Option<usize> {
        None
    }
}

/// What a [`Run`](super::Run) can take its inputs from: an iterator, or by way of [`try_iter`](super::try_iter) one that may
/// fail, of [`stream`](super::stream) or [`try_stream`](super::try_stream) a stream.
pub trait IntoSource {
    /// What it becomes.
    type Source: Source;

    /// Becomes a source.
    fn into_source(self) -> Self::Source;
}

impl<I: IntoIterator> IntoSource for I {
    type Source = IterInputs<I::IntoIter>;

    fn into_source(self) -> Self::Source {
        IterInputs::new(self.into_iter())
    }
}

/// How many there are, by a hint that says it for sure.
pub(super) fn exactly((least, most): (usize, Option<usize>)) -> Option<usize> {
    most.filter(|most| *most == least)
}
