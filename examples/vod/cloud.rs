//! A small VOD to put behind a `FakeCloud`. Its tasks wait, run and end by its clock.

mod answers;
mod task;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tencent_action::fake::FakeCloud;
use tencent_action::{Clock, SystemClock};

pub use self::task::Pace;
use self::task::Task;
use super::api::{
    DescribeTaskDetail, DescribeTasks, GetCallerIdentity, Identity, ManageTask, ProcessMedia, TaskStatus,
};

/// A task that can be aborted, and waits until then.
pub const WAITING: &str = "251000333-procedure-waiting";
/// A task that runs, and doesn't end.
pub const PROCESSING: &str = "251000333-procedure-processing";
/// A task that is done.
pub const FINISH: &str = "251000333-procedure-finish";
/// A file to start tasks with.
pub const MEDIA: &str = "5285485487985271487";
/// A file that is there and can't be read, so that what is started with it fails.
pub const BROKEN: &str = "5285485487985271488";

/// Registers a VOD with three tasks, one in each state.
pub fn open(cloud: &FakeCloud) {
    Vod::new(SystemClock).with_samples().open(cloud);
}

/// A VOD. A clone is the same one.
#[derive(Clone)]
pub struct Vod {
    state: Arc<Mutex<State>>,
    clock: Arc<dyn Clock>,
}

#[derive(Default)]
struct State {
    pace: Pace,
    /// In the order in which they were made.
    tasks: Vec<Task>,
    places: HashMap<String, usize>,
    aborted: Vec<String>,
}

impl Vod {
    /// One without tasks, on this clock: give it the cloud's.
    pub fn new(clock: impl Clock) -> Self {
        Self { state: Arc::default(), clock: Arc::new(clock) }
    }

    /// Adds the three tasks that have a name of their own, which stay as they are.
    #[must_use]
    pub fn with_samples(self) -> Self {
        let paces = [(WAITING, Pace::WAITING), (PROCESSING, Pace::PROCESSING), (FINISH, Pace::DONE)];
        for (id, pace) in paces {
            self.add(id.to_owned(), pace, ProcessMedia::default());
        }
        self
    }

    /// Adds so many tasks that wait until somebody aborts them, and tells their ids.
    pub fn add_waiting(&self, count: usize) -> Vec<String> {
        let request = || ProcessMedia { file_id: Some(MEDIA.to_owned()), ..ProcessMedia::default() };
        let ids = (0..count).map(|number| format!("251000333-procedurev2-{number:05}"));
        ids.inspect(|id| self.add(id.clone(), Pace::WAITING, request())).collect()
    }

    /// Says how long tasks wait and run that are started from now on.
    #[must_use]
    pub fn pace(self, pace: Pace) -> Self {
        self.lock().pace = pace;
        self
    }

    /// Lets a task begin that waits.
    pub fn begin(&self, id: &str) {
        let now = self.clock.monotonic();
        if let Some(task) = self.lock().find(id) {
            task.begin(now);
        }
    }

    /// The ids of the tasks that were aborted, in that order: once for each time.
    pub fn aborted(&self) -> Vec<String> {
        self.lock().aborted.clone()
    }

    /// How many tasks wait.
    pub fn waiting(&self) -> usize {
        let now = self.clock.monotonic();
        self.lock().tasks.iter().filter(|task| task.status(now) == TaskStatus::Waiting).count()
    }

    /// Registers what this VOD can do, and who calls it.
    pub fn open(&self, cloud: &FakeCloud) {
        let shared = || self.clone();
        let (of_manage, of_process, of_list, of_detail) = (shared(), shared(), shared(), shared());
        cloud.on(move |request: ManageTask| of_manage.lock().manage(&request, of_manage.now()));
        cloud.on(move |request: ProcessMedia| of_process.lock().process(request, &*of_process.clock));
        cloud.on(move |request: DescribeTasks| of_list.lock().list(&request, of_list.now()));
        cloud.on(move |request: DescribeTaskDetail| of_detail.lock().detail(&request, of_detail.now()));
        cloud.on(|_: GetCallerIdentity| Ok(Identity { account_id: "100000000001".to_owned() }));
        super::chat::open(cloud);
    }

    fn now(&self) -> Duration {
        self.clock.monotonic()
    }

    fn add(&self, id: String, pace: Pace, request: ProcessMedia) {
        let task = Task::new(id, pace, request, &*self.clock);
        self.lock().add(task);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn add(&mut self, task: Task) {
        self.places.insert(task.id.clone(), self.tasks.len());
        self.tasks.push(task);
    }

    fn find(&mut self, id: &str) -> Option<&mut Task> {
        self.places.get(id).and_then(|place| self.tasks.get_mut(*place))
    }
}

impl std::fmt::Debug for Vod {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vod").field("tasks", &self.lock().tasks.len()).finish_non_exhaustive()
    }
}
