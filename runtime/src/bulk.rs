//! Many calls at once: a bounded number at a time, each outcome with its input.
//!
//! [`Client::run_all`](crate::Client::run_all) begins a [`Run`]. [The guide](crate::guide::bulk) has examples.

mod end;
mod flight;
mod inputs;
mod progress;
mod running;
mod source;

pub use self::end::{Left, Summary};
pub use self::flight::Done;
pub use self::inputs::{IterInputs, StreamInputs, TryIterInputs, TryStreamInputs, stream, try_iter, try_stream};
pub use self::progress::Progress;
pub use self::source::{IntoSource, Source};

use std::collections::BTreeMap;

use futures_util::stream::FuturesUnordered;

use self::flight::Flight;
use self::progress::Count;
use crate::action::Action;
use crate::call::Call;
use crate::client::Client;
use crate::response::Reply;

/// How many calls are under way at once if nobody says.
const CONCURRENCY: usize = 16;

/// Calls under way, and those to come.
///
/// [`next`](Self::next) gives an outcome after the other, with its input; [`collect`](Self::collect) all of them. It needs
/// no runtime of its own and spawns nothing: the calls go on while the run is polled, and only then, so what takes long is
/// not for the loop around `next`. With inputs that borrow nothing, a run can be spawned as a whole.
///
/// # What it promises
///
/// - Inputs are taken one by one, when there is room for another call, and no sooner.
/// - What has begun is finished, by [`stop`](Self::stop) and [`stop_at_first_error`](Self::stop_at_first_error) too. Only
///   dropping the run drops calls that are under way, which may have run then: [`give_up`](Self::give_up) says which.
/// - Calls wait for their turns by the rate limit in the order of the inputs. The run never begins so many that a call would
///   wait for its turn for more than a quarter of its deadline; what else uses the client it can't know.
/// - Dropping the future of `next` loses nothing, as `select!` does.
#[must_use = "a run does nothing until it is polled"]
pub struct Run<S: Source, R, F = fn(&Client, &<S as Source>::Input) -> Call<R>> {
    client: Client,
    source: S,
    call: F,
    concurrency: usize,
    /// How many may be under way at once, as their rate limit has it.
    room: usize,
    ordered: bool,
    stops_at_error: bool,
    intake: Intake,
    fault: Option<S::Fault>,
    flights: FuturesUnordered<Flight<S::Input, R>>,
    /// Those that are over before others whose turn it is to be told.
    held: BTreeMap<usize, Done<S::Input, R>>,
    /// How many of an ordered run have been told.
    told: usize,
    count: Count,
}

/// Whether inputs are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Intake {
    Open,
    /// No more are to be taken.
    Stopped,
    /// There are no more, be it that all are taken or that the source has failed.
    Exhausted,
}

impl Client {
    /// Calls all of these actions, some at once. They come from an iterator, or from a stream by way of [`stream`] or
    /// [`try_stream`].
    ///
    /// # Example
    ///
    /// ```
    /// # use tencent_action::fake::FakeCloud;
    /// # use tencent_action::{ApiError, Empty, tencent_action};
    /// #[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20)]
    /// struct ManageTask {
    ///     task_id: String,
    ///     operation_type: String,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tencent_action::Error> {
    /// # let cloud = FakeCloud::in_process();
    /// # cloud.on(|task: ManageTask| match task.task_id.as_str() {
    /// #     "b" => Err(ApiError::new("InvalidParameterValue.TaskId", "There is no such task.")),
    /// #     _ => Ok(Empty),
    /// # });
    /// # let client = cloud.client().build()?;
    /// let abort = |id: &str| ManageTask { task_id: id.into(), operation_type: "Abort".into() };
    /// let mut run = client.run_all(["a", "b", "c"].map(abort)).concurrency(2);
    /// let mut failed = Vec::new();
    /// while let Some(done) = run.next().await {
    ///     if let Err(error) = done.outcome {
    ///         failed.push((done.input.task_id, error));
    ///     }
    /// }
    /// assert_eq!((failed.len(), failed[0].0.as_str()), (1, "b"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// [`stream`]: crate::bulk::stream
    /// [`try_stream`]: crate::bulk::try_stream
    pub fn run_all<S, A>(&self, actions: impl IntoSource<Source = S>) -> Run<S, Reply<A::Response>>
    where
        S: Source<Input = A>,
        A: Action,
    {
        self.run_each(actions, Self::call)
    }

    /// Makes a call of each of these inputs, some at once: for inputs that aren't actions, and for calls with options.
    ///
    /// # Example
    ///
    /// ```
    /// # use tencent_action::fake::FakeCloud;
    /// # use tencent_action::{Empty, tencent_action};
    /// # #[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20)]
    /// # struct ManageTask { task_id: String, operation_type: String }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tencent_action::Error> {
    /// # let cloud = FakeCloud::in_process();
    /// # cloud.on(|_: ManageTask| Ok(Empty));
    /// # let client = cloud.client().build()?;
    /// let lines = "251-a\n251-b";
    /// let mut run = client.run_each(lines.lines().enumerate(), |client, (_, id)| {
    ///     ManageTask { task_id: id.to_string(), operation_type: "Abort".into() }.send(client).region("ap-guangzhou")
    /// });
    /// while let Some(done) = run.next().await {
    ///     let (line, id) = done.input;
    ///     println!("line {line}, {id}: {}", done.outcome?.request_id());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn run_each<I, R, F>(&self, inputs: I, call: F) -> Run<I::Source, R, F>
    where
        I: IntoSource,
        F: FnMut(&Client, &<I::Source as Source>::Input) -> Call<R>,
    {
        Run {
            client: self.clone(),
            source: inputs.into_source(),
            call,
            concurrency: CONCURRENCY,
            room: CONCURRENCY,
            ordered: false,
            stops_at_error: false,
            intake: Intake::Open,
            fault: None,
            flights: FuturesUnordered::new(),
            held: BTreeMap::new(),
            told: 0,
            count: Count::default(),
        }
    }
}
