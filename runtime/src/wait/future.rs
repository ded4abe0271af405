//! The wait as a future.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use serde::de::DeserializeOwned;

use super::error::{Ending, WaitError};
use super::progress::WaitProgress;
use super::rounds::Rounds;
use super::verdict::Verdict;
use super::{State, Until};
use crate::call::Ended;
use crate::response::Reply;

impl<T, F, V, P> Until<T, F, P>
where
    T: DeserializeOwned,
    F: FnMut(&Reply<T>) -> V,
    V: Into<Verdict>,
    P: FnMut(WaitProgress<'_, T>),
{
    /// Takes in how a call ended; gives how the wait ends, if it does.
    fn take(&mut self, rounds: &mut Rounds, ended: Ended) -> Result<Option<Reply<T>>, Ending> {
        match ended.outcome::<Reply<T>>() {
            Ok(reply) => match (self.judge)(&reply).into() {
                Verdict::Done => return Ok(Some(reply)),
                Verdict::Pending(text) => self.seen.reply(reply, text),
                Verdict::Failed(reason) => {
                    self.seen.reply(reply, String::new());
                    return Err(Ending::Failed(reason));
                }
            },
            Err(error) => {
                let passes = self.settings.passes(&error, rounds.elapsed(), self.seen.failures());
                self.seen.failure(error);
                if !passes {
                    return Err(Ending::Fatal);
                }
            }
        }
        let next = rounds.pause(&mut self.settings.interval);
        let progress = next.and_then(|next| self.seen.progress(rounds.calls(), rounds.elapsed(), next));
        progress.into_iter().for_each(&mut self.on_progress);
        Ok(None)
    }

    fn poll_rounds(&mut self, rounds: &mut Rounds, cx: &mut Context<'_>) -> Poll<Result<Reply<T>, Ending>> {
        loop {
            let Ok(ended) = ready!(rounds.poll(cx, self.settings.timeout)) else {
                return Poll::Ready(Err(Ending::TimedOut));
            };
            match self.take(rounds, ended) {
                Ok(None) => {}
                Ok(Some(reply)) => return Poll::Ready(Ok(reply)),
                Err(ending) => return Poll::Ready(Err(ending)),
            }
        }
    }
}

impl<T, F, V, P> Future for Until<T, F, P>
where
    T: DeserializeOwned,
    F: FnMut(&Reply<T>) -> V,
    V: Into<Verdict>,
    P: FnMut(WaitProgress<'_, T>),
{
    type Output = Result<Reply<T>, WaitError<T>>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        match std::mem::replace(&mut this.state, State::Over) {
            State::Going(mut rounds) => {
                let outcome = this.poll_rounds(&mut rounds, cx);
                if outcome.is_pending() {
                    this.state = State::Going(rounds);
                    return Poll::Pending;
                }
                outcome.map_err(|ending| WaitError::new(ending, &rounds, std::mem::take(&mut this.seen)))
            }
            State::Faulty(error) => Poll::Ready(Err(WaitError::not_begun(error))),
            State::Over => Poll::Pending,
        }
    }
}
