//! What a form can't carry is told by the client, and nothing is sent.

use serde_json::{Value, json};
use tencent_action::{Action, Client, RequestForm, SignatureMethod, tencent_action};

use super::actions::{Binary, UploadFile, UploadLog};
use crate::support::{FixedClock, Recorder, Recording, SECOND, answered, client};

const OK: &str = r#"{"Response":{"RequestId":"r"}}"#;

async fn fault(client: &Client, parameters: Value) -> String {
    let error = client.call_json("cvm", "2017-03-12", "DescribeThings", &parameters).await.err().unwrap();
    assert!(!error.may_have_run());
    error.to_string()
}

async fn fault_of<A: Action>(client: &Client, action: &A) -> String {
    client.call(action).await.err().unwrap().to_string()
}

#[tokio::test]
async fn names_that_would_be_read_otherwise_are_refused() {
    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    let legacy = client.with_signature(SignatureMethod::HmacSha1);
    for client in [client.with_form(RequestForm::Query), legacy.clone()] {
        for (parameters, expected) in [
            (json!({ "Labels": { "a.b": 1 } }), "`Labels.a.b` has a dot in its name"),
            (json!({ "Labels": { "7": 1 } }), "`Labels.7` has a number for a name"),
            (json!({ "Labels": { "": 1 } }), "`Labels` has a member without a name"),
        ] {
            let fault = fault(&client, parameters).await;
            assert!(fault.contains(expected) && fault.ends_with(", or POST JSON"), "{fault}");
        }
    }
    for name in ["Action", "Version", "Region", "Token", "Signature"] {
        let fault = fault(&legacy, json!({ name: "x" })).await;
        assert!(
            fault.contains(&format!("`{name}` is the name of a common parameter too: use TC3-HMAC-SHA256")),
            "{fault}"
        );
    }
    assert!(recorder.requests().is_empty());
    let query = client.with_form(RequestForm::Query);
    query.call_json("cvm", "2017-03-12", "DescribeThings", &json!({ "Version": "x", "0": "y" })).await.unwrap();
}

#[tokio::test]
async fn what_a_header_would_lose_is_refused() {
    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    for (topic, expected) in [
        (" t", "`TopicId` has spaces at an end, which a header can't carry"),
        ("t\t", "`TopicId` has spaces at an end, which a header can't carry"),
        ("t\nu", "`TopicId` has characters that a header can't carry"),
    ] {
        let log = UploadLog { topic_id: topic.into(), ..UploadLog::default() };
        let fault = fault_of(&client, &log).await;
        assert!(fault.contains(expected), "{fault}");
    }
    assert!(recorder.requests().is_empty());
}

/// A clock may leave nothing to chance, and a file may contain what it says.
#[tokio::test]
async fn a_boundary_is_found_that_is_in_no_part() {
    let recorder = Recorder::answering(OK);
    let clock = FixedClock { second: SECOND, random: 0 };
    let client = client().clock(clock).transport(Recording(recorder.clone())).build().unwrap();
    let boundary = "0".repeat(32);
    client.call(&UploadFile { file: Binary(boundary.clone().into()), ..UploadFile::default() }).await.unwrap();
    let content_type = recorder.requests()[0].headers()["content-type"].to_str().unwrap().to_owned();
    assert_eq!(content_type, format!("multipart/form-data; boundary={}1", &boundary[1..]));
}

/// Serde's derives say no name with a float, but the form knows where it is.
#[tokio::test]
async fn a_float_without_digits_is_named_where_serde_writes_it() {
    #[derive(serde::Serialize)]
    struct Curve {
        points: [f64; 2],
    }

    #[tencent_action(service = "vod", version = "2018-07-17")]
    struct ProcessMedia<'a> {
        name: &'a str,
        curve: Vec<Curve>,
    }

    let client = answered(200, OK);
    for client in [client.clone(), client.with_form(RequestForm::Query)] {
        let curve = vec![Curve { points: [0.0, 1.0] }, Curve { points: [0.0, f64::NAN] }];
        let error = ProcessMedia { name: "a\",{[", curve }.send(&client).await.unwrap_err().to_string();
        assert!(error.contains("`Curve.1.points.1` isn't a finite number, and the API takes no other"), "{error}");
    }
}
