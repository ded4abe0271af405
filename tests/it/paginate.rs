//! Pages, from a cloud in process: each family of them, each end, and what goes wrong.

mod by_hand;
mod endings;
mod families;
mod faults;
mod members;
mod policies;
mod resuming;

use serde_json::{Value, json};
use tencent_action::fake::FakeCloud;
use tencent_action::{ApiError, Client, Error, Pages, PaginatedAction, RetryPolicy, tencent_action, tencent_data};

/// Goes on by what came, to the total.
#[tencent_action(
    service = "cvm",
    version = "2017-03-12",
    response = Instances,
    idempotent,
    paginate(offset, total = total_count, items = instance_set, item = u64)
)]
#[derive(Debug, Clone, PartialEq, Default)]
struct DescribeInstances {
    offset: Option<u64>,
    limit: Option<u64>,
}

#[tencent_data]
#[derive(Debug)]
struct Instances {
    instance_set: Vec<u64>,
    total_count: Option<u64>,
}

/// Goes on by a token.
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = Tasks,
    idempotent,
    rate_limit = 2,
    paginate(token = scroll_token, items = task_set, item = u64)
)]
#[derive(Debug, Clone, PartialEq, Default)]
struct DescribeTasks {
    limit: Option<u64>,
    scroll_token: Option<String>,
}

#[tencent_data]
#[derive(Debug)]
struct Tasks {
    task_set: Vec<u64>,
    scroll_token: Option<String>,
}

fn instances() -> DescribeInstances {
    DescribeInstances::default()
}

fn tasks() -> DescribeTasks {
    DescribeTasks::default()
}

/// A cloud that answers an action by its parameters.
fn answering<A: PaginatedAction>(
    answer: impl Fn(&Value) -> Result<Value, ApiError> + Send + Sync + 'static,
) -> (FakeCloud, Client) {
    let cloud = FakeCloud::in_process();
    cloud.on_json(A::SERVICE, A::VERSION, A::NAME, answer);
    let client = cloud.client().retry(RetryPolicy::never()).build().unwrap();
    (cloud, client)
}

/// A cloud that answers with these, one after the other, whatever it is asked.
fn scripted<A: PaginatedAction>(answers: impl IntoIterator<Item = Value>) -> (FakeCloud, Client) {
    let answers = std::sync::Mutex::new(answers.into_iter().collect::<Vec<_>>().into_iter());
    answering::<A>(move |_| match answers.lock().unwrap().next() {
        Some(answer) => Ok(answer),
        None => Err(ApiError::new("FailedOperation", "Nobody expected another request.")),
    })
}

/// What was sent: this parameter of each request.
fn sent(cloud: &FakeCloud, parameter: &str) -> Vec<Value> {
    cloud.received().iter().map(|received| received.parameters[parameter].clone()).collect()
}

/// All items, and the error that they ended with. Nothing comes after the end.
async fn read<A: PaginatedAction>(pages: Pages<A>) -> (Vec<A::Item>, Option<Error>) {
    let (mut items, mut all, mut last) = (pages.items(), Vec::new(), None);
    while let Some(item) = items.next().await {
        assert!(last.is_none(), "something comes after {last:?}");
        match item {
            Ok(item) => all.push(item),
            Err(error) => last = Some(error),
        }
    }
    assert!(items.next().await.is_none());
    assert_eq!(items.next_request().is_some(), last.is_some());
    (all, last)
}

fn numbers(range: std::ops::Range<u64>) -> Vec<u64> {
    range.collect()
}

/// The items from an offset of a list of so many.
fn slice(count: u64, offset: u64, limit: u64) -> Vec<u64> {
    numbers(offset.min(count)..offset.saturating_add(limit).min(count))
}
