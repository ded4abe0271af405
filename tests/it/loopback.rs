//! Over real connections: the default transport, against the fake cloud and against servers that misbehave.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use tencent_action::fake::FakeCloud;
use tencent_action::{ApiError, Client, Empty};

use crate::support::{ManageTask, credential};

fn client(endpoint: &str) -> Client {
    Client::builder().without_env().credentials(credential()).endpoint(endpoint).build().unwrap()
}

/// A server that answers each connection with these bytes and closes it; it counts the requests.
fn server(answer: &'static [u8]) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let requests = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&requests);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            if stream.read(&mut [0; 4096]).unwrap_or(0) > 0 {
                counter.fetch_add(1, Ordering::SeqCst);
            }
            // The client may be gone; that is its right.
            drop(stream.write_all(answer));
        }
    });
    (endpoint, requests)
}

#[tokio::test]
async fn a_call_goes_there_and_back() {
    let cloud = FakeCloud::start().unwrap();
    cloud.on(|task: ManageTask| match task.task_id.as_str() {
        "waiting" => Ok(Empty),
        _ => Err(ApiError::new("InvalidParameterValue.TaskId", "There is no such task.")),
    });
    let client = cloud.client().build().unwrap();
    let reply = ManageTask::abort("waiting").send(&client).await.unwrap();
    let error = ManageTask::abort("lost").send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some("InvalidParameterValue.TaskId"));

    let received = cloud.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].request_id, reply.request_id());
    assert_eq!(Some(received[1].request_id.as_str()), error.request_id());
    assert_eq!(received[0].to_string(), format!("vod ManageTask: ok (request id {})", reply.request_id()));
    assert_eq!(received[0].parameters["TaskId"], "waiting");
}

#[tokio::test]
async fn both_ways_into_a_cloud_lead_to_the_same_one() {
    let cloud = FakeCloud::start().unwrap();
    cloud.on(|_: ManageTask| Ok(Empty));
    let inside = cloud.client().transport(cloud.transport()).build().unwrap();
    ManageTask::abort("t").send(&inside).await.unwrap();
    ManageTask::abort("t").send(&cloud.client().build().unwrap()).await.unwrap();
    assert_eq!(cloud.received().len(), 2);
}

#[tokio::test]
async fn a_handler_that_panics_is_an_internal_error_and_the_cloud_goes_on() {
    let cloud = FakeCloud::start().unwrap();
    cloud.on(|_: ManageTask| panic!("as the test wants it"));
    let client = cloud.client().build().unwrap();
    for _ in 0..2 {
        assert_eq!(ManageTask::abort("t").send(&client).await.unwrap_err().code(), Some("InternalError"));
    }
}

#[tokio::test]
async fn a_refused_connection_leaves_nothing_open() {
    // Bound and dropped: nobody listens there.
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = ManageTask::abort("t").send(&client(&format!("http://{address}"))).await.unwrap_err();
    assert!(error.is_transport() && !error.may_have_run(), "{error}");
    assert!(error.to_string().contains("refused"), "{error}");
}

#[tokio::test]
async fn a_connection_that_closes_without_an_answer_leaves_the_outcome_open_and_isnt_tried_again() {
    let (endpoint, requests) = server(b"");
    let error = ManageTask::abort("t").send(&client(&endpoint)).await.unwrap_err();
    assert!(error.is_transport() && error.may_have_run(), "{error}");
    assert_eq!(requests.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_body_that_breaks_off_is_told_from_one_that_is_whole() {
    let (endpoint, _) = server(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nX-TC-RequestId: r-9\r\n\r\n{\"Response\":{");
    let error = ManageTask::abort("t").send(&client(&endpoint)).await.unwrap_err();
    assert!(error.to_string().contains("broke off") && error.may_have_run(), "{error}");
    assert_eq!((error.request_id(), error.body().unwrap().as_ref()), (Some("r-9"), &b"{\"Response\":{"[..]));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (elsewhere, followed) = server(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    let answer = format!("HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere}/\r\nContent-Length: 0\r\n\r\n");
    let (endpoint, requests) = server(answer.leak().as_bytes());
    let error = ManageTask::abort("t").send(&client(&endpoint)).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 307);
    assert_eq!((requests.load(Ordering::SeqCst), followed.load(Ordering::SeqCst)), (1, 0));
}

#[tokio::test]
async fn no_error_shows_a_secret() {
    let (endpoint, _) = server(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno");
    let secret = tencent_action::Credential::with_secret_id("AKID1").secret_key("key-of-1").with_token("token-of-1");
    let builder = Client::builder().without_env().credentials(secret).endpoint(endpoint);
    let client = builder.build().unwrap();
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    let shown = format!("{error} {error:?} {error:#?} {client:?} {:?}", std::error::Error::source(&error));
    assert!(shown.contains("isn't JSON") && !shown.contains("of-1"), "{shown}");
}

/// A body of so many bytes, compressed, behind its head.
fn compressed(len: usize) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let filling = len - r#"{"Response":{"Filling":"","RequestId":"r"}}"#.len();
    write!(encoder, r#"{{"Response":{{"Filling":"{}","RequestId":"r"}}}}"#, "x".repeat(filling)).unwrap();
    let body = encoder.finish().unwrap();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length:";
    let mut answer = format!("{head} {}\r\n\r\n", body.len()).into_bytes();
    answer.extend_from_slice(&body);
    answer
}

/// With the feature `gzip`. A small body can hold a large one, so the limit is for what comes out.
#[tokio::test]
async fn a_compressed_answer_is_read_up_to_the_limit() {
    let (endpoint, _) = server(compressed(1 << 20).leak());
    let limited = |limit| {
        let client = Client::builder().without_env().credentials(credential()).endpoint(&endpoint);
        client.response_limit(limit).build().unwrap()
    };
    let reply = ManageTask::abort("t").send(&limited(1 << 20)).await.unwrap();
    assert_eq!((reply.request_id(), reply.body().len()), ("r", 1 << 20));
    let error = ManageTask::abort("t").send(&limited((1 << 20) - 1)).await.unwrap_err();
    assert!(error.to_string().contains("larger than the limit of 1048575 bytes"), "{error}");
    assert_eq!(error.body().unwrap().len(), (1 << 20) - 1);
}
