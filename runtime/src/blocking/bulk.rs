//! Many calls at once, from one thread.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::fmt;

use super::each::Inside;
use super::{Call, Client};
use crate::action::Action;
use crate::bulk::{self, Done, IntoSource, Left, Progress, Source, Summary};
use crate::error::Error;
use crate::response::Reply;
use crate::retry::Tries;

/// Calls under way, and those to come: an iterator over their outcomes, each with its input.
///
/// [`Client::run_all`] and [`Client::run_each`] begin one. It is [`tencent_action::bulk::Run`](crate::bulk::Run) otherwise, with
/// its promises: many calls are under way, and all on this thread. They go on while it blocks in `next`, and rest in between.
#[must_use = "a run does nothing until it is asked for what comes next"]
pub struct Run<S: Source, R, F> {
    inside: Inside<bulk::Run<S, R, F>>,
    /// Calls that were under way where one can't wait for them.
    broken: VecDeque<Done<S::Input, R>>,
    refusal: Option<Error>,
}

impl Client {
    /// Calls all of these actions, some at once.
    ///
    /// # Example
    ///
    /// ```
    /// # use tencent_action::fake::FakeCloud;
    /// # use tencent_action::{Empty, tencent_action};
    /// # #[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20)]
    /// # struct ManageTask { task_id: String, operation_type: String }
    /// # fn main() -> Result<(), tencent_action::Error> {
    /// # let cloud = FakeCloud::in_process();
    /// # cloud.on(|_: ManageTask| Ok(Empty));
    /// # let client = cloud.client().build_blocking()?;
    /// let tasks = ["a", "b", "c"].map(|id| ManageTask { task_id: id.into(), operation_type: "Abort".into() });
    /// for done in client.run_all(tasks).concurrency(2) {
    ///     println!("{}: {}", done.input.task_id, done.outcome?.request_id());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[expect(clippy::type_complexity, reason = "a closure has no name, and an alias would hide that it is a run")]
    pub fn run_all<I, A>(
        &self,
        actions: I,
    ) -> Run<I::Source, Reply<A::Response>, impl FnMut(&crate::Client, &A) -> crate::Call<Reply<A::Response>> + use<I, A>>
    where
        I: IntoSource<Source: Source<Input = A>>,
        A: Action,
    {
        self.run_each(actions, Self::call)
    }

    /// Makes a call of each of these inputs, some at once: for inputs that aren't actions, and for calls with options.
    pub fn run_each<I, R, F, S>(
        &self,
        inputs: I,
        mut call: F,
    ) -> Run<S, R, impl FnMut(&crate::Client, &S::Input) -> crate::Call<R> + use<I, R, F, S>>
    where
        I: IntoSource<Source = S>,
        S: Source,
        F: FnMut(&Self, &S::Input) -> Call<R>,
    {
        let client = self.clone();
        let run = self.client().run_each(inputs, move |_, input| call(&client, input).into_async());
        Run { inside: Inside::new(run, self.runtime().clone()), broken: VecDeque::new(), refusal: None }
    }
}

impl<S, R, F> Run<S, R, F>
where
    S: Source,
    crate::Call<R>: Future<Output = Result<R, Error>>,
    F: FnMut(&crate::Client, &S::Input) -> crate::Call<R>,
{
    /// The next call that is over, of inputs that may fail; `None` at the end.
    ///
    /// # Errors
    ///
    /// Once, after all calls that have begun: the fault for which there were no more inputs. A call that failed is no error
    /// here; it is an [outcome](Done::outcome), and so is it that a call can't be waited for where the run has come to. That its
    /// next input can't be waited for there ends the run, which [`refusal`](Self::refusal) tells from a run that is over.
    pub fn try_next(&mut self) -> Result<Option<Done<S::Input, R>>, S::Fault> {
        if let Some(done) = self.broken.pop_front() {
            return Ok(Some(done));
        }
        let (run, runtime) = self.inside.get_mut();
        let refusal = match runtime.block_on_any(run.try_next()) {
            Ok(next) => return next,
            Err(refusal) => self.refusal.insert(refusal).to_string(),
        };
        // Calls that had begun before it came here are told all the same; they may have run.
        let _inside = runtime.enter();
        let unknown = Tries { may_have_run: true, ..Tries::NONE };
        self.broken = run.break_off(|| Error::config(refusal.clone()).after(unknown));
        Ok(self.broken.pop_front())
    }

    /// Runs to the end and collects what came of it.
    pub fn collect(self) -> Summary<S, R> {
        self.collect_with(|_| {})
    }

    /// The same, and tells its progress with each call that is over.
    pub fn collect_with(mut self, mut on_progress: impl FnMut(Progress)) -> Summary<S, R> {
        let (mut succeeded, mut failed) = (Vec::new(), Vec::new());
        let fault = loop {
            match self.try_next() {
                Ok(Some(Done { input, outcome: Ok(reply), .. })) => succeeded.push((input, reply)),
                Ok(Some(Done { input, outcome: Err(error), .. })) => failed.push((input, error)),
                Ok(None) => break None,
                Err(fault) => break Some(fault),
            }
            on_progress(self.progress());
        };
        let refusal = self.refusal.take();
        Summary { succeeded, failed, not_begun: self.give_up().not_begun, fault, refusal }
    }
}

impl<S, R, F> Iterator for Run<S, R, F>
where
    S: Source<Fault = Infallible>,
    crate::Call<R>: Future<Output = Result<R, Error>>,
    F: FnMut(&crate::Client, &S::Input) -> crate::Call<R>,
{
    type Item = Done<S::Input, R>;

    /// Blocks until a call is over.
    fn next(&mut self) -> Option<Self::Item> {
        let Ok(done) = self.try_next();
        done
    }
}

impl<S: Source, R, F> Run<S, R, F> {
    /// How many calls may be under way at once; 0 counts as 1. The default is 16.
    pub fn concurrency(self, calls: usize) -> Self {
        self.with(|run| run.concurrency(calls))
    }

    /// Tells outcomes in the order of the inputs, and not as they come.
    pub fn ordered(self) -> Self {
        self.with(bulk::Run::ordered)
    }

    /// Stops by itself at the first call that fails: see [`stop`](Self::stop).
    pub fn stop_at_first_error(self) -> Self {
        self.with(bulk::Run::stop_at_first_error)
    }

    /// Begins no more calls. Those under way are finished, and told: go on until there is no next.
    pub fn stop(&mut self) {
        self.inside.get_mut().0.stop();
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.inside.get().progress()
    }

    /// Why it broke off, if it had to wait where [that is refused](crate::guide::blocking#where-it-may-be-called): there is no
    /// next then, and inputs may be left.
    pub fn refusal(&self) -> Option<&Error> {
        self.refusal.as_ref()
    }

    /// Drops the calls that are under way, and says of which inputs they were; gives back what wasn't begun.
    pub fn give_up(self) -> Left<S, R> {
        let (run, runtime) = self.inside.into_parts();
        let _inside = runtime.enter();
        let left = run.give_up();
        Left { done: self.broken.into_iter().chain(left.done).collect(), ..left }
    }

    fn with(self, change: impl FnOnce(bulk::Run<S, R, F>) -> bulk::Run<S, R, F>) -> Self {
        Self { inside: self.inside.map(change), broken: self.broken, refusal: self.refusal }
    }
}

impl<S: Source, R, F> fmt::Debug for Run<S, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inside.get().fmt(f)
    }
}
