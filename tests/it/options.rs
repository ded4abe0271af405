//! What one call can have otherwise than its client, and calls that nobody declared.

use std::convert::Infallible;
use std::future::{pending, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use serde_json::{Value, json};
use tencent_action::fake::FakeCloud;
use tencent_action::{Action, ApiError, Call, Client, Empty, Language, Reply, tencent_action};

use crate::support::{HastyClock, ManageTask, Recorder, Recording, answered, client};

const OK: &str = r#"{"Response":{"RequestId":"r"}}"#;

/// The one request that this call leads to, made by a client with a region of its own.
async fn sent(set_up: impl FnOnce(Call<Reply<Empty>>) -> Call<Reply<Empty>>) -> Result<Request<Bytes>, String> {
    let recorder = Recorder::answering(OK);
    let client = client().region("ap-guangzhou").transport(Recording(recorder.clone())).build().unwrap();
    let outcome = set_up(ManageTask::abort("t").send(&client)).await;
    let mut requests = recorder.requests();
    match outcome {
        Ok(_) => Ok(requests.pop().unwrap()),
        Err(error) => {
            assert!(requests.is_empty() && !error.may_have_run(), "{error}");
            Err(error.to_string())
        }
    }
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

#[tokio::test]
async fn a_call_is_its_clients_unless_it_says_otherwise() {
    let request = sent(|call| call).await.unwrap();
    assert_eq!(header(&request, "x-tc-region"), Some("ap-guangzhou"));
    assert_eq!(header(&request, "host"), Some("vod.intl.tencentcloudapi.com"));

    let request = sent(|call| call.region("ap-singapore").language(Language::Chinese)).await.unwrap();
    assert_eq!(header(&request, "x-tc-region"), Some("ap-singapore"));
    assert_eq!(header(&request, "x-tc-language"), Some("zh-CN"));

    let request = sent(|call| call.region("ap-shanghai-fsi")).await.unwrap();
    assert_eq!(header(&request, "host"), Some("vod.ap-shanghai-fsi.tencentcloudapi.com"));

    let request = sent(|call| call.endpoint("https://vod.ap-tokyo.tencentcloudapi.com")).await.unwrap();
    assert_eq!(request.uri().to_string(), "https://vod.ap-tokyo.tencentcloudapi.com/");
    assert_eq!(header(&request, "host"), Some("vod.ap-tokyo.tencentcloudapi.com"));
    assert_eq!(header(&request, "x-tc-region"), Some("ap-guangzhou"));
}

#[tokio::test]
async fn faulty_options_are_errors_of_the_call_and_nothing_is_sent() {
    for (call, expected) in [
        (sent(|call| call.region("Guangzhou!")).await, "vod ManageTask: `Guangzhou!` is no region"),
        (sent(|call| call.region("")).await, "vod ManageTask: `` is no region"),
        (
            sent(|call| call.endpoint("ftp://h")).await,
            "vod ManageTask: the endpoint `ftp://h` is neither https nor http",
        ),
        (sent(|call| call.endpoint("http://h")).await, "vod ManageTask: the endpoint `http://h` is plain http"),
        // The first fault is told, whatever comes after it.
        (sent(|call| call.region("A").region("ap-tokyo").endpoint("x y")).await, "vod ManageTask: `A` is no region"),
    ] {
        let message = call.unwrap_err();
        assert!(message.starts_with(expected), "{message}");
    }
}

#[tokio::test]
async fn a_client_that_allows_plain_http_allows_it_for_its_calls() {
    let recorder = Recorder::answering(OK);
    let client = client().allow_plain_http(true).transport(Recording(recorder.clone())).build().unwrap();
    ManageTask::abort("t").send(&client).endpoint("http://proxy.example").await.unwrap();
    assert_eq!(recorder.requests()[0].uri().to_string(), "http://proxy.example/");
}

#[tokio::test]
async fn a_call_has_a_deadline_of_its_own() {
    let never = |_: Request<Bytes>| pending::<Result<Response<Bytes>, Infallible>>();
    let client = client().clock(HastyClock).transport(never).build().unwrap();
    let error = ManageTask::abort("t").send(&client).timeout(Duration::from_millis(1500)).await.unwrap_err();
    assert_eq!(error.to_string(), "vod ManageTask: no answer within 1.5s (may have run)");
}

/// A call that has been polled is on its way: an option comes too late, and a result comes once.
#[tokio::test]
async fn a_call_that_is_done_stays_done() {
    let client = answered(200, OK);
    let mut call = pin!(ManageTask::abort("t").send(&client));
    assert!(call.as_mut().await.is_ok());
    let again = poll_fn(|cx| Poll::Ready(Future::poll(call.as_mut(), cx).is_pending()));
    assert!(again.await);
}

#[tokio::test]
async fn an_action_that_nobody_declared_is_called_with_json() {
    let cloud = FakeCloud::in_process();
    cloud.on_json("vod", "2018-07-17", "DescribeTaskDetail", |parameters: &Value| {
        match parameters["TaskId"].as_str() {
            Some("t") => Ok(json!({"Status": "FINISH", "Numbers": [1, null]})),
            _ => Err(ApiError::new("ResourceNotFound", "No such task.")),
        }
    });
    let client = cloud.client().build().unwrap();
    let describe = |id: &str| client.call_json("vod", "2018-07-17", "DescribeTaskDetail", &json!({"TaskId": id}));

    let reply = describe("t").region("ap-tokyo").await.unwrap();
    assert_eq!((&reply["Status"], &reply["Numbers"]), (&json!("FINISH"), &json!([1, null])));
    assert!(!reply.request_id().is_empty());
    assert_eq!(cloud.received()[0].region.as_deref(), Some("ap-tokyo"));

    let error = describe("u").await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!((error.service(), error.action()), (Some("vod"), Some("DescribeTaskDetail")));
    assert!(error.to_string().starts_with("vod DescribeTaskDetail: ResourceNotFound: No such task. (request id "));
}

#[tokio::test]
async fn faulty_words_and_parameters_are_told_before_anything_is_sent() {
    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    let object = json!({});
    for (service, version, action, parameters, expected) in [
        ("vod.evil.example/", "2018-07-17", "A", &object, "`vod.evil.example/` is no service"),
        ("vod", "latest", "A", &object, "`latest` is no version: one is a date, as `2018-07-17`"),
        ("vod", "2018-07-17", "a", &object, "`a` is no action"),
        ("vod", "2018-07-17", "A", &json!([1]), "vod A: the request can't be serialized: it isn't an object"),
        ("vod", "2018-07-17", "A", &json!("{}"), "vod A: the request can't be serialized: it isn't an object"),
    ] {
        let error = client.call_json(service, version, action, parameters).await.unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}");
        assert!(!error.may_have_run() && !error.is_retryable());
    }
    assert!(recorder.requests().is_empty());
}

#[test]
fn an_action_tells_what_it_declares() {
    #[tencent_action(service = "cvm", version = "2017-03-12", rate_limit = 10, idempotent)]
    struct RunInstances {
        #[tencent(client_token)]
        client_token: Option<String>,
        instance_count: Option<u64>,
    }

    assert_eq!(RunInstances::RATE_LIMIT.map(std::num::NonZeroU32::get), Some(10));
    assert_eq!((RunInstances::IDEMPOTENT, RunInstances::CLIENT_TOKEN), (true, Some("ClientToken")));
    assert_eq!((ManageTask::RATE_LIMIT, ManageTask::IDEMPOTENT, ManageTask::CLIENT_TOKEN), (None, false, None));
    let names: Vec<_> = RunInstances::FIELDS.iter().map(|field| field.wire_name).collect();
    assert_eq!(names, ["ClientToken", "InstanceCount"]);
}

fn is_send<T: Send + 'static>(_: &T) {}

#[test]
fn a_call_with_options_can_still_be_spawned() {
    let client: Client = answered(200, OK);
    is_send(&ManageTask::abort("t").send(&client).region("ap-tokyo").idempotent(true));
    is_send(&client.call_json("vod", "2018-07-17", "A", &json!({})));
}
