//! What is too large for its form is told by the client, with the cure, and nothing is sent.

use tencent_action::{Action, Client, RequestForm, SignatureMethod};

use super::actions::{Binary, DescribeThings, UploadFile, UploadLog};
use crate::support::{Recorder, Recording, client};

const OK: &str = r#"{"Response":{"RequestId":"r"}}"#;

async fn fault<A: Action>(client: &Client, action: &A) -> String {
    let error = client.call(action).await.err().unwrap();
    assert!(!error.may_have_run() && !error.is_retryable(), "{error}");
    error.to_string()
}

#[tokio::test]
async fn no_form_is_sent_that_is_too_large() {
    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    let named = |len| DescribeThings { name: "x".repeat(len), ..DescribeThings::default() };
    let legacy = client.with_signature(SignatureMethod::HmacSha256);
    let query = client.with_form(RequestForm::Query);
    let legacy_query = legacy.with_form(RequestForm::Query);
    let bytes = || Binary(vec![0; (10 << 20) + 1]);
    for (fault, form, cure) in [
        (fault(&query, &named(32 << 10)).await, "32773 bytes as a query, where 32768 are allowed", true),
        (fault(&legacy_query, &named(32 << 10)).await, "bytes as a query, where 32768 are allowed", true),
        (fault(&legacy, &named(1 << 20)).await, "bytes as a form, where 1048576 are allowed", true),
        (fault(&client, &named(10 << 20)).await, "10485771 bytes as JSON, where 10485760 are allowed", false),
        (
            fault(&client, &UploadFile { file: bytes(), ..UploadFile::default() }).await,
            "bytes as multipart, where 10485760 are allowed",
            false,
        ),
        (
            fault(&client, &UploadLog { logs: bytes(), ..UploadLog::default() }).await,
            "10485761 bytes as a body of bytes, where 10485760 are allowed",
            false,
        ),
    ] {
        assert!(fault.contains("the request is too large: ") && fault.contains(form), "{fault}");
        assert_eq!(fault.ends_with("; POST JSON carries 10 MB"), cure, "{fault}");
    }
    assert!(recorder.requests().is_empty());
}

/// A legacy request has its common parameters among the others; nonce and signature aren't always of one length.
#[tokio::test]
async fn what_the_client_lets_pass_the_cloud_does_too() {
    let cloud = tencent_action::fake::FakeCloud::start().unwrap();
    super::actions::kept::<DescribeThings>(&cloud);
    let client = cloud.client().build().unwrap();
    let legacy = client.with_signature(SignatureMethod::HmacSha256);
    for (client, limit, slack) in [
        (client.with_form(RequestForm::Query), 32 << 10, 0),
        (legacy.with_form(RequestForm::Query), 32 << 10, 100),
        (legacy, 1 << 20, 100),
        (client, 10 << 20, 0),
    ] {
        let named = |len| DescribeThings { name: "x".repeat(len), ..DescribeThings::default() };
        let around = too_long(&client, &named(limit)).await.unwrap();
        assert_eq!(too_long(&client, &named(limit - around - slack)).await, None);
    }
}

/// By how many bytes a request is too long.
async fn too_long(client: &Client, request: &DescribeThings) -> Option<usize> {
    let fault = request.send(client).await.err()?.to_string();
    let mut numbers = fault.split(' ').filter_map(|word| word.trim_end_matches(';').parse::<usize>().ok());
    Some(numbers.next().unwrap() - numbers.next().unwrap())
}
