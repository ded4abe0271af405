//! Actions with binary members, written by the client and read by the cloud.

use serde_json::{Value, json};
use tencent_action::fake::{FakeCloud, ReceivedForm};
use tencent_action::{Client, RequestForm, SignatureMethod};

use super::actions::{Binary, Range, UploadFile, UploadLog, kept};

fn every_byte() -> Binary {
    Binary((0..=255).collect())
}

fn file() -> UploadFile {
    UploadFile {
        file: every_byte(),
        preview: Some(Binary(b"\r\n--\r\n\r\nContent-Type: application/json\r\n".to_vec())),
        title: "a b&c=d+e\r\n\r\n未命名*'()/+=~\"%22\0".into(),
        pages: Some(u64::MAX),
        public: Some(true),
        labels: Some(vec!["a".into(), "未".into(), String::new()]),
        range: Some(Range { from: 1, to: 0.5, within: None }),
    }
}

fn log() -> UploadLog {
    UploadLog {
        topic_id: "a b&c=d+e 未命名 *'()/+=~\"".into(),
        hash_key: Some(String::new()),
        count: Some(7),
        compress: Some(false),
        logs: every_byte(),
    }
}

async fn files_arrive(cloud: &FakeCloud, client: &Client) {
    let kept = kept::<UploadFile>(cloud);
    let few = UploadFile { file: Binary(Vec::new()), ..UploadFile::default() };
    for request in [file(), few] {
        client.call(&request).await.unwrap();
        assert_eq!(kept.lock().unwrap().pop(), Some(request));
        let received = cloud.received().pop().unwrap();
        assert_eq!(received.form, Some(ReceivedForm::Multipart));
        assert_eq!(received.signature_method, Some(SignatureMethod::Tc3HmacSha256));
        assert_eq!(received.service, "cii");
    }
}

async fn logs_arrive(cloud: &FakeCloud, client: &Client) {
    let kept = kept::<UploadLog>(cloud);
    let few = UploadLog { topic_id: "t".into(), ..UploadLog::default() };
    for request in [log(), few] {
        client.call(&request).await.unwrap();
        assert_eq!(kept.lock().unwrap().pop(), Some(request));
        let received = cloud.received().pop().unwrap();
        assert_eq!(received.form, Some(ReceivedForm::OctetStream));
        assert_eq!((&*received.service, &*received.action), ("cls", "UploadLog"));
    }
}

/// Whatever form the client prefers: these actions have one of their own.
#[tokio::test]
async fn binary_members_arrive() {
    let cloud = FakeCloud::in_process();
    let client = cloud.client().build().unwrap();
    for client in [client.clone(), client.with_form(RequestForm::Query), client.with_unsigned_payload(true)] {
        files_arrive(&cloud, &client).await;
        logs_arrive(&cloud, &client).await;
    }
}

#[tokio::test]
async fn binary_members_arrive_over_a_socket() {
    let cloud = FakeCloud::start().unwrap();
    let client = cloud.client().build().unwrap();
    files_arrive(&cloud, &client).await;
    logs_arrive(&cloud, &client).await;
}

#[tokio::test]
async fn in_json_bytes_are_base64_and_text_stays_text() {
    let cloud = FakeCloud::in_process();
    let answer = |parameters: &Value| Ok(json!({ "Echo": parameters }));
    cloud.on_json("cii", "2021-04-08", "UploadFile", answer).on_json("cls", "2020-10-16", "UploadLog", answer);
    let client = cloud.client().build().unwrap();

    let upload = UploadFile { file: Binary(b"\0\xff".to_vec()), preview: None, title: "x".into(), ..file() };
    client.call(&upload).await.unwrap();
    let expected = json!({
        "File": "AP8=",
        "Title": "x",
        "Pages": "18446744073709551615",
        "Public": "true",
        "Labels": ["a", "未", ""],
        "Range": { "From": 1, "To": 0.5 },
    });
    assert_eq!(cloud.received().pop().unwrap().parameters, expected);

    // The case of a name is lost in a header, and only a declaration knows it.
    client.call(&UploadLog { topic_id: "t".into(), count: Some(1), ..UploadLog::default() }).await.unwrap();
    assert_eq!(cloud.received().pop().unwrap().parameters, json!({ "topicid": "t", "count": "1", "Body": "" }));
}

/// The real gateway takes these actions in their form only, and others in none of these.
#[tokio::test]
async fn an_action_takes_its_own_form_and_no_other() {
    let cloud = FakeCloud::in_process();
    kept::<UploadFile>(&cloud);
    let client = cloud.client().build().unwrap();
    let call = |client: &Client| client.call_json("cii", "2021-04-08", "UploadFile", &json!({ "Title": "x" }));
    for client in
        [client.clone(), client.with_form(RequestForm::Query), client.with_signature(SignatureMethod::HmacSha1)]
    {
        let error = call(&client).await.unwrap_err();
        assert_eq!(error.code(), Some("InvalidParameter"));
        assert!(error.to_string().contains("this action takes multipart/form-data"), "{error}");
    }
}
