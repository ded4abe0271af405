//! Iterators and streams as sources.

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::source::{IntoSource, Source, exactly};

/// Inputs from a stream, as they come.
///
/// ```
/// # use tencent_action::fake::FakeCloud;
/// # use tencent_action::{Empty, bulk, tencent_action};
/// # use futures_util::stream;
/// # #[tencent_action(service = "vod", version = "2018-07-17")]
/// # struct ManageTask { task_id: String, operation_type: String }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), tencent_action::Error> {
/// # let cloud = FakeCloud::in_process();
/// # cloud.on(|_: ManageTask| Ok(Empty));
/// # let client = cloud.client().build()?;
/// # let ids = stream::iter(["a", "b"]);
/// let summary = client
///     .run_each(bulk::stream(ids), |client, id| {
///         ManageTask { task_id: id.to_string(), operation_type: "Abort".into() }.send(client)
///     })
///     .collect()
///     .await;
/// assert_eq!(summary.succeeded.len(), 2);
/// # Ok(())
/// # }
/// ```
pub fn stream<S: Stream>(stream: S) -> StreamInputs<S> {
    StreamInputs { stream: Box::pin(stream) }
}

/// Inputs from a stream that may fail, as a list that is fetched page by page.
///
/// An `Err` ends the inputs. The calls that have begun are finished, and then [`Run::try_next`](super::Run::try_next) gives
/// it, or [`Summary::fault`](super::Summary::fault) has it.
pub fn try_stream<S, T, E>(stream: S) -> TryStreamInputs<S>
where
    S: Stream<Item = Result<T, E>>,
{
    TryStreamInputs { stream: Box::pin(stream) }
}

/// Inputs from an iterator that may fail: where something must be done ahead of each call, and without it none may go, as a
/// line in a journal.
///
/// An `Err` ends the inputs, as it does those of [`try_stream`].
///
/// ```
/// # use tencent_action::fake::FakeCloud;
/// # use tencent_action::{Empty, bulk, tencent_action};
/// # #[tencent_action(service = "vod", version = "2018-07-17")]
/// # struct ManageTask { task_id: String, operation_type: String }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let cloud = FakeCloud::in_process();
/// # cloud.on(|_: ManageTask| Ok(Empty));
/// # let client = cloud.client().build()?;
/// use std::io::Write;
///
/// let mut journal = Vec::new();
/// let ids = ["a", "b"].into_iter().map(|id| {
///     writeln!(journal, "begin {id}")?;
///     Ok::<_, std::io::Error>(id)
/// });
/// let mut run = client.run_each(bulk::try_iter(ids), |client, id| {
///     ManageTask { task_id: id.to_string(), operation_type: "Abort".into() }.send(client)
/// });
/// while let Some(done) = run.try_next().await? {
///     done.outcome?;
/// }
/// # drop(run);
/// assert_eq!(journal, b"begin a\nbegin b\n");
/// # Ok(())
/// # }
/// ```
pub fn try_iter<I, T, E>(inputs: I) -> TryIterInputs<I::IntoIter>
where
    I: IntoIterator<Item = Result<T, E>>,
{
    TryIterInputs { inputs: inputs.into_iter() }
}

/// Inputs from an iterator. It is one itself: of those that weren't taken, when a run is over.
#[derive(Debug, Clone)]
pub struct IterInputs<I> {
    inputs: I,
}

impl<I> IterInputs<I> {
    pub(super) fn new(inputs: I) -> Self {
        Self { inputs }
    }
}

impl<I: Iterator> Iterator for IterInputs<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        self.inputs.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inputs.size_hint()
    }
}

/// An iterator isn't pinned.
impl<I> Unpin for IterInputs<I> {}

impl<I: Iterator> Source for IterInputs<I> {
    type Input = I::Item;
    type Fault = Infallible;

    fn poll_input(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<I::Item, Infallible>>> {
        Poll::Ready(self.inputs.next().map(Ok))
    }

    fn left(&self) -> Option<usize> {
        exactly(self.inputs.size_hint())
    }
}

/// Inputs from an iterator that may fail: see [`try_iter`].
pub struct TryIterInputs<I> {
    inputs: I,
}

impl<I> TryIterInputs<I> {
    /// The iterator, with what wasn't taken from it.
    pub fn into_inner(self) -> I {
        self.inputs
    }
}

/// An iterator isn't pinned.
impl<I> Unpin for TryIterInputs<I> {}

impl<I: Iterator<Item = Result<T, E>>, T, E> Source for TryIterInputs<I> {
    type Input = T;
    type Fault = E;

    fn poll_input(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<T, E>>> {
        Poll::Ready(self.inputs.next())
    }

    fn left(&self) -> Option<usize> {
        exactly(self.inputs.size_hint())
    }
}

impl<I: Iterator<Item = Result<T, E>>, T, E> IntoSource for TryIterInputs<I> {
    type Source = Self;

    fn into_source(self) -> Self {
        self
    }
}

impl<I> fmt::Debug for TryIterInputs<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TryIterInputs")
    }
}

/// Inputs from a [`stream`].
pub struct StreamInputs<S> {
    stream: Pin<Box<S>>,
}

impl<S> StreamInputs<S> {
    /// The stream, with what wasn't taken from it.
    pub fn into_stream(self) -> Pin<Box<S>> {
        self.stream
    }
}

impl<S: Stream> Source for StreamInputs<S> {
    type Input = S::Item;
    type Fault = Infallible;

    fn poll_input(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<S::Item, Infallible>>> {
        self.stream.as_mut().poll_next(cx).map(|input| input.map(Ok))
    }

    fn left(&self) -> Option<usize> {
        exactly(self.stream.size_hint())
    }
}

impl<S: Stream> IntoSource for StreamInputs<S> {
    type Source = Self;

    fn into_source(self) -> Self {
        self
    }
}

impl<S> fmt::Debug for StreamInputs<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StreamInputs")
    }
}

/// Inputs from a stream that may fail: see [`try_stream`].
pub struct TryStreamInputs<S> {
    stream: Pin<Box<S>>,
}

impl<S> TryStreamInputs<S> {
    /// The stream, with what wasn't taken from it.
    pub fn into_stream(self) -> Pin<Box<S>> {
        self.stream
    }
}

impl<S: Stream<Item = Result<T, E>>, T, E> Source for TryStreamInputs<S> {
    type Input = T;
    type Fault = E;

    fn poll_input(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, E>>> {
        self.stream.as_mut().poll_next(cx)
    }
}

impl<S: Stream<Item = Result<T, E>>, T, E> IntoSource for TryStreamInputs<S> {
    type Source = Self;

    fn into_source(self) -> Self {
        self
    }
}

impl<S> fmt::Debug for TryStreamInputs<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TryStreamInputs")
    }
}
