//! Clients that block: from any thread, those of a runtime included.

mod built_on;
mod inside;
mod refused;

use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use tencent_action::blocking::Client;
use tencent_action::fake::{FakeCloud, ReceivedForm, StreamItem};
use tencent_action::{ClientBuilder, Clock, Empty, Error, RequestForm, RetryPolicy, tencent_action, tencent_data};

use crate::support::{ManageTask, SECOND, StoppedClock, credential};

#[tencent_action(service = "hunyuan", version = "2023-09-01", stream = Chunk)]
struct ChatCompletions {
    prompt: String,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Chunk {
    text: String,
}

/// A cloud on loopback: connections, tasks of hyper's and all.
fn cloud() -> FakeCloud {
    let cloud = FakeCloud::start().unwrap();
    cloud.on(|_: ManageTask| Ok(Empty));
    cloud.on_stream(|_: ChatCompletions| {
        let chunk = |text: &str| StreamItem::Chunk(Chunk { text: text.to_owned() });
        Ok(["To", " be", "."].map(chunk))
    });
    cloud
}

fn client(cloud: &FakeCloud) -> Client {
    cloud.client().build_blocking().unwrap()
}

/// Without the network, answered by this.
fn builder() -> ClientBuilder {
    tencent_action::Client::builder().without_env().credentials(credential()).retry(RetryPolicy::never())
}

fn abort(client: &Client) -> Result<String, Error> {
    let reply = client.call(&ManageTask::abort("251")).send()?;
    Ok(reply.request_id().to_owned())
}

#[test]
fn a_plain_thread_calls() {
    let cloud = cloud();
    let client = client(&cloud);
    let id = abort(&client).unwrap();
    let received = cloud.received();
    assert_eq!((received.len(), received[0].request_id.as_str()), (1, id.as_str()));
    assert_eq!(client.stats().succeeded, 1);
}

#[test]
fn an_error_is_that_of_the_api() {
    let cloud = FakeCloud::start().unwrap();
    let error = abort(&client(&cloud)).unwrap_err();
    assert_eq!(error.code(), Some("NoSuchProduct"), "{error}");
    let message = error.api().unwrap().message();
    assert!(message.contains("`vod` does not exist") && message.ends_with("`FakeCloud::on` adds one."), "{message}");
}

#[test]
fn options_and_handles_are_those_of_the_call() {
    let cloud = cloud();
    let client = client(&cloud).with_form(RequestForm::Query);
    let call = client.call(&ManageTask::abort("251")).region("ap-tokyo").idempotent(true);
    call.timeout(Duration::from_secs(9)).attempt_timeout(Duration::from_secs(4)).send().unwrap();
    let received = &cloud.received()[0];
    assert_eq!((received.form, received.region.as_deref()), (Some(ReceivedForm::Query), Some("ap-tokyo")));
    let error = client.call(&ManageTask::abort("251")).region("\n").send().unwrap_err();
    assert!(error.to_string().starts_with("vod ManageTask: "), "{error}");
    assert_eq!(cloud.received().len(), 1);
}

#[test]
fn what_is_around_a_call_is_there_too() {
    let cloud = cloud();
    let client = client(&cloud);
    client.warm_up("vod").unwrap();
    assert_eq!(client.credential().unwrap().secret_id(), cloud.credential().secret_id());
    let parameters = serde_json::json!({ "TaskId": "251", "OperationType": "Abort" });
    client.call_json("vod", "2018-07-17", "ManageTask", &parameters).send().unwrap();
    let explained = client.call(&ManageTask::abort("251")).explain().unwrap();
    assert!(explained.to_string().contains("TC3-HMAC-SHA256"), "{explained}");
    assert_eq!(cloud.received().len(), 2, "the connection, and one call");
}

#[test]
fn many_threads_call_at_once() {
    let cloud = cloud();
    let client = client(&cloud);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..25).for_each(|_| drop(abort(&client).unwrap())));
        }
    });
    assert_eq!((cloud.received().len(), client.stats().succeeded), (200, 200));
}

#[test]
fn a_request_may_borrow() {
    #[tencent_action(service = "vod", version = "2018-07-17", action = "ManageTask")]
    struct Borrowed<'a> {
        task_id: &'a str,
        operation_type: &'a str,
    }

    let cloud = cloud();
    let id = String::from("251");
    let call = client(&cloud).call(&Borrowed { task_id: &id, operation_type: "Abort" });
    drop(id);
    // The client is gone as well: the call has what it needs.
    call.send().unwrap();
}

/// A clock on which each wait is over at once, and has taken its time.
#[derive(Debug, Default)]
struct LeapingClock(Mutex<Duration>);

#[async_trait]
impl Clock for LeapingClock {
    fn now(&self) -> SystemTime {
        StoppedClock(SECOND).now() + *self.0.lock().unwrap()
    }

    async fn sleep(&self, duration: Duration) {
        *self.0.lock().unwrap() += duration;
    }
}

#[test]
fn a_deadline_is_kept_on_any_clock() {
    let never = |_| std::future::pending::<Result<http::Response<&str>, std::io::Error>>();
    let client = builder().transport(never).clock(LeapingClock::default()).build_blocking().unwrap();
    let error = client.call(&ManageTask::abort("251")).timeout(Duration::from_secs(7)).send().unwrap_err();
    assert_eq!(error.to_string(), "vod ManageTask: no answer within 7s (may have run)");
}

/// By tokio's timer, which is that of the client's thread.
#[test]
fn a_deadline_is_kept_on_the_systems_clock() {
    let never = |_| std::future::pending::<Result<http::Response<&str>, std::io::Error>>();
    let client = builder().transport(never).build_blocking().unwrap();
    let error = client.call(&ManageTask::abort("251")).timeout(Duration::from_nanos(1)).send().unwrap_err();
    assert!(error.is_timeout(), "{error}");
}
