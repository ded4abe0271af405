//! What a client sends, when, and what it says when it can't.

use std::future::pending;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use serde::{Serialize, Serializer};
use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{
    Action, ApiError, Body, Client, CommonError, Credential, Empty, Error, Field, Language, Site, SystemClock,
    Transport, TransportError, tencent_action,
};

use crate::support::{HastyClock, ManageTask, Recorder, Recording, client, credential};

const OK: &str = r#"{"Response":{"RequestId":"r"}}"#;

/// The one request that a call with this client's setup leads to.
async fn sent(set_up: impl FnOnce(tencent_action::ClientBuilder) -> tencent_action::ClientBuilder) -> Request<Bytes> {
    let recorder = Recorder::answering(OK);
    let client = set_up(client().transport(Recording(recorder.clone()))).build().unwrap();
    ManageTask::abort("251000333-procedure-c27bdf65ea06646171e714f25f5aac6").send(&client).await.unwrap();
    let [request] = <[_; 1]>::try_from(recorder.requests()).unwrap();
    request
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

#[tokio::test]
async fn the_request_is_the_one_of_the_protocol() {
    let request = sent(|client| client.site(Site::Mainland)).await;
    assert_eq!(
        (request.method().as_str(), request.uri().to_string().as_str()),
        ("POST", "https://vod.tencentcloudapi.com/")
    );
    for (name, expected) in [
        ("host", "vod.tencentcloudapi.com"),
        ("content-type", "application/json"),
        ("x-tc-action", "ManageTask"),
        ("x-tc-version", "2018-07-17"),
        ("x-tc-timestamp", "1551113065"),
    ] {
        assert_eq!(header(&request, name), Some(expected));
    }
    for absent in ["x-tc-region", "x-tc-token", "x-tc-language"] {
        assert_eq!(header(&request, absent), None, "{absent}");
    }
    let body = r#"{"TaskId":"251000333-procedure-c27bdf65ea06646171e714f25f5aac6","OperationType":"Abort"}"#;
    assert_eq!(request.body().as_ref(), body.as_bytes());
    // The signature was computed apart, with Python's hmac and hashlib.
    let expected = "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/vod/tc3_request, \
                    SignedHeaders=content-type;host;x-tc-action, \
                    Signature=94c51f514150145016c344445ceca810e5e6c18a473bcc9724ef4d43319767d1";
    assert_eq!(header(&request, "authorization"), Some(expected));
}

#[tokio::test]
async fn options_show_in_the_request() {
    let request = sent(|client| client.region("ap-singapore").language(Language::English)).await;
    assert_eq!(header(&request, "host"), Some("vod.intl.tencentcloudapi.com"));
    assert_eq!(header(&request, "x-tc-region"), Some("ap-singapore"));
    assert_eq!(header(&request, "x-tc-language"), Some("en-US"));

    let request = sent(|client| client.region("ap-singapore").regional_host(true)).await;
    assert_eq!(header(&request, "host"), Some("vod.ap-singapore.tencentcloudapi.com"));

    let request = sent(|client| client.endpoint("http://127.0.0.1:8080")).await;
    assert_eq!(request.uri().to_string(), "http://127.0.0.1:8080/");
    assert_eq!(header(&request, "host"), Some("127.0.0.1:8080"));

    let request = sent(|client| client.credentials(credential().with_token("token"))).await;
    assert_eq!(header(&request, "x-tc-token"), Some("token"));
}

#[tokio::test]
async fn secrets_are_marked_sensitive() {
    let request = sent(|client| client.credentials(credential().with_token("token"))).await;
    for name in ["authorization", "x-tc-token"] {
        assert!(request.headers()[name].is_sensitive(), "{name}");
    }
}

#[tokio::test]
async fn a_call_is_serialized_at_once_and_sent_when_it_is_awaited() {
    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    let mut task = ManageTask::abort("before");
    let call = task.send(&client);
    task.task_id = "after".to_owned();
    drop((task, client));
    assert!(recorder.requests().is_empty(), "nothing is sent before the call is polled");
    // It borrows nothing, so it can be spawned.
    tokio::spawn(call).await.unwrap().unwrap();
    assert!(recorder.requests()[0].body().starts_with(br#"{"TaskId":"before""#));
}

#[test]
fn a_client_is_cheap_to_clone_and_can_go_anywhere() {
    fn check<T: Clone + Send + Sync + 'static>() {}
    check::<Client>();
    assert!(size_of::<Client>() <= 2 * size_of::<usize>());
}

#[tokio::test]
async fn the_deadline_says_whether_the_request_may_have_gone_out() {
    let silent = |_: Request<Bytes>| pending::<Result<Response<Body>, TransportError>>();
    let client = client().transport(silent).clock(HastyClock).timeout(Duration::from_secs(7)).build().unwrap();
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert_eq!(error.to_string(), "vod ManageTask: no answer within 7s (may have run)");
    assert!(error.is_timeout() && error.may_have_run());
}

#[derive(Debug)]
struct SlowCredentials;

#[async_trait::async_trait]
impl tencent_action::ProvideCredential for SlowCredentials {
    async fn provide(&self) -> Result<Option<Credential>, tencent_action::CredentialError> {
        pending().await
    }

    fn looks_at(&self) -> std::borrow::Cow<'static, str> {
        "nowhere".into()
    }
}

#[tokio::test(start_paused = true)]
async fn a_deadline_says_what_was_waited_for() {
    let recorder = Recorder::answering(OK);
    let builder = client().transport(Recording(recorder.clone())).clock(SystemClock).credentials(SlowCredentials);
    let client = builder.timeout(Duration::from_secs(7)).build().unwrap();
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert_eq!(error.to_string(), "vod ManageTask: not sent within 7s: waiting for a credential");
    assert!(error.is_timeout() && !error.may_have_run(), "{error}");
    assert!(recorder.requests().is_empty());
}

#[tokio::test]
async fn a_transport_error_says_whether_the_request_may_have_gone_out() {
    let with = |error: fn() -> TransportError| {
        let transport = move |_: Request<Bytes>| async move { Err::<Response<Body>, _>(error()) };
        client().transport(transport).build().unwrap()
    };
    let refused = with(|| TransportError::not_sent("connection refused"));
    let error = ManageTask::abort("t").send(&refused).await.unwrap_err();
    assert_eq!(error.to_string(), "vod ManageTask: no answer from vod.intl.tencentcloudapi.com: connection refused");
    assert!(error.is_transport() && !error.may_have_run());

    let reset = with(|| io::Error::other("connection reset").into());
    let error = ManageTask::abort("t").send(&reset).await.unwrap_err();
    let line = "vod ManageTask: no answer from vod.intl.tencentcloudapi.com: connection reset (may have run)";
    assert_eq!((error.to_string(), format!("{error:?}")), (line.to_owned(), line.to_owned()));
    assert!(error.may_have_run());
}

#[tokio::test]
async fn no_credentials_is_an_error_that_names_action_variables_and_cure() {
    let transport = Recording(Recorder::answering(OK));
    let client = Client::builder().without_env().transport(transport.clone()).build().unwrap();
    let error: Error = ManageTask::abort("t").send(&client).await.unwrap_err();
    let line = error.to_string();
    assert!(error.is_credential() && line.starts_with("vod ManageTask: no credentials found"), "{line}");
    for part in ["TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY", ".credentials(…)"] {
        assert!(line.contains(part), "{line}");
    }
    assert!(transport.0.requests().is_empty());
}

#[tokio::test]
async fn an_unknown_secret_id_points_to_the_other_site() {
    const BODY: &str =
        r#"{"Response":{"Error":{"Code":"AuthFailure.SecretIdNotFound","Message":"m"},"RequestId":"r"}}"#;
    for (site, here, other) in
        [(Site::International, "international", "mainland"), (Site::Mainland, "mainland", "international")]
    {
        let client = client().site(site).transport(Recording(Recorder::answering(BODY))).build().unwrap();
        let line = ManageTask::abort("t").send(&client).await.unwrap_err().to_string();
        assert!(line.contains(&format!("went to the {here} site")), "{line}");
        assert!(line.contains(&format!("TENCENTCLOUD_SITE={other}")), "{line}");
    }
    let elsewhere = client().endpoint("https://gateway.example").transport(Recording(Recorder::answering(BODY)));
    let line = ManageTask::abort("t").send(&elsewhere.build().unwrap()).await.unwrap_err().to_string();
    assert!(!line.contains("SITE"), "{line}");
}

#[tokio::test]
async fn a_request_that_cant_be_serialized_is_not_sent() {
    struct Refusing;
    impl Serialize for Refusing {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("no such luck"))
        }
    }
    #[tencent_action(service = "vod", version = "2018-07-17")]
    struct ManageThing {
        thing: Refusing,
    }
    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    let error = ManageThing { thing: Refusing }.send(&client).await.unwrap_err();
    assert_eq!(error.to_string(), "vod ManageThing: the request can't be serialized: no such luck");
    assert!(!error.may_have_run() && recorder.requests().is_empty());
}

/// An action without the macro: six items and a `Serialize`.
#[derive(Serialize)]
struct ByHand {}

impl Action for ByHand {
    const SERVICE: &'static str = "vod";
    const VERSION: &'static str = "2018-07-17";
    const NAME: &'static str = "ByHand";
    const FIELDS: &'static [Field] = &[];
    type Response = Empty;
    type ErrorCode = CommonError;
}

#[tokio::test]
async fn an_action_can_be_written_by_hand() {
    let recorder = Recorder::answering(OK);
    let client = client().transport(Recording(recorder.clone())).build().unwrap();
    client.call(&ByHand {}).await.unwrap();
    assert_eq!(recorder.requests()[0].headers()["x-tc-action"], "ByHand");
}

#[tokio::test(start_paused = true)]
async fn a_transport_can_be_wrapped_and_sees_each_attempt() {
    let order = Arc::new(Mutex::new(Vec::new()));
    let note = |name: &'static str| {
        let order = order.clone();
        move |inner: Arc<dyn Transport>| {
            move |request: Request<Bytes>| {
                order.lock().unwrap().push(name);
                let inner = inner.clone();
                async move { inner.send(request).await }
            }
        }
    };
    let cloud = FakeCloud::in_process();
    cloud.on(|_: ManageTask| Ok(Empty)).fault(Fault::error(ApiError::new("RequestLimitExceeded", "Later.")));
    let client = cloud.client().wrap_transport(note("inner")).wrap_transport(note("outer"));
    let reply = ManageTask::abort("t").send(&client.build().unwrap()).await.unwrap();
    assert_eq!(reply.attempts(), 2);
    assert_eq!(*order.lock().unwrap(), ["outer", "inner", "outer", "inner"]);
}
