//! How a run goes.

use std::convert::Infallible;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::end::{Left, Summary};
use super::flight::{Done, Flight};
use super::progress::Progress;
use super::source::Source;
use super::{Intake, Run};
use crate::call::Call;
use crate::client::Client;
use crate::error::Error;

/// What a poll of a run gives.
type Next<S, R> = Option<Done<<S as Source>::Input, R>>;

impl<S, R, F> Run<S, R, F>
where
    S: Source,
    Call<R>: Future<Output = Result<R, Error>>,
    F: FnMut(&Client, &S::Input) -> Call<R>,
{
    /// The next call that is over, of inputs that may fail; `None` at the end.
    ///
    /// Nothing is lost if the future is dropped before it is done, as `select!` does.
    ///
    /// # Errors
    ///
    /// Once, after all calls that have begun: the fault for which there were no more inputs. A call that failed is no error
    /// here; it is an [outcome](Done::outcome).
    pub async fn try_next(&mut self) -> Result<Next<S, R>, S::Fault> {
        match poll_fn(|cx| self.poll_done(cx)).await {
            Some(done) => Ok(Some(done)),
            None => self.fault.take().map_or(Ok(None), Err),
        }
    }

    /// Runs to the end and collects what came of it.
    ///
    /// Dropping the future drops the run, with the calls that are under way.
    pub async fn collect(self) -> Summary<S, R> {
        self.collect_with(|_| {}).await
    }

    /// The same, and tells its progress with each call that is over.
    pub async fn collect_with(mut self, mut on_progress: impl FnMut(Progress)) -> Summary<S, R> {
        let (mut succeeded, mut failed) = (Vec::new(), Vec::new());
        while let Some(Done { input, outcome, .. }) = poll_fn(|cx| self.poll_done(cx)).await {
            match outcome {
                Ok(reply) => succeeded.push((input, reply)),
                Err(error) => failed.push((input, error)),
            }
            on_progress(self.progress());
        }
        Summary { succeeded, failed, not_begun: self.source, fault: self.fault, refusal: None }
    }

    /// Ready with `None` when no call is under way and none will begin.
    fn poll_done(&mut self, cx: &mut Context<'_>) -> Poll<Next<S, R>> {
        loop {
            self.begin(cx);
            if let Some(done) = self.release() {
                return Poll::Ready(Some(done));
            }
            let Some(done) = ready!(Pin::new(&mut self.flights).poll_next(cx)) else {
                return if self.intake == Intake::Open { Poll::Pending } else { Poll::Ready(None) };
            };
            self.count.outcome(done.outcome.is_ok());
            if self.stops_at_error && done.outcome.is_err() {
                self.stop();
            }
            if !self.ordered {
                return Poll::Ready(Some(done));
            }
            self.held.insert(done.index, done);
        }
    }

    /// Begins calls as long as there is room.
    fn begin(&mut self, cx: &mut Context<'_>) {
        while self.intake == Intake::Open && self.flights.len() + self.held.len() < self.room {
            let input = match self.source.poll_input(cx) {
                Poll::Ready(Some(Ok(input))) => input,
                Poll::Ready(Some(Err(fault))) => {
                    self.fault = Some(fault);
                    self.intake = Intake::Exhausted;
                    return;
                }
                Poll::Ready(None) => {
                    self.intake = Intake::Exhausted;
                    return;
                }
                Poll::Pending => return,
            };
            let call = (self.call)(&self.client, &input);
            self.room = self.concurrency.min(call.crowd());
            self.flights.push(Flight::new(self.count.begun, input, call));
            self.count.begun += 1;
        }
    }

    /// The one to be told next, if it has been held back until now.
    fn release(&mut self) -> Next<S, R> {
        let first = self.held.first_entry().filter(|first| *first.key() == self.told)?;
        self.told += 1;
        Some(first.remove())
    }
}

impl<S, R, F> Run<S, R, F>
where
    S: Source<Fault = Infallible>,
    Call<R>: Future<Output = Result<R, Error>>,
    F: FnMut(&Client, &S::Input) -> Call<R>,
{
    /// The next call that is over; `None` at the end.
    ///
    /// Nothing is lost if the future is dropped before it is done, as `select!` does.
    pub async fn next(&mut self) -> Next<S, R> {
        poll_fn(|cx| self.poll_done(cx)).await
    }
}

impl<S, R, F> Stream for Run<S, R, F>
where
    S: Source<Fault = Infallible>,
    Call<R>: Future<Output = Result<R, Error>>,
    F: FnMut(&Client, &S::Input) -> Call<R>,
{
    type Item = Done<S::Input, R>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_done(cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let open = self.flights.len() + self.held.len();
        (open, self.progress().total.map(|total| total - self.count.begun + open))
    }
}

impl<S: Source, R, F> Run<S, R, F> {
    /// How many calls may be under way at once; 0 counts as 1. The default is 16.
    ///
    /// To use up a rate limit, it takes as many as the limit, times the seconds that an answer takes: of 20 a second at
    /// 0.2 seconds, 4.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.concurrency = calls.max(1);
        self.room = self.concurrency;
        self
    }

    /// Tells outcomes in the order of the inputs, and not as they come. One that takes long holds back those after it, and
    /// those that are held back count as [under way](Self::concurrency).
    pub fn ordered(mut self) -> Self {
        self.ordered = true;
        self
    }

    /// Stops by itself at the first call that fails: see [`stop`](Self::stop).
    pub fn stop_at_first_error(mut self) -> Self {
        self.stops_at_error = true;
        self
    }

    /// Begins no more calls. Those under way are finished, and told: go on until there is no next.
    pub fn stop(&mut self) {
        if self.intake == Intake::Open {
            self.intake = Intake::Stopped;
        }
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.count.progress(if self.intake == Intake::Exhausted { Some(0) } else { self.source.left() })
    }

    /// Ends the calls that are under way with an error each, for who can't wait for them, and begins no more. In the order of
    /// the inputs, with those that are over and weren't told yet.
    #[cfg(feature = "blocking")]
    pub(crate) fn break_off(&mut self, error: impl Fn() -> Error) -> std::collections::VecDeque<Done<S::Input, R>> {
        self.stop();
        let broken = std::mem::take(&mut self.flights).into_iter().filter_map(Flight::into_input);
        for (index, input) in broken {
            self.count.outcome(false);
            self.held.insert(index, Done { input, index, outcome: Err(error()) });
        }
        std::mem::take(&mut self.held).into_values().collect()
    }

    /// Drops the calls that are under way, and says of which inputs they were; gives back what wasn't begun.
    ///
    /// After the end, this is how to get at the inputs that a run that was [stopped](Self::stop) has not taken.
    pub fn give_up(self) -> Left<S, R> {
        let mut in_flight: Vec<_> = self.flights.into_iter().filter_map(Flight::into_input).collect();
        in_flight.sort_unstable_by_key(|(index, _)| *index);
        Left {
            done: self.held.into_values().collect(),
            in_flight: in_flight.into_iter().map(|(_, input)| input).collect(),
            not_begun: self.source,
            fault: self.fault,
        }
    }
}

/// Nothing in it is pinned but the calls, and those are on their own.
impl<S: Source, R, F> Unpin for Run<S, R, F> {}

impl<S: Source, R, F> fmt::Debug for Run<S, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run").field("progress", &self.progress()).finish_non_exhaustive()
    }
}
