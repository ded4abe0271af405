//! Everything that can come back, and what becomes of it.

mod errors;
mod shown;

use std::convert::Infallible;
use std::future::ready;

use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use serde::Deserialize;
use tencent_action::{Error, TransportError, tencent_action};

use crate::support::{ManageTask, answered, client};

/// What a call with this answer fails with.
async fn failure(status: u16, body: &'static str) -> Error {
    ManageTask::abort("t").send(&answered(status, body)).await.expect_err("a failed call is never Ok")
}

#[tencent_action(service = "vod", version = "2018-07-17", response = TaskDetail)]
struct DescribeTaskDetail {
    task_id: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
struct TaskDetail {
    status: String,
    progress: Option<u8>,
}

#[tokio::test]
async fn a_success_gives_data_request_id_body_and_headers() {
    let body = r#"{"Response":{"Status":"FINISH","Progress":null,"New":{"a":[1]},"RequestId":"r-1"}}"#;
    let call = DescribeTaskDetail { task_id: "t".into() }.send(&answered(200, body));
    let reply = call.await.unwrap();
    assert_eq!(reply.status, "FINISH");
    assert_eq!((reply.request_id(), reply.body().as_ref()), ("r-1", body.as_bytes()));
    assert_eq!(reply.status().as_u16(), 200);
    assert_eq!(reply.headers().len(), 0);
    assert_eq!(reply.into_inner(), TaskDetail { status: "FINISH".into(), progress: None });
}

#[tokio::test]
async fn a_byte_order_mark_does_no_harm() {
    let body = r#"{"Response":{"Status":"FINISH","RequestId":"r-1"}}"#;
    let marked: &'static str = String::leak(format!("\u{feff}{body}"));
    let reply = DescribeTaskDetail { task_id: "t".into() }.send(&answered(200, marked)).await.unwrap();
    assert_eq!((&*reply.status, reply.request_id(), reply.body().as_ref()), ("FINISH", "r-1", body.as_bytes()));

    let body = "\u{feff}{\"Response\":{\"Error\":{\"Code\":\"AuthFailure\",\"Message\":\"m\"},\"RequestId\":\"r-2\"}}";
    let error = failure(200, body).await;
    assert_eq!((error.code(), error.request_id()), (Some("AuthFailure"), Some("r-2")));
}

#[tokio::test]
async fn a_success_without_request_id_is_a_success() {
    for body in [r#"{"Response":{}}"#, r#"{"Response":{"RequestId":null}}"#, r#" {"Response":{"RequestId":""}} "#] {
        let reply = ManageTask::abort("t").send(&answered(200, body)).await.unwrap();
        assert_eq!(reply.request_id(), "", "{body}");
    }
}

#[tokio::test]
async fn a_request_id_is_taken_from_the_header_if_the_body_has_none() {
    let answer = |_: Request<Bytes>| {
        let mut response = Response::new(r#"{"Response":{}}"#);
        response.headers_mut().insert("x-tc-requestid", HeaderValue::from_static("from-header"));
        ready(Ok::<_, Infallible>(response))
    };
    let reply = ManageTask::abort("t").send(&client().transport(answer).build().unwrap()).await.unwrap();
    assert_eq!(reply.request_id(), "from-header");
}

#[tokio::test]
async fn an_api_error_is_one_line_with_action_code_message_and_request_id() {
    let body =
        r#"{"Response":{"Error":{"Code":"InvalidParameterValue.TaskId","Message":"No such task."},"RequestId":"r-2"}}"#;
    let error = failure(200, body).await;
    assert_eq!(error.to_string(), "vod ManageTask: InvalidParameterValue.TaskId: No such task. (request id r-2)");
    assert_eq!(error.code(), Some("InvalidParameterValue.TaskId"));
    assert_eq!(error.api().unwrap().message(), "No such task.");
    assert_eq!((error.service(), error.action(), error.request_id()), (Some("vod"), Some("ManageTask"), Some("r-2")));
    assert!(!error.may_have_run() && !error.is_bad_response());
}

#[tokio::test]
async fn an_error_that_leaves_the_outcome_open_says_so() {
    let error =
        failure(200, r#"{"Response":{"Error":{"Code":"InternalError","Message":"Oops"},"RequestId":"r-3"}}"#).await;
    assert_eq!(error.to_string(), "vod ManageTask: InternalError: Oops (request id r-3; may have run)");
    assert!(error.may_have_run());
}

#[tokio::test]
async fn an_error_counts_whatever_stands_beside_it_and_whatever_the_status() {
    let body = r#"{"Response":{"TotalCount":0,"Error":{"Code":"LimitExceeded","Message":"m"},"RequestId":"r"}}"#;
    for status in [200, 400, 500] {
        assert_eq!(failure(status, body).await.code(), Some("LimitExceeded"));
    }
    let line = failure(500, body).await.to_string();
    assert_eq!(line, "vod ManageTask: LimitExceeded: m (HTTP status 500; request id r)");
}

#[tokio::test]
async fn a_line_break_in_a_message_doesnt_break_the_line() {
    let body = "{\"Response\":{\"Error\":{\"Code\":\"FailedOperation\",\"Message\":\"one\\ntwo\\u001b[31m\"},\"RequestId\":\"r\"}}";
    let error = failure(200, body).await;
    assert_eq!(error.to_string(), "vod ManageTask: FailedOperation: one two [31m (request id r; may have run)");
    assert_eq!(error.api().unwrap().message(), "one\ntwo\u{1b}[31m");
}

#[tokio::test]
async fn the_legacy_form_is_an_api_error() {
    for (body, expected) in [
        (r#"{"code":4000,"message":"bad","codeDesc":"InvalidParameter"}"#, "InvalidParameter: bad"),
        (r#"{"code":4100,"message":"bad"}"#, "4100: bad"),
    ] {
        let error = failure(200, body).await;
        assert!(error.to_string().contains(expected), "{error}");
        assert!(error.api().is_some());
    }
}

#[tokio::test]
async fn each_fault_of_a_response_is_legible_and_keeps_status_and_body() {
    for (status, body, expected) in [
        (
            502,
            "<html>\n<h1>Bad Gateway</h1></html>",
            r#"a web page, not from the API: "<html> <h1>Bad Gateway</h1></html>""#,
        ),
        (200, r#"{"Response":{"RequestId":"r"#, "JSON that ends too early: 27 bytes of a reply, not shown"),
        (200, "", "the answer is empty"),
        (204, "  \n", "the answer is empty"),
        (200, "upstream timed out", "the answer isn't JSON (expected value at line 1 column 1)"),
        (200, r#"{"Response":{}} trailing"#, "the answer isn't JSON (trailing characters"),
        (200, r#"{"Reply":{}}"#, "the answer has no `Response` object"),
        (200, r#"{"Response":"no"}"#, "the answer has no `Response` object"),
        (200, r#"[{"RequestId":"r"}]"#, "the answer has no `Response` object"),
        (200, r#"{"code":0,"message":""}"#, "the answer has no `Response` object"),
        (503, r#"{"Response":{"RequestId":"r"}}"#, "the answer's HTTP status isn't 200"),
    ] {
        let error = failure(status, body).await;
        let line = error.to_string();
        assert!(line.starts_with("vod ManageTask: ") && line.contains(expected), "{line}");
        assert!(line.ends_with("may have run)") && !line.contains('\n'), "{line}");
        assert_eq!(line.contains(&format!("HTTP status {status}")), status != 200, "{line}");
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.body().unwrap().as_ref(), body.as_bytes());
        assert!(error.is_bad_response() && error.may_have_run() && error.code().is_none());
    }
}

#[tokio::test]
async fn a_fault_keeps_the_request_id() {
    let error = failure(503, r#"{"Response":{"RequestId":"r-4"}}"#).await;
    assert_eq!(error.request_id(), Some("r-4"));
    assert!(error.to_string().contains("request id r-4"), "{error}");
}

#[tokio::test]
async fn data_that_doesnt_fit_is_an_error_that_names_the_place() {
    let body = r#"{"Response":{"Status":"FINISH","Progress":"far","RequestId":"r-5"}}"#;
    let error = DescribeTaskDetail { task_id: "t".into() }.send(&answered(200, body)).await.unwrap_err();
    let line = error.to_string();
    assert!(line.contains("at `Progress`: invalid type: a string of 3 characters, expected u8"), "{line}");
    assert_eq!((error.request_id(), error.body().unwrap().as_ref()), (Some("r-5"), body.as_bytes()));
    assert!(error.may_have_run() && error.is_bad_response());
}

#[tokio::test]
async fn a_long_body_is_shown_in_part_and_kept_whole() {
    let body: &'static str = String::leak("<".to_owned() + &"é".repeat(500));
    let error = failure(200, body).await;
    assert!(error.to_string().chars().count() < 300, "{error}");
    assert!(error.to_string().contains("…\""), "{error}");
    assert_eq!(error.body().unwrap().len(), body.len());
}

#[tokio::test]
async fn a_body_over_the_limit_is_an_error_that_keeps_the_beginning() {
    let answer = |_: Request<Bytes>| ready(Ok::<_, TransportError>(Response::new(r#"{"Response":{"RequestId":"r"}}"#)));
    let limited = |limit| client().transport(answer).response_limit(limit).build().unwrap();
    assert!(ManageTask::abort("t").send(&limited(30)).await.is_ok(), "the body has 30 bytes");
    let error = ManageTask::abort("t").send(&limited(29)).await.unwrap_err();
    assert!(
        error.to_string().contains("larger than the limit of 29 bytes; what came is 29 bytes of a reply, not shown"),
        "{error}"
    );
    assert_eq!(error.body().unwrap().len(), 29);
}
