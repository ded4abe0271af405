//! TC3 over GET, forged.

use http::Request;
use tencent_action::fake::ReceivedForm;

use crate::forge::{Draft, check, refusal, right_cloud, verdict};

const FAILURE: &str = "AuthFailure.SignatureFailure";
const QUERY: &str = "TaskId=a%20b&OperationType=Abort";

#[tokio::test]
async fn a_query_is_signed_as_it_came() {
    for query in [
        QUERY,
        "OperationType=Abort&TaskId=a%20b",
        "TaskId=a+b&OperationType=Abort",
        "TaskId=%61%20b&OperationType=Abort&SubAppId=7",
        "TaskId=(a)*'!&OperationType=%E6%9C%AA",
        "&TaskId=&&OperationType=a=b",
    ] {
        assert_eq!(verdict(&right_cloud(), Draft::query(query).sign()).await, None, "{query}");
    }
    let unsigned_payload = Draft::query(QUERY)
        .header("x-tc-content-sha256", "UNSIGNED-PAYLOAD")
        .with(|draft| draft.hashed = Some("UNSIGNED-PAYLOAD"));
    assert_eq!(verdict(&right_cloud(), unsigned_payload.sign()).await, None);
}

#[tokio::test]
async fn forged_queries_are_refused() {
    let right = || Draft::query(QUERY);
    let replay = |query: &str| Draft::query(query).signed_as(&right());
    check([
        ("another value", replay("TaskId=a%20c&OperationType=Abort"), FAILURE),
        ("the same value, encoded otherwise", replay("TaskId=a+b&OperationType=Abort"), FAILURE),
        ("another order", replay("OperationType=Abort&TaskId=a%20b"), FAILURE),
        ("one parameter more", replay("TaskId=a%20b&OperationType=Abort&SubAppId=1"), FAILURE),
        ("no query", replay(""), FAILURE),
        ("as a POST", right().with(|draft| draft.method = "POST").signed_as(&right()), "InvalidParameter"),
        ("the query as the body", Draft::right().signed_as(&right()), FAILURE),
        ("another action", right().header("x-tc-action", "DescribeTasks").signed_as(&right()), FAILURE),
        ("another host", right().header("host", "vod.intl.tencentcloudapi.com").signed_as(&right()), FAILURE),
        ("the service of another host", right().with(|draft| draft.service = "cvm").sign(), FAILURE),
        (
            "the service of another host, with a port",
            { right().with(|draft| draft.service = "cvm").header("host", "vod.tencentcloudapi.com:443").sign() },
            FAILURE,
        ),
        ("a query that isn't signed", right().signed_as(&Draft::query("")), FAILURE),
        (
            "an unsigned payload that wasn't announced",
            { right().with(|draft| draft.hashed = Some("UNSIGNED-PAYLOAD")).sign() },
            FAILURE,
        ),
        (
            "the content type unsigned",
            right().with(|draft| draft.signed = &["host"]).sign(),
            "AuthFailure.InvalidAuthorization",
        ),
        ("no content type", right().without("content-type").sign(), "InvalidParameter"),
        ("the content type of JSON", right().header("content-type", "application/json").sign(), "InvalidParameter"),
        ("a body", right().with(|draft| draft.body = b"{}".to_vec()).sign(), "InvalidParameter"),
        ("a form", Draft::body("application/x-www-form-urlencoded", QUERY).sign(), "InvalidParameter"),
        ("another method", right().with(|draft| draft.method = "DELETE").sign(), "UnsupportedProtocol"),
        ("only a head", right().with(|draft| draft.method = "HEAD").sign(), "UnsupportedProtocol"),
        ("too long", Draft::query(&format!("{QUERY}&X={}", "x".repeat(32 << 10))).sign(), "RequestSizeLimitExceeded"),
    ])
    .await;
}

#[tokio::test]
async fn a_refusal_says_what_would_be_right() {
    for (request, expected) in [
        (
            Draft::body("application/x-www-form-urlencoded", QUERY).sign(),
            "InvalidParameter: The Content-Type is not supported: TC3-HMAC-SHA256 does not sign a form; use JSON, or a GET.",
        ),
        (
            Draft::query(QUERY).with(|draft| draft.method = "PUT").sign(),
            "UnsupportedProtocol: The protocol of the request is not supported: only GET and POST requests are.",
        ),
        (
            Draft::query(&"x".repeat((32 << 10) + 1)).sign(),
            "RequestSizeLimitExceeded: The request size exceeds the limit of 32 KB.",
        ),
        // As the real gateway answers one who asks for nothing.
        (
            Request::get("https://vod.tencentcloudapi.com/?a=1").body(bytes::Bytes::new()).unwrap(),
            "MissingParameter: The request is missing a required parameter `Timestamp`.",
        ),
    ] {
        assert_eq!(refusal(&right_cloud(), request).await, expected);
    }
}

#[tokio::test]
async fn a_refused_request_is_still_told_by_its_form() {
    let cloud = right_cloud();
    for (request, form) in [
        (Draft::query(&"x".repeat(40_000)).sign(), Some(ReceivedForm::Query)),
        (Draft::body("multipart/form-data", "").sign(), Some(ReceivedForm::Multipart)),
        (Draft::body("text/plain", "").sign(), None),
    ] {
        verdict(&cloud, request).await;
        let received = cloud.received().pop().unwrap();
        assert_eq!((received.form, &*received.action), (form, "ManageTask"));
        assert!(received.error.is_some());
    }
}
