//! Waits on virtual time: a cloud whose task goes on as a script says.

mod endings;
mod failures;
mod pace;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tencent_action::fake::FakeCloud;
use tencent_action::{Client, Reply, RetryPolicy, Verdict, tencent_action, tencent_data};
use tokio::time::Instant;

use crate::faults::VirtualClock;

/// Not declared idempotent, as a user may well leave it.
#[tencent_action(service = "vod", version = "2018-07-17", response = TaskDetail)]
#[derive(Clone)]
struct DescribeTaskDetail {
    task_id: String,
}

#[tencent_data]
#[derive(Debug)]
struct TaskDetail {
    status: String,
    err_code_ext: Option<String>,
}

/// A task and the times at which it was asked for.
struct World {
    cloud: FakeCloud,
    begin: Instant,
    asked: Arc<Mutex<Vec<Duration>>>,
}

impl World {
    /// A task of which the n-th look sees the n-th status, and all that come after see the last.
    fn new(statuses: &'static [&'static str]) -> Self {
        let asked = Arc::<Mutex<Vec<_>>>::default();
        let begin = Instant::now();
        let times = Arc::clone(&asked);
        let observe = move |_: &_| times.lock().unwrap().push(begin.elapsed());
        let cloud = FakeCloud::builder().clock(VirtualClock::new()).observe(observe).in_process();
        let looks = Mutex::new(0);
        cloud.on(move |_: DescribeTaskDetail| {
            let mut looks = looks.lock().unwrap();
            let status = *statuses.get(*looks).or(statuses.last()).unwrap();
            *looks += 1;
            let (status, code) = status.split_once('!').map_or((status, ""), |(status, code)| (status, code));
            Ok(TaskDetail { status: status.to_owned(), err_code_ext: Some(code.to_owned()) })
        });
        Self { cloud, begin, asked }
    }

    /// A client whose calls are one attempt each.
    fn client(&self) -> Client {
        self.cloud.client().retry(RetryPolicy::never()).build().unwrap()
    }

    fn asked(&self) -> Vec<Duration> {
        self.asked.lock().unwrap().clone()
    }

    /// Rounded to milliseconds, which is as fine as tokio's timer.
    fn asked_ms(&self) -> Vec<u128> {
        self.asked().iter().map(Duration::as_millis).collect()
    }

    fn elapsed(&self) -> Duration {
        self.begin.elapsed()
    }

    fn last_request_id(&self) -> String {
        self.cloud.received().pop().unwrap().request_id
    }
}

fn task() -> DescribeTaskDetail {
    DescribeTaskDetail { task_id: "t".to_owned() }
}

/// As VOD has it: `FINISH` is no success where there is a code.
fn judge(detail: &Reply<TaskDetail>) -> Verdict {
    match (detail.status.as_str(), detail.err_code_ext.as_deref()) {
        ("FINISH", Some("")) => Verdict::Done,
        ("FINISH", code) => Verdict::failed(code.unwrap_or("no code")),
        ("ABORTED", _) => Verdict::failed("it was aborted"),
        (other, _) => Verdict::pending(other),
    }
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}
