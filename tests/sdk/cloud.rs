//! The SDK as a client of `FakeCloud`, over loopback.

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};
use tencent_action::Credential;
use tencent_action::fake::{FakeCloud, Received};
use tencent_action_examples::api::{DescribeTaskDetail, DescribeTasks, ProcessMedia, Started, TaskDetail, Tasks};

use crate::cases::{self, Case};
use crate::ours::Fixed;
use crate::python;

/// Time in the cloud, and in the SDK.
const SECOND: u64 = 1_551_113_065;

/// What the SDK got for an answer.
#[derive(Debug, Deserialize)]
struct Answered {
    request_id: Option<String>,
    code: Option<String>,
    #[expect(dead_code, reason = "it is for the message of a test that fails")]
    message: Option<String>,
}

fn cloud(token: &str) -> FakeCloud {
    let credential = Credential::with_secret_id("AKIDfake").secret_key("a-key-that-opens-nothing").with_token(token);
    let clock = Fixed { second: SECOND, random: 0 };
    let cloud = FakeCloud::builder().credential(credential).clock(clock).start().unwrap();
    for (_, Case { service, version, action, .. }) in cases::all() {
        cloud.on_json(service, version, action, |_| Ok(json!({})));
    }
    // These decode what they get, as strictly as the real cloud.
    cloud.on(|_: ProcessMedia| Ok(Started { task_id: "1".to_owned() }));
    cloud.on(|_: DescribeTaskDetail| Ok(TaskDetail::default()));
    cloud.on(|_: DescribeTasks| Ok(Tasks::default()));
    cloud
}

/// All requests, but to this cloud. The vendor has no unsigned action that takes bytes.
fn requests(cloud: &FakeCloud, token: &str) -> Vec<(&'static str, Case)> {
    let endpoint = cloud.endpoint().unwrap();
    let to_cloud = |case: Case| Case {
        scheme: "http",
        endpoint: Some(endpoint.trim_start_matches("http://").to_owned()),
        secret_id: "AKIDfake".to_owned(),
        secret_key: "a-key-that-opens-nothing".to_owned(),
        token: Some(token.to_owned()),
        timestamp: SECOND,
        ..case
    };
    let exists = |case: &Case| !case.form.skip || case.form.encoding == "any";
    cases::all().into_iter().filter(|(_, case)| exists(case)).map(|(form, case)| (form, to_cloud(case))).collect()
}

fn call(requests: &[(&'static str, Case)]) -> Vec<Answered> {
    let requests: Vec<_> = requests.iter().map(|(_, request)| request).collect();
    python::ask("call.py", &requests).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn the_cloud_takes_what_the_sdk_sends() {
    for token in ["", "a token+/="] {
        let cloud = cloud(token);
        let requests = requests(&cloud, token);
        let answers = call(&requests);
        let received: HashMap<_, _> = cloud.received().into_iter().map(|one| (one.request_id.clone(), one)).collect();
        for ((form, case), answered) in requests.iter().zip(answers) {
            assert!(answered.code.is_none(), "{form}: {answered:?} to {case:?}");
            let received = &received[&answered.request_id.unwrap()];
            assert!(arrived(case, received), "{form}: {received:?} of {case:?}");
        }
    }
}

#[test]
fn the_cloud_refuses_another_key_of_the_sdk() {
    let cloud = cloud("");
    let mut requests = requests(&cloud, "");
    requests.retain(|(_, case)| !case.form.skip);
    requests.dedup_by_key(|(form, _)| *form);
    for (_, case) in &mut requests {
        case.secret_key = "a-key-that-opens-nothinG".to_owned();
    }
    for ((form, case), answered) in requests.iter().zip(call(&requests)) {
        assert_eq!(answered.code.as_deref(), Some("AuthFailure.SignatureFailure"), "{form}: {answered:?} to {case:?}");
    }
}

/// Whether the cloud has read what the SDK was given.
fn arrived(case: &Case, received: &Received) -> bool {
    let Received { form, signature_method, service, action, version, region, parameters, .. } = received;
    let method = (!case.form.skip).then(|| case.form.signature.parse().unwrap());
    let expected_form = match (case.form.encoding, case.form.method) {
        ("any", "GET") => "query",
        ("any", _) if case.form.is_legacy() => "form",
        ("any", _) => "json",
        (encoding, _) => encoding,
    };
    form.is_some_and(|form| form.to_string() == expected_form)
        && *signature_method == method
        && [&**service, action, version] == [case.service, case.action, case.version]
        && region.as_deref() == case.region
        && says(&given(case), parameters)
}

/// The parameters, as the cloud calls them.
fn given(case: &Case) -> Value {
    let mut given = serde_json::to_value(&case.parameters).unwrap();
    let binary = case.binary.as_ref().map(|binary| (binary.name, STANDARD.encode(&binary.bytes)));
    match (case.form.encoding, binary) {
        // Headers have no case, so the cloud doesn't know the names of undeclared members; the body has none.
        ("octet-stream", Some((_, bytes))) => {
            let members = std::mem::take(given.as_object_mut().unwrap()).into_iter();
            given = members.map(|(name, value)| (name.to_ascii_lowercase(), value)).collect();
            given["Body"] = bytes.into();
        }
        (_, Some((name, bytes))) => given[name] = bytes.into(),
        _ => {}
    }
    given
}

/// Whether a value has arrived: as it was, or as text where a form has nothing else.
fn says(given: &Value, got: &Value) -> bool {
    match (given, got) {
        (Value::Bool(given), Value::String(text)) => text.eq_ignore_ascii_case(&given.to_string()),
        (Value::Number(given), Value::String(text)) if given.is_f64() => text.parse().ok() == given.as_f64(),
        (Value::Number(given), Value::String(text)) => *text == given.to_string(),
        (Value::Array(given), Value::Array(got)) => {
            given.len() == got.len() && given.iter().zip(got).all(|(given, got)| says(given, got))
        }
        (Value::Object(given), Value::Object(got)) => {
            given.len() == got.len()
                && given.iter().all(|(name, given)| got.get(name).is_some_and(|got| says(given, got)))
        }
        _ => given == got,
    }
}
