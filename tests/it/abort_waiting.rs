//! The core of the example `abort_waiting`, on virtual time: in process, on the clock that tests pause.

mod journal;
mod runs;
mod unclear;

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use tencent_action::fake::FakeCloud;
use tencent_action::{Client, RetryPolicy, SlidingWindow};
use tencent_action_examples::abort_waiting::{AbortWaiting, Event, Fault, Owner, Settings, Summary, limiter};
use tencent_action_examples::{Interrupt, Meter, Vod};

use crate::faults::VirtualClock;

/// A cloud with tasks, and a directory for the journal.
struct World {
    cloud: FakeCloud,
    vod: Vod,
    meter: Meter,
    directory: TempDir,
    ids: Vec<String>,
}

impl World {
    fn new(tasks: usize) -> Self {
        let (clock, meter) = (VirtualClock::new(), Meter::of("ManageTask"));
        let cloud = FakeCloud::builder().clock(clock).observe(meter.observer()).in_process();
        let vod = Vod::new(clock);
        vod.open(&cloud);
        let ids = vod.add_waiting(tasks);
        Self { cloud, vod, meter, directory: tempfile::tempdir().unwrap(), ids }
    }

    fn client(&self) -> Client {
        let window = limiter(SlidingWindow::with_clock(VirtualClock::new()));
        self.cloud.client().retry(RetryPolicy::never()).rate_limiter(window).build().unwrap()
    }

    fn journal(&self) -> PathBuf {
        self.directory.path().join("journal")
    }

    fn settings(&self) -> Settings {
        Settings { sub_app_id: Some(7), limit: None, concurrency: 16, account: None, journal: self.journal() }
    }

    async fn run(&self) -> Result<Summary, Fault> {
        self.run_with(&self.settings(), &mut Interrupt::new().1, &mut |_| {}).await
    }

    async fn run_with(
        &self,
        settings: &Settings,
        interrupt: &mut Interrupt,
        tell: &mut dyn FnMut(Event<'_>),
    ) -> Result<Summary, Fault> {
        AbortWaiting::new(&self.client(), settings, tell).run(interrupt).await
    }

    /// What the lines of the journal say, without ids and texts.
    fn marks(&self) -> Vec<String> {
        self.lines().iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
    }

    /// The lines of the journal, but for the first.
    fn lines(&self) -> Vec<String> {
        fs::read_to_string(self.journal()).unwrap().lines().skip(1).map(str::to_owned).collect()
    }

    /// Writes a journal that an earlier run has left.
    fn left(&self, lines: &str) {
        fs::write(self.journal(), format!("{}\n{lines}", self.head())).unwrap();
    }

    fn head(&self) -> String {
        format!("abort_waiting journal 1: {}", self.owner())
    }

    #[expect(clippy::unused_self, reason = "it is the world's")]
    fn owner(&self) -> Owner {
        let cloud = "https://vod.intl.tencentcloudapi.com".to_owned();
        Owner { cloud, account: "100000000001".to_owned(), sub_app_id: Some(7) }
    }

    /// Each task once, and all of them.
    fn assert_all_aborted_once(&self) {
        let mut aborted = self.vod.aborted();
        aborted.sort_unstable();
        assert_eq!(aborted, self.ids);
    }
}

/// Counts: aborted, late, failed, not begun.
fn counts(summary: &Summary) -> [usize; 4] {
    [summary.aborted, summary.late, summary.failed.len(), summary.not_begun]
}
