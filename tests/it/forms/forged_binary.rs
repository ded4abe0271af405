//! Multipart and bytes, forged.

use bytes::Bytes;
use http::Request;
use tencent_action::fake::FakeCloud;

use super::actions::{UploadFile, UploadLog, kept};
use crate::forge::{Draft, refusal, right_cloud, verdict};

const FAILURE: &str = "AuthFailure.SignatureFailure";
const TYPE: &str = "multipart/form-data; boundary=b-1";
const BODY: &str = "--b-1\r\nContent-Disposition: form-data; name=\"File\"; filename=\"f\"\r\n\r\nbytes\r\n\
                    --b-1\r\nContent-Disposition: form-data; name=\"Title\"\r\n\r\nt\r\n--b-1--\r\n";

fn file(body: &str) -> Draft {
    Draft::body(TYPE, body).to("cii", "2021-04-08", "UploadFile")
}

fn log() -> Draft {
    let draft = Draft::body("application/octet-stream", *b"\0\xff").to("cls", "2020-10-16", "UploadLog");
    draft.header("X-CLS-TopicId", "t")
}

fn with_part(part: &str) -> Request<Bytes> {
    file(&format!("--b-1\r\nContent-Disposition: form-data; {part}\r\n{BODY}")).sign()
}

fn binary_cloud() -> FakeCloud {
    let cloud = right_cloud();
    kept::<UploadFile>(&cloud);
    kept::<UploadLog>(&cloud);
    cloud
}

async fn check(cases: impl IntoIterator<Item = (&'static str, Request<Bytes>, &'static str)>) {
    for (what, request, code) in cases {
        assert_eq!(verdict(&binary_cloud(), request).await.as_deref(), Some(code), "{what}");
    }
}

#[tokio::test]
async fn right_requests_pass() {
    for (what, request) in [
        ("multipart", file(BODY).sign()),
        ("a quoted boundary", file(BODY).header("content-type", "multipart/form-data; boundary=\"b-1\"").sign()),
        ("an unsigned payload", {
            let unsigned = file(BODY).header("x-tc-content-sha256", "UNSIGNED-PAYLOAD");
            unsigned.with(|draft| draft.hashed = Some("UNSIGNED-PAYLOAD")).sign()
        }),
        ("bytes", log().sign()),
        ("headers in whatever case", log().without("X-CLS-TopicId").header("x-Cls-TOPICID", "t").sign()),
        ("a number in a header", log().header("x-cls-count", "7").sign()),
        ("a boolean in a header", log().header("x-cls-compress", "TRUE").sign()),
        ("a header of another service", log().header("x-cvm-zone", "z").sign()),
    ] {
        assert_eq!(verdict(&binary_cloud(), request).await, None, "{what}");
    }
}

#[tokio::test]
async fn forged_signatures_are_refused() {
    let other = BODY.replace("bytes", "byteS");
    check([
        ("another byte", file(&other).signed_as(&file(BODY)), FAILURE),
        ("another name", file(&BODY.replace("Title", "title")).signed_as(&file(BODY)), FAILURE),
        (
            "another boundary",
            {
                let renamed =
                    file(&BODY.replace("b-1", "b-2")).header("content-type", "multipart/form-data; boundary=b-2");
                renamed.signed_as(&file(BODY))
            },
            FAILURE,
        ),
        ("a body that isn't there", file("").signed_as(&file(BODY)), FAILURE),
        ("another body of bytes", log().with(|draft| draft.body[0] = 1).signed_as(&log()), FAILURE),
        (
            "multipart as bytes",
            file(BODY).header("content-type", "application/octet-stream").signed_as(&file(BODY)),
            FAILURE,
        ),
        ("too large", file(&"x".repeat((10 << 20) + 1)).sign(), "RequestSizeLimitExceeded"),
        (
            "too large a body of bytes",
            log().with(|draft| draft.body = vec![0; (10 << 20) + 1]).sign(),
            "RequestSizeLimitExceeded",
        ),
    ])
    .await;
}

#[tokio::test]
async fn malformed_multipart_is_refused() {
    const INVALID: &str = "InvalidRequest";
    check([
        ("no boundary", file(BODY).header("content-type", "multipart/form-data").sign(), INVALID),
        ("another boundary", file(BODY).header("content-type", "multipart/form-data; boundary=b-2").sign(), INVALID),
        (
            "a boundary in capitals",
            file(BODY).header("content-type", "multipart/form-data; boundary=B-1").sign(),
            INVALID,
        ),
        ("JSON", file("{}").sign(), INVALID),
        ("no end", file(&BODY.replace("--b-1--\r\n", "")).sign(), INVALID),
        ("something behind the end", file(&format!("{BODY}x")).sign(), INVALID),
        ("lines that end otherwise", file(&BODY.replace("\r\n", "\n")).sign(), INVALID),
        ("no name", with_part("filename=\"f\"\r\n\r\nx"), INVALID),
        ("no form-data", file(&BODY.replace("form-data", "attachment")).sign(), INVALID),
        ("no empty line", file(&BODY.replace("\r\n\r\n", "\r\n")).sign(), INVALID),
    ])
    .await;
}

async fn check_refusals<const N: usize>(refusals: [(Request<Bytes>, &str); N]) {
    for (request, expected) in refusals {
        assert_eq!(refusal(&binary_cloud(), request).await, expected);
    }
}

#[tokio::test]
async fn wrong_parameters_in_parts_are_refused() {
    check_refusals([
        (
            with_part("name=\"Pages\"\r\n\r\nmany"),
            "InvalidParameter: The value type of parameter `Pages` is not valid, input type should be `integer`",
        ),
        (
            with_part("name=\"Public\"\r\n\r\nyes"),
            "InvalidParameter: The value type of parameter `Public` is not valid, input type should be `boolean`",
        ),
        (
            with_part("name=\"Labels\"\r\n\r\n[]"),
            "InvalidParameter: The value type of parameter `Labels` is not valid, input type should be `list`",
        ),
        (
            with_part("name=\"Preview\"\r\n\r\nbytes"),
            "InvalidParameter: The value type of parameter `Preview` is not valid, input type should be `binary`",
        ),
        (
            with_part("name=\"Preview\"\r\nContent-Type: application/json\r\n\r\n[1]"),
            "InvalidParameter: The value type of parameter `Preview` is not valid, input type should be `binary`",
        ),
        (
            with_part("name=\"Pages\"; filename=\"f\"\r\n\r\n1"),
            "InvalidParameter: The value type of parameter `Pages` is not valid, input type should be `integer`",
        ),
        (
            with_part("name=\"Pages\"\r\nContent-Type: application/json\r\n\r\n\"1\""),
            "InvalidParameter: The value type of parameter `Pages` is not valid, input type should be `integer`",
        ),
        (
            with_part("name=\"Labels\"\r\nContent-Type: application/json\r\n\r\n[1]"),
            "InvalidParameter: The value type of parameter `Labels[0]` is not valid: invalid type: integer `1`, expected a string.",
        ),
        (
            with_part("name=\"Labels\"\r\nContent-Type: application/json\r\n\r\n[1"),
            "InvalidParameter: The value of parameter `Labels` is not JSON.",
        ),
        (
            with_part("name=\"Range\"\r\nContent-Type: application/json\r\n\r\n{\"From\":1}"),
            "MissingParameter: `Range` is missing a required parameter `To`.",
        ),
        (with_part("name=\"Title\"\r\n\r\nt"), "InvalidParameter: The parameter `Title` is there twice."),
        (with_part("name=\"title\"\r\n\r\nt"), "UnknownParameter: The parameter `title` is not recognized."),
        (
            file(&BODY.replace("name=\"File\"", "name=\"Preview\"")).sign(),
            "MissingParameter: The request is missing a required parameter `File`.",
        ),
        (file("").sign(), "MissingParameter: The request is missing a required parameter `File`."),
    ])
    .await;
}

#[tokio::test]
async fn wrong_parameters_in_headers_are_refused() {
    let mut twice = log().sign();
    twice.headers_mut().append("x-cls-topicid", "u".parse().unwrap());
    check_refusals([
        (
            log().without("X-CLS-TopicId").sign(),
            "MissingParameter: The request is missing a required parameter `TopicId`.",
        ),
        (log().header("x-cls-topic", "t").sign(), "UnknownParameter: The parameter `topic` is not recognized."),
        (
            log().header("x-cls-count", "-1").sign(),
            "InvalidParameter: The value type of parameter `Count` is not valid: invalid value: integer `-1`, expected u64.",
        ),
        (
            log().header("x-cls-count", "").sign(),
            "InvalidParameter: The value type of parameter `Count` is not valid, input type should be `integer`",
        ),
        (twice, "InvalidParameter: The parameter `TopicId` is there twice."),
    ])
    .await;
}

/// What isn't bound to such a form can't come in one.
#[tokio::test]
async fn an_action_of_json_is_refused_in_parts_and_as_bytes() {
    let part = "--b-1\r\nContent-Disposition: form-data; name=\"TaskId\"\r\n\r\nt\r\n--b-1--\r\n";
    for draft in [Draft::body(TYPE, part), Draft::body("application/octet-stream", "x")] {
        let expected =
            "InvalidParameter: The Content-Type is not supported: this action takes JSON, a query or a form.";
        assert_eq!(refusal(&right_cloud(), draft.sign()).await, expected);
    }
}
