//! Actions with binary members, and actions without a signature, as they are declared.

use std::borrow::Cow;

use bytes::Bytes;
use http::Request;
use serde_json::json;
use tencent_action::fake::FakeCloud;
use tencent_action::{Action, Call, Client, Empty, Encoding, Field, Kind, Reply, tencent_action};

use crate::support::{Recorder, Recording, client};

#[tencent_action(service = "cii", version = "2021-04-08")]
#[derive(Debug, PartialEq)]
struct UploadMedicalFile {
    #[tencent(binary)]
    file: Vec<u8>,
    #[tencent(binary)]
    picture: Option<Vec<u8>>,
    file_name: String,
    labels: Vec<String>,
    count: Option<u64>,
}

#[tencent_action(service = "cls", version = "2020-10-16")]
#[derive(Debug, PartialEq)]
struct UploadLog {
    topic_id: String,
    hash_key: Option<String>,
    #[tencent(body)]
    log: Vec<u8>,
}

/// Borrowed, as bytes mostly are.
#[tencent_action(service = "cls", version = "2020-10-16", action = "UploadLog")]
struct BorrowedLog<'a> {
    topic_id: &'a str,
    #[tencent(body)]
    log: Cow<'a, [u8]>,
}

#[tencent_action(service = "sts", version = "2018-08-13", unsigned)]
#[derive(Debug)]
struct AssumeRoleWithWebIdentity {
    provider_id: String,
    web_identity_token: String,
}

fn file() -> UploadMedicalFile {
    UploadMedicalFile {
        file: b"\0\xff\r\n".to_vec(),
        picture: None,
        file_name: "a \"file\"".to_owned(),
        labels: vec!["x".to_owned(), "é".to_owned()],
        count: Some(2),
    }
}

async fn sent(call: impl FnOnce(&Client) -> Call<Reply<Empty>>) -> Request<Bytes> {
    let recorder = Recorder::answering(r#"{"Response":{"RequestId":"r"}}"#);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    call(&client).await.unwrap();
    recorder.requests().pop().unwrap()
}

#[tokio::test]
async fn binary_members_arrive_as_they_were_sent() {
    let cloud = FakeCloud::in_process();
    cloud.on(|upload: UploadMedicalFile| {
        assert_eq!(upload, file());
        Ok(Empty)
    });
    file().send(&cloud.client().build().unwrap()).await.unwrap();

    let request = sent(|client| file().send(client)).await;
    let content_type = request.headers()["content-type"].to_str().unwrap();
    assert!(content_type.starts_with("multipart/form-data; boundary="), "{content_type}");
}

#[tokio::test]
async fn a_body_arrives_as_it_was_sent_and_the_others_in_headers() {
    let log = || UploadLog { topic_id: "t-1".to_owned(), hash_key: None, log: vec![0, 1, 255] };
    let cloud = FakeCloud::in_process();
    cloud.on(move |upload: UploadLog| {
        assert_eq!(upload, log());
        Ok(Empty)
    });
    log().send(&cloud.client().build().unwrap()).await.unwrap();

    let request = sent(|client| log().send(client)).await;
    assert_eq!(request.headers()["content-type"], "application/octet-stream");
    assert_eq!(request.headers()["x-cls-topicid"], "t-1");
    assert!(!request.headers().contains_key("x-cls-hashkey"));
    assert_eq!(request.body().as_ref(), [0, 1, 255]);

    let borrowed = BorrowedLog { topic_id: "t-1", log: Cow::Borrowed(&[0, 1, 255]) };
    let request = sent(|client| borrowed.send(client)).await;
    assert_eq!(request.body().as_ref(), [0, 1, 255]);
}

#[tokio::test]
async fn what_a_header_cant_carry_is_told_before_anything_is_sent() {
    let recorder = Recorder::answering("{}");
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    let log = UploadLog { topic_id: "a\nb".to_owned(), hash_key: None, log: vec![] };
    let error = log.send(&client).await.unwrap_err();
    let expected = "cls UploadLog: the request can't be serialized: `TopicId` has characters that a header can't carry";
    assert_eq!(error.to_string(), expected);
    assert!(recorder.requests().is_empty());
}

#[tokio::test]
async fn an_unsigned_action_needs_no_credential() {
    let recorder = Recorder::answering(r#"{"Response":{"RequestId":"r"}}"#);
    let client = Client::builder().without_env().transport(Recording(recorder.clone())).build().unwrap();
    let role = AssumeRoleWithWebIdentity { provider_id: "p".to_owned(), web_identity_token: "t".to_owned() };
    role.send(&client).await.unwrap();
    let request = recorder.requests().pop().unwrap();
    assert_eq!(request.headers()["authorization"], "SKIP");
    assert!(!request.headers().contains_key("x-tc-token"));
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(request.body()).unwrap(),
        json!({
            "ProviderId": "p",
            "WebIdentityToken": "t",
        })
    );

    let cloud = FakeCloud::in_process();
    cloud.on(|_: AssumeRoleWithWebIdentity| Ok(Empty));
    role.send(&cloud.client().build().unwrap()).await.unwrap();
}

#[test]
fn declarations_tell_how_requests_are_written() {
    assert_eq!((UploadMedicalFile::ENCODING, UploadLog::ENCODING), (Encoding::Multipart, Encoding::OctetStream));
    assert_eq!((UploadLog::UNSIGNED, AssumeRoleWithWebIdentity::UNSIGNED), (false, true));
    assert_eq!(UploadMedicalFile::FIELDS[1], Field::new("Picture", Kind::Binary, false));
    assert_eq!(UploadLog::FIELDS[2], Field::new("Log", Kind::Binary, true));
}
