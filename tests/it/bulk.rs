//! Many calls at once, on virtual time: a cloud that answers after a while, and counts.

mod ends;
mod flow;
mod limits;
mod sources;

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use serde_json::Value;
use tencent_action::bulk::{Done, Run, Source};
use tencent_action::{
    Call, Client, ClientBuilder, Clock, Empty, Error, Reply, RetryPolicy, SystemClock, tencent_action,
};
use tokio::time::Instant;

use crate::support::credential;

#[tencent_action(service = "vod", version = "2018-07-17")]
#[derive(Debug, Clone, PartialEq)]
struct ManageTask {
    task_id: String,
    operation_type: String,
}

/// What the cloud has counted.
#[derive(Default)]
struct Count {
    arrived: Vec<(Duration, String)>,
    in_flight: usize,
    most_in_flight: usize,
    answered: usize,
}

/// A cloud that takes as long for each task as it is told, and fails those whose id begins with `bad`.
#[derive(Clone)]
struct Cloud {
    begin: Instant,
    latency: fn(&str) -> Duration,
    count: Arc<Mutex<Count>>,
}

impl Cloud {
    fn new(latency: fn(&str) -> Duration) -> Self {
        Self { begin: Instant::now(), latency, count: Arc::default() }
    }

    fn builder(&self) -> ClientBuilder {
        let cloud = self.clone();
        let answer = move |request: Request<Bytes>| {
            let cloud = cloud.clone();
            async move { Ok::<_, Infallible>(Response::new(cloud.answer(request.body()).await)) }
        };
        Client::builder().without_env().credentials(credential()).retry(RetryPolicy::never()).transport(answer)
    }

    fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    async fn answer(&self, body: &[u8]) -> &'static str {
        let request: Value = serde_json::from_slice(body).unwrap();
        let id = request["TaskId"].as_str().unwrap();
        let flight = InFlight::begin(self, id);
        SystemClock.sleep((self.latency)(id)).await;
        flight.0.count.lock().unwrap().answered += 1;
        if id.starts_with("bad") {
            r#"{"Response":{"Error":{"Code":"FailedOperation","Message":"No."},"RequestId":"r"}}"#
        } else {
            r#"{"Response":{"RequestId":"r"}}"#
        }
    }

    fn arrived(&self) -> Vec<String> {
        self.count.lock().unwrap().arrived.iter().map(|(_, id)| id.clone()).collect()
    }

    fn most_in_flight(&self) -> usize {
        self.count.lock().unwrap().most_in_flight
    }

    /// How many requests are with the cloud.
    fn in_flight(&self) -> usize {
        self.count.lock().unwrap().in_flight
    }

    fn answered(&self) -> usize {
        self.count.lock().unwrap().answered
    }
}

/// A request that is with the cloud, until it is answered or dropped.
struct InFlight<'a>(&'a Cloud);

impl<'a> InFlight<'a> {
    fn begin(cloud: &'a Cloud, id: &str) -> Self {
        let mut count = cloud.count.lock().unwrap();
        count.arrived.push((cloud.begin.elapsed(), id.to_owned()));
        count.in_flight += 1;
        count.most_in_flight = count.most_in_flight.max(count.in_flight);
        Self(cloud)
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.0.count.lock().unwrap().in_flight -= 1;
    }
}

#[expect(clippy::needless_pass_by_value, reason = "so that it can be mapped over ids")]
fn abort(id: impl ToString) -> ManageTask {
    ManageTask { task_id: id.to_string(), operation_type: "Abort".to_owned() }
}

/// As many milliseconds as the number at the end of the id says.
fn by_number(id: &str) -> Duration {
    Duration::from_millis(id.trim_start_matches("bad").parse().unwrap())
}

fn a_second(_: &str) -> Duration {
    seconds(1)
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// The ids in the order in which they are told.
async fn told<S, F>(mut run: Run<S, Reply<Empty>, F>) -> Vec<String>
where
    S: Source<Input = ManageTask, Fault = Infallible>,
    F: FnMut(&Client, &ManageTask) -> Call<Reply<Empty>>,
{
    let mut told = Vec::new();
    while let Some(done) = run.next().await {
        told.push(done.input.task_id);
    }
    told
}
