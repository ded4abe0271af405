//! What goes wrong where a script of the fake cloud says so, and what the client makes of it.

mod cancelled;
mod dates;
mod held_back;
mod latency;
mod reports;
mod retry;
mod scripts;
mod skew;
mod streamed;
mod streams;
mod throttle;
mod tokens;
mod wire;

use std::iter::repeat;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use tencent_action::fake::{FakeCloud, Fault, Received};
use tencent_action::{Client, Clock, Empty, RetryPolicy, SystemClock};
use tokio::time::Instant;

use crate::support::{ManageTask, SECOND};

/// A clock that goes with tokio's, which tests pause.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VirtualClock {
    begin: Instant,
}

impl VirtualClock {
    pub(crate) fn new() -> Self {
        Self { begin: Instant::now() }
    }
}

#[async_trait]
impl Clock for VirtualClock {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(SECOND) + self.begin.elapsed()
    }

    async fn sleep(&self, duration: Duration) {
        SystemClock.sleep(duration).await;
    }
}

/// A cloud on virtual time, and how often its operation has run.
fn cloud() -> (FakeCloud, Arc<AtomicUsize>) {
    counting(FakeCloud::builder().clock(VirtualClock::new()).in_process())
}

/// The same on loopback, on real time.
fn listening() -> (FakeCloud, Arc<AtomicUsize>) {
    counting(FakeCloud::start().unwrap())
}

fn counting(cloud: FakeCloud) -> (FakeCloud, Arc<AtomicUsize>) {
    let runs = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&runs);
    cloud.on(move |_: ManageTask| {
        counter.fetch_add(1, Ordering::SeqCst);
        Ok(Empty)
    });
    (cloud, runs)
}

/// A client whose calls are one attempt each.
fn client(cloud: &FakeCloud) -> Client {
    cloud.client().retry(RetryPolicy::never()).build().unwrap()
}

fn always(cloud: &FakeCloud, fault: &Fault) {
    cloud.no_faults().faults(repeat(Some(fault.clone())));
}

fn last(cloud: &FakeCloud) -> Received {
    cloud.received().pop().unwrap()
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
