//! What goes over the wire in each form, by each signature method.

use bytes::Bytes;
use http::Request;
use tencent_action::{
    Action, Client, ClientBuilder, CommonError, Empty, Encoding, Field, Language, RequestForm, SignatureMethod, Site,
    tencent_action,
};

use crate::support::{FixedClock, Recorder, Recording, SECOND, client, credential};

const OK: &str = r#"{"Response":{"RequestId":"r"}}"#;
const TASK: &str = "251000333-procedure-c27bdf65ea06646171e714f25f5aac6";

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask<'a> {
    task_id: &'a str,
    operation_type: &'a str,
    sub_app_id: Option<u64>,
}

fn abort() -> ManageTask<'static> {
    ManageTask { task_id: TASK, operation_type: "Abort", sub_app_id: None }
}

/// The one request that a call leads to.
async fn sent<A: Action>(action: &A, set_up: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Request<Bytes> {
    let recorder = Recorder::answering(OK);
    let builder = client().site(Site::Mainland).transport(Recording(recorder.clone()));
    let client = set_up(builder).build().unwrap();
    client.call(action).await.unwrap();
    let [request] = <[_; 1]>::try_from(recorder.requests()).unwrap();
    request
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

fn signature(request: &Request<Bytes>) -> &str {
    header(request, "authorization").unwrap().rsplit_once("Signature=").unwrap().1
}

#[tokio::test]
async fn a_query_is_sorted_encoded_and_signed() {
    let task = ManageTask { task_id: "a b&c=d+e/未", operation_type: "~-_.", sub_app_id: Some(7) };
    let request = sent(&task, |client| client.form(RequestForm::Query)).await;
    assert_eq!(request.method(), "GET");
    let query = "OperationType=~-_.&SubAppId=7&TaskId=a%20b%26c%3Dd%2Be%2F%E6%9C%AA";
    assert_eq!(request.uri().to_string(), format!("https://vod.tencentcloudapi.com/?{query}"));
    assert_eq!(header(&request, "content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(header(&request, "x-tc-action"), Some("ManageTask"));
    assert!(request.body().is_empty());
    // This one and those below were computed apart, with Python's hmac and hashlib.
    assert_eq!(signature(&request), "2012a85b12bf26acb674f4c052ae43ae70f87a5bbaef94ef116eb14c6c548ec3");
}

#[tokio::test]
async fn the_payload_can_go_unsigned() {
    let request = sent(&abort(), |client| client.unsigned_payload(true)).await;
    assert_eq!(header(&request, "x-tc-content-sha256"), Some("UNSIGNED-PAYLOAD"));
    let other = ManageTask { sub_app_id: Some(1), ..abort() };
    let with_other_body = sent(&other, |client| client.unsigned_payload(true)).await;
    assert_eq!(signature(&with_other_body), signature(&request), "the body isn't signed");
    assert_ne!(signature(&sent(&abort(), |client| client).await), signature(&request));
}

/// The common parameters of the published vectors, but for the one that names an SDK.
fn legacy(client: ClientBuilder, method: SignatureMethod) -> ClientBuilder {
    client
        .signature(method)
        .region("ap-guangzhou")
        .language(Language::English)
        .clock(FixedClock { second: SECOND, random: 11886 << 1 })
}

#[tokio::test]
async fn a_form_carries_all_parameters_and_the_signature() {
    let request = sent(&abort(), |client| legacy(client, SignatureMethod::HmacSha256)).await;
    assert_eq!(
        (request.method().as_str(), request.uri().to_string().as_str()),
        ("POST", "https://vod.tencentcloudapi.com/")
    );
    assert_eq!(header(&request, "content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(header(&request, "authorization"), None);
    let expected = format!(
        "OperationType=Abort&TaskId={TASK}&Action=ManageTask&Nonce=11886&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE\
         &SignatureMethod=HmacSHA256&Timestamp=1551113065&Version=2018-07-17&Region=ap-guangzhou&Language=en-US\
         &Signature=GV0bFerycmu%2BIZgV7BO79jzJFFgk7mKf%2B4e3rvKKIRI%3D"
    );
    assert_eq!(std::str::from_utf8(request.body()).unwrap(), expected);
}

#[tokio::test]
async fn a_legacy_query_carries_them_too() {
    let set_up = |client| legacy(client, SignatureMethod::HmacSha1).form(RequestForm::Query);
    let request = sent(&abort(), |client| set_up(client).credentials(credential().with_token("a/b"))).await;
    assert_eq!(request.method(), "GET");
    let query = request.uri().query().unwrap();
    assert!(query.contains("&Token=a%2Fb&") && query.contains("&SignatureMethod=HmacSHA1&"), "{query}");
    assert!(query.ends_with("&Signature=pUcsJSv4QGemx4K15lUxVxW%2FAmM%3D"), "{query}");
    assert_eq!(header(&request, "x-tc-token"), None);
}

#[tokio::test]
async fn a_nonce_is_a_positive_integer() {
    for random in [0, 1, u64::MAX] {
        let clock = FixedClock { second: SECOND, random };
        let request = sent(&abort(), |client| legacy(client, SignatureMethod::HmacSha1).clock(clock)).await;
        let body = std::str::from_utf8(request.body()).unwrap();
        let nonce = body.split('&').find_map(|pair| pair.strip_prefix("Nonce=")).unwrap();
        assert!(nonce.parse::<i64>().unwrap() > 0, "{nonce}");
    }
}

#[tokio::test]
async fn one_call_can_be_written_and_signed_otherwise() {
    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    abort().send(&client.with_form(RequestForm::Query)).await.unwrap();
    abort().send(&client.with_signature(SignatureMethod::HmacSha1)).await.unwrap();
    abort().send(&client.with_unsigned_payload(true)).await.unwrap();
    abort().send(&client).await.unwrap();
    let requests = recorder.requests();
    assert_eq!(
        requests.iter().map(|request| request.method().as_str()).collect::<Vec<_>>(),
        ["GET", "POST", "POST", "POST"]
    );
    assert!(requests[1].body().starts_with(b"OperationType=Abort&"));
    assert_eq!(header(&requests[2], "x-tc-content-sha256"), Some("UNSIGNED-PAYLOAD"));
    assert_eq!((header(&requests[3], "x-tc-content-sha256"), &requests[3].body()[..1]), (None, &b"{"[..]));
}

#[tokio::test]
async fn what_doesnt_go_together_is_told_before_anything_is_sent() {
    let error = client().form(RequestForm::Form).build().unwrap_err();
    assert_eq!(error.to_string(), "TC3-HMAC-SHA256 can't sign a form: use HmacSHA256, a query or JSON");

    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    let legacy = client.with_signature(SignatureMethod::HmacSha256);
    for (client, expected) in [
        (client.with_form(RequestForm::Form), "vod ManageTask: TC3-HMAC-SHA256 can't sign a form"),
        (legacy.with_form(RequestForm::Json), "vod ManageTask: HmacSHA256 can't sign JSON"),
        (legacy.with_unsigned_payload(true), "vod ManageTask: HmacSHA256 always signs the parameters"),
    ] {
        let error = abort().send(&client).await.unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}");
        assert!(!error.may_have_run());
    }
    let error = Upload::default().send(&legacy).await.unwrap_err();
    assert!(error.to_string().contains("HmacSHA256 can't sign binary data: use TC3-HMAC-SHA256"), "{error}");
    assert!(recorder.requests().is_empty());
}

#[tokio::test]
async fn what_is_too_large_is_told_with_the_form_that_would_fit() {
    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    let fault = async |client: &Client, len: usize| {
        let task_id = &"x".repeat(len);
        let error = ManageTask { task_id, ..abort() }.send(client).await.unwrap_err();
        assert!(!error.may_have_run() && !error.is_retryable());
        error.to_string()
    };
    let fits = async |client: &Client, len: usize| {
        let task_id = &"x".repeat(len);
        ManageTask { task_id, ..abort() }.send(client).await.is_ok()
    };
    let query = client.with_form(RequestForm::Query);
    let around = "OperationType=Abort&TaskId=".len();
    assert!(fits(&query, (32 << 10) - around).await);
    assert_eq!(
        fault(&query, (32 << 10) - around + 1).await,
        "vod ManageTask: the request is too large: 32769 bytes as a query, where 32768 are allowed; POST JSON carries 10 MB"
    );
    let form = client.with_signature(SignatureMethod::HmacSha1);
    assert!(fits(&form, 1_000_000).await);
    assert!(
        fault(&form, 1 << 20).await.contains("bytes as a form, where 1048576 are allowed; POST JSON carries 10 MB")
    );
    let around = r#"{"TaskId":"","OperationType":"Abort"}"#.len();
    assert!(fits(&client, (10 << 20) - around).await);
    assert_eq!(
        fault(&client, (10 << 20) - around + 1).await,
        "vod ManageTask: the request is too large: 10485761 bytes as JSON, where 10485760 are allowed"
    );
    assert_eq!(recorder.requests().len(), 3);
}

/// In JSON, `serde_json` would write null, and the action be called with another request than was given.
#[tokio::test]
async fn floats_without_digits_are_told_in_every_form() {
    #[tencent_action(service = "vod", version = "2018-07-17")]
    struct ProcessMedia<'a> {
        start: Option<f64>,
        offsets: &'a [f64],
    }

    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    for client in
        [client.clone(), client.with_form(RequestForm::Query), client.with_signature(SignatureMethod::HmacSha1)]
    {
        let start = ProcessMedia { start: Some(f64::NAN), offsets: &[1.0] }.send(&client).await.unwrap_err();
        assert!(start.to_string().contains("`Start` isn't a finite number, and the API takes no other"), "{start}");
        let offsets = ProcessMedia { start: None, offsets: &[1.0, f64::INFINITY] }.send(&client).await.unwrap_err();
        assert!(offsets.to_string().contains("isn't a finite number"), "{offsets}");
        assert!(ProcessMedia { start: Some(-0.0), offsets: &[1e300] }.send(&client).await.is_ok());
    }
    assert_eq!(recorder.requests().len(), 3);
}

/// An action with a binary member and members of other kinds.
#[derive(Default)]
struct Upload {
    file: &'static [u8],
    boundary: &'static str,
}

impl serde::Serialize for Upload {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        struct Raw(&'static [u8]);
        impl serde::Serialize for Raw {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_bytes(self.0)
            }
        }

        let mut request = serializer.serialize_struct("Upload", 5)?;
        request.serialize_field("File", &Raw(self.file))?;
        request.serialize_field("Name", &format!("é\"{}", self.boundary))?;
        request.serialize_field("Count", &3)?;
        request.serialize_field("Labels", &["a", "b"])?;
        request.serialize_field("Absent", &None::<u8>)?;
        request.end()
    }
}

impl Action for Upload {
    const SERVICE: &'static str = "cii";
    const VERSION: &'static str = "2021-04-08";
    const NAME: &'static str = "UploadMedicalFile";
    const FIELDS: &'static [Field] = &[];
    const ENCODING: Encoding = Encoding::Multipart;
    type Response = Empty;
    type ErrorCode = CommonError;
}

impl Upload {
    fn send(&self, client: &Client) -> tencent_action::Call<tencent_action::Reply<Empty>> {
        client.call(self)
    }
}

#[tokio::test]
async fn binary_members_go_in_parts() {
    let clock = FixedClock { second: SECOND, random: 0xab };
    let upload = Upload { file: b"\0\xff\r\n--", boundary: "" };
    let request = sent(&upload, |client| client.clock(clock)).await;
    let boundary = "00000000000000ab00000000000000ab";
    let content_type = format!("multipart/form-data; boundary={boundary}");
    assert_eq!(header(&request, "content-type"), Some(&*content_type));
    let mut expected =
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"File\"; filename=\"File\"\r\n\r\n")
            .into_bytes();
    expected.extend_from_slice(b"\0\xff\r\n--");
    expected.extend_from_slice(
        format!(
            "\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"Name\"\r\n\r\né\"\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"Count\"\r\n\r\n3\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"Labels\"\r\nContent-Type: application/json\r\n\r\n[\"a\",\"b\"]\r\n\
             --{boundary}--\r\n"
        )
        .as_bytes(),
    );
    assert_eq!(request.body().as_ref(), &expected[..]);
}
