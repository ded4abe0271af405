//! Rate limits end to end, on virtual time: a client over a closure that notes when each request arrives.

mod client;
mod custom;
mod late;

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use tencent_action::{Client, ClientBuilder, Clock, RetryPolicy, SystemClock, tencent_action};
use tokio::time::Instant;

use crate::support::credential;

const OK: &str = r#"{"Response":{"RequestId":"r"}}"#;
const THROTTLED: &str =
    r#"{"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"Slow down."},"RequestId":"r"}}"#;

#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20)]
pub(crate) struct ManageTask {
    task_id: String,
    operation_type: String,
}

#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 1)]
pub(crate) struct DescribeTasks;

fn task() -> ManageTask {
    ManageTask { task_id: "t".into(), operation_type: "Abort".into() }
}

/// On virtual time.
async fn sleep(duration: Duration) {
    SystemClock.sleep(duration).await;
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// A cloud that answers at once, with `THROTTLED` to the requests of these numbers, and notes when requests arrive.
#[derive(Clone)]
struct Cloud {
    begin: Instant,
    arrived: Arc<Mutex<Vec<Duration>>>,
    throttles: Arc<Vec<usize>>,
}

impl Cloud {
    fn new() -> Self {
        Self::throttling(&[])
    }

    fn throttling(numbers: &[usize]) -> Self {
        Self { begin: Instant::now(), arrived: Arc::default(), throttles: Arc::new(numbers.to_vec()) }
    }

    /// A client with patience enough.
    fn client(&self) -> ClientBuilder {
        let cloud = self.clone();
        let answer = move |_: Request<Bytes>| {
            let answer = cloud.answer();
            async move { Ok::<_, Infallible>(Response::new(answer)) }
        };
        Client::builder()
            .without_env()
            .credentials(credential())
            .timeout(seconds(3600))
            .retry(RetryPolicy::never())
            .transport(answer)
    }

    fn answer(&self) -> &'static str {
        let mut arrived = self.arrived.lock().unwrap();
        arrived.push(self.begin.elapsed());
        if self.throttles.contains(&(arrived.len() - 1)) { THROTTLED } else { OK }
    }

    fn arrived(&self) -> Vec<Duration> {
        self.arrived.lock().unwrap().clone()
    }

    /// In milliseconds.
    fn arrived_ms(&self) -> Vec<u128> {
        self.arrived().iter().map(Duration::as_millis).collect()
    }
}
