//! A cloud of our own, for who has no account, and to count what arrives.

use std::io;
use std::path::PathBuf;

use tencent_action::fake::FakeCloud;
use tencent_action::{ClientBuilder, SystemClock};
use tencent_action_examples::{Meter, Vod, say};

use crate::options::Options;

/// What the vendor documents for `ManageTask`.
const LIMIT: usize = 20;

pub(crate) struct Fake {
    cloud: FakeCloud,
    vod: Vod,
    meter: Meter,
    /// Of a cloud that goes with the program, nobody needs the journal afterwards.
    journal: PathBuf,
}

impl Fake {
    pub(crate) fn start(tasks: usize) -> io::Result<Self> {
        let meter = Meter::of("ManageTask");
        let cloud = FakeCloud::builder().observe(meter.observer()).start()?;
        let vod = Vod::new(SystemClock);
        vod.add_waiting(tasks);
        vod.open(&cloud);
        say!("a fake cloud with {tasks} waiting tasks; --site or --endpoint calls another");
        let journal = std::env::temp_dir().join(format!("abort_waiting-fake-{}.journal", std::process::id()));
        Ok(Self { cloud, vod, meter, journal })
    }

    pub(crate) fn client(&self) -> ClientBuilder {
        self.cloud.client()
    }

    pub(crate) fn journal(&self, options: &Options) -> PathBuf {
        options.journal.clone().unwrap_or_else(|| self.journal.clone())
    }

    /// Tells what the server has counted, and whether that is within the limit. Who is held up for longer than the margin sends
    /// what was due at once, which a busy machine may do to anybody.
    pub(crate) fn report(&self) -> bool {
        let most = self.meter.most_in_a_second();
        say!(
            "the cloud counted {} requests, at most {most} in any second; {} tasks aborted, {} wait",
            self.meter.count(),
            self.vod.aborted().len(),
            self.vod.waiting(),
        );
        most <= LIMIT
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        // A dry run makes none.
        drop(std::fs::remove_file(&self.journal));
    }
}
