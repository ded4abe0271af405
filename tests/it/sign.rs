//! Requests that are signed without a client.

use bytes::Bytes;
use http::Request;
use tencent_action::fake::FakeCloud;
use tencent_action::signing::{Timestamp, sign};
use tencent_action::{Clock, Credential, Empty, RequestForm, SystemClock, Transport, tencent_action};

use crate::support::{ManageTask, Recorder, Recording, SECOND, client, credential};

fn timestamp() -> Timestamp {
    Timestamp::from_second(SECOND.try_into().unwrap()).unwrap()
}

/// `ManageTask`, not signed yet.
fn unsigned() -> Request<&'static str> {
    Request::post("https://vod.tencentcloudapi.com/")
        .header("Content-Type", "application/json")
        .header("X-TC-Action", "ManageTask")
        .header("X-TC-Version", "2018-07-17")
        .body(r#"{"TaskId":"t","OperationType":"Abort"}"#)
        .unwrap()
}

#[tencent_action(service = "cii", version = "2021-04-08")]
struct UploadMedicalFile {
    #[tencent(binary)]
    file: Vec<u8>,
}

#[tokio::test]
async fn what_is_signed_is_what_a_client_sends() {
    let recorder = Recorder::answering(r#"{"Response":{"RequestId":"r"}}"#);
    for credential in [credential(), credential().with_token("token")] {
        let client = client().credentials(credential.clone()).region("ap-tokyo");
        let client = client.transport(Recording(recorder.clone())).build().unwrap();
        ManageTask::abort("t").send(&client).await.unwrap();
        ManageTask::abort("t").send(&client.with_form(RequestForm::Query)).await.unwrap();
        ManageTask::abort("t").send(&client.with_unsigned_payload(true)).await.unwrap();
        UploadMedicalFile { file: vec![0, 255] }.send(&client).await.unwrap();
        for sent in recorder.requests().into_iter().rev().take(4) {
            let mut request = sent.clone();
            for name in ["authorization", "host", "x-tc-timestamp", "x-tc-token"] {
                request.headers_mut().remove(name);
            }
            let service = if sent.headers()["x-tc-action"] == "ManageTask" { "vod" } else { "cii" };
            sign(&mut request, service, &credential, timestamp()).unwrap();
            assert_eq!(request.headers(), sent.headers(), "{} {}", sent.method(), sent.uri());
            assert!(request.headers()["authorization"].is_sensitive());
            assert!(request.headers().get("x-tc-token").is_none_or(http::HeaderValue::is_sensitive));
        }
    }
    assert_eq!(recorder.requests().len(), 8);
}

#[tokio::test]
async fn the_cloud_takes_it_and_nothing_else_than_it() {
    let cloud = FakeCloud::in_process();
    cloud.on(|_: ManageTask| Ok(Empty));
    let mut request = unsigned().map(Bytes::from);
    let now = Timestamp::from_system_time(SystemClock.now()).unwrap();
    sign(&mut request, "vod", cloud.credential(), now).unwrap();
    cloud.transport().send(request.clone()).await.unwrap();
    *request.body_mut() = r#"{"TaskId":"u","OperationType":"Abort"}"#.into();
    cloud.transport().send(request.clone()).await.unwrap();
    sign(&mut request, "vod", cloud.credential(), now).unwrap();
    cloud.transport().send(request).await.unwrap();
    let codes: Vec<_> =
        cloud.received().into_iter().map(|one| one.error.map(|error| error.code().to_owned())).collect();
    assert_eq!(codes, [None, Some("AuthFailure.SignatureFailure".to_owned()), None]);
}

#[test]
fn it_can_be_signed_anew() {
    let mut request = unsigned();
    sign(&mut request, "vod", &credential().with_token("token"), timestamp()).unwrap();
    let later = Timestamp::from_second(i64::try_from(SECOND).unwrap() + 1).unwrap();
    sign(&mut request, "vod", &credential(), later).unwrap();
    let mut fresh = unsigned();
    sign(&mut fresh, "vod", &credential(), later).unwrap();
    assert_eq!(request.headers(), fresh.headers());
}

#[test]
fn the_host_is_the_one_that_is_sent() {
    for (uri, said, expected) in [
        ("https://vod.tencentcloudapi.com", None, "vod.tencentcloudapi.com"),
        ("https://vod.tencentcloudapi.com:443/", None, "vod.tencentcloudapi.com"),
        ("https://user@vod.tencentcloudapi.com:8443/", None, "vod.tencentcloudapi.com:8443"),
        ("http://127.0.0.1:80/", None, "127.0.0.1"),
        ("http://[::1]:443/", None, "[::1]:443"),
        ("/", Some("gateway.example"), "gateway.example"),
        ("http://127.0.0.1:9/", Some("vod.tencentcloudapi.com"), "vod.tencentcloudapi.com"),
    ] {
        let mut request = unsigned();
        *request.uri_mut() = uri.parse().unwrap();
        request.headers_mut().extend(said.map(|host| (http::header::HOST, host.parse().unwrap())));
        sign(&mut request, "vod", &credential(), timestamp()).unwrap();
        assert_eq!(request.headers()["host"], expected, "{uri}");
        let mut other = request.clone();
        other.headers_mut().insert("host", "elsewhere.example".parse().unwrap());
        sign(&mut other, "vod", &credential(), timestamp()).unwrap();
        assert_ne!(request.headers()["authorization"], other.headers()["authorization"], "{uri}");
    }
}

#[test]
fn what_cant_be_signed_is_told_and_left_as_it_is() {
    type Spoil = fn(&mut Request<&'static str>);
    let key = |id: &str, token: &str| Credential::with_secret_id(id).secret_key("a-key").with_token(token);
    let spoils: [(Spoil, &str); 7] = [
        (
            |request| *request.uri_mut() = "vod.tencentcloudapi.com".parse().unwrap(),
            "the URI of the request has no scheme: put `https://` before its host",
        ),
        (
            |request| *request.uri_mut() = "https://h/v2?a=b".parse().unwrap(),
            "the path of the request is `/v2`: the API has none but `/`",
        ),
        (
            |request| *request.uri_mut() = "/".parse().unwrap(),
            "the request has no host, neither in its URI nor in a header",
        ),
        (
            |request| drop(request.headers_mut().remove("content-type")),
            "the request has no header `content-type`, which the API asks for",
        ),
        (
            |request| drop(request.headers_mut().remove("x-tc-version")),
            "the request has no header `x-tc-version`, which the API asks for",
        ),
        (
            |request| assert!(request.headers_mut().append("x-tc-action", "Other".parse().unwrap())),
            "the request has more than one header `x-tc-action`",
        ),
        (
            |request| drop(request.headers_mut().insert("content-type", "é".parse().unwrap())),
            "the header `content-type` of the request isn't ASCII text",
        ),
    ];
    for (spoil, expected) in spoils {
        let mut request = unsigned();
        spoil(&mut request);
        let before = request.headers().clone();
        let error = sign(&mut request, "vod", &credential(), timestamp()).unwrap_err();
        assert_eq!((error.to_string(), request.headers()), (expected.to_owned(), &before));
    }
    for (credential, what) in [(key("AK\nID", ""), "secret id"), (key("AKID", "a\ntoken"), "token")] {
        let mut request = unsigned();
        let error = sign(&mut request, "vod", &credential, timestamp()).unwrap_err();
        assert_eq!(error.to_string(), format!("the {what} has characters that can't go into a header"));
        assert!(!request.headers().contains_key("authorization"));
    }
}
