//! Nothing secret in any span or event, whatever the server makes of it: no key, token, signature or payload.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bytes::Bytes;
use http::Request;
use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{
    ApiError, AssumeRoleCredentials, Body, CachedCredentials, Client, Credential, Empty, ProvideCredential,
    RequestForm, SignatureMethod, Transport, TransportError, tencent_action,
};

use super::chat;
use super::log::Log;
use crate::support::ManageTask;

/// What no log may have: all values that are secret or the user's own begin so.
const SECRET: &str = "hush-";

#[tencent_action(service = "sts", version = "2018-08-13")]
struct AssumeRole {
    external_id: Option<String>,
}

/// Takes the signatures out of what goes through it.
#[derive(Clone)]
struct Tap {
    cloud: FakeCloud,
    signatures: Arc<Mutex<Vec<String>>>,
}

#[async_trait]
impl Transport for Tap {
    async fn send(&self, request: Request<Bytes>) -> Result<http::Response<Body>, TransportError> {
        let mut texts = vec![request.uri().query().unwrap_or_default().to_owned()];
        texts.push(String::from_utf8_lossy(request.body()).into_owned());
        texts.extend(request.headers().get("authorization").map(|value| value.to_str().unwrap().to_owned()));
        for text in texts {
            let signature = text.split("Signature=").nth(1).map(|rest| rest.split('&').next().unwrap().to_owned());
            self.signatures.lock().unwrap().extend(signature);
        }
        self.cloud.transport().send(request).await
    }
}

fn secret_key() -> Credential {
    Credential::with_secret_id("AKIDtemporary").secret_key("hush-key").with_token("hush-token")
}

/// Answers with the whole request in its error, as a careless service would.
fn echo(cloud: &FakeCloud) {
    cloud.on(|task: ManageTask| match task.operation_type.as_str() {
        "Abort" => Ok(Empty),
        said => Err(ApiError::new("InvalidParameter", format!("{said} {}", task.task_id))),
    });
    cloud.on(|role: AssumeRole| {
        Err::<Empty, _>(ApiError::new("InvalidParameter", role.external_id.unwrap_or_default()))
    });
}

fn faults() -> Vec<Fault> {
    let page = |body: &'static str| Fault::answer(http::Response::builder().status(502).body(body).unwrap());
    vec![
        Fault::refused(),
        Fault::reset(),
        Fault::cut_off(60),
        Fault::stall(60),
        Fault::empty(),
        Fault::garbage(),
        Fault::expired_token(),
        Fault::error(ApiError::new("hush-code of the server\n", "hush-message")),
        Fault::error(ApiError::new("InternalError", "hush-message")),
        page("<html>hush-page</html>"),
        page("hush-text"),
        page(r#"{"Response":{"hush-member":"hush-value"}}"#),
        page(r#"{"hush-member":"hush-value"}"#),
    ]
}

#[tokio::test(start_paused = true)]
async fn no_secret_and_no_payload_is_logged() {
    let (log, _guard) = Log::listen();
    let cloud = FakeCloud::in_process();
    echo(&cloud);
    cloud.add_credential(secret_key());
    let tap = Tap { cloud: cloud.clone(), signatures: Arc::default() };
    let client = cloud.client().transport(tap.clone()).credentials(secret_key()).build().unwrap();
    let mut errors = String::new();
    let handles = [
        client.clone(),
        client.with_form(RequestForm::Query),
        client.with_signature(SignatureMethod::HmacSha1),
        client.with_signature(SignatureMethod::HmacSha256).with_form(RequestForm::Query),
    ];
    for client in handles {
        ManageTask::abort("hush-task").send(&client).await.unwrap();
        let task = ManageTask { operation_type: "hush-type".into(), ..ManageTask::abort("hush-task") };
        write!(errors, "{}", task.send(&client).await.unwrap_err()).unwrap();
        for fault in faults() {
            cloud.no_faults().faults(std::iter::repeat(Some(fault)));
            let call = ManageTask::abort("hush-task").send(&client).idempotent(true);
            write!(errors, "{}", call.await.unwrap_err()).unwrap();
        }
        cloud.no_faults();
    }
    // The errors have what the server said, so the faults did their work.
    assert!(errors.contains("hush-type hush-task") && errors.contains("hush-page"), "{errors}");
    let (logged, signatures) = (log.all(), tap.signatures.lock().unwrap().clone());
    assert!(signatures.len() > 50 && logged.matches("InternalError").count() > 10, "{logged}");
    for secret in signatures.iter().map(String::as_str).chain([SECRET, "Signature", "Credential="]) {
        assert!(!secret.is_empty() && !logged.contains(secret), "{secret}: {logged}");
    }
}

/// Calls of roles, whose answers are keys, and whose requests have a secret of their own.
#[tokio::test(start_paused = true)]
async fn nothing_of_the_calls_to_sts_is_logged() {
    let (log, _guard) = Log::listen();
    let sts = FakeCloud::in_process();
    let client = || sts.client().credentials(secret_key()).build().unwrap();
    sts.add_credential(secret_key());
    sts.on_json("sts", "2018-08-13", "AssumeRole", |request| {
        let said = request["ExternalId"].as_str().unwrap_or_default();
        let key = serde_json::json!({ "TmpSecretId": "AKIDx", "TmpSecretKey": "hush-issued", "Token": "hush-issued" });
        match said {
            "hush-good" => Ok(serde_json::json!({ "Credentials": key, "ExpiredTime": 4_102_444_800_u64 })),
            "hush-unfit" => Ok(serde_json::json!({ "Credentials": key, "ExpiredTime": "hush-never" })),
            _ => Err(ApiError::new("InvalidParameter.ParamError", format!("{said} {}", request["Policy"]))),
        }
    });
    let role = |id: &str| {
        AssumeRoleCredentials::new(client(), "qcs::cam::uin/1:roleName/x")
            .external_id(id)
            .policy(r#"{"hush":"policy"}"#)
    };
    for (id, is_good) in [("hush-good", true), ("hush-unfit", false), ("hush-refused", false)] {
        let cached = CachedCredentials::new(role(id));
        let user = Client::builder().without_env().credentials(cached).transport(sts.transport()).build().unwrap();
        assert_eq!(user.credential().await.is_ok(), is_good, "{id}");
        if !is_good {
            ManageTask::abort("hush-task").send(&user).await.unwrap_err();
        }
        for fault in faults() {
            sts.no_faults().faults(std::iter::repeat(Some(fault)));
            role(id).provide().await.unwrap_err();
            ManageTask::abort("hush-task").send(&user).await.unwrap_err();
        }
        sts.no_faults();
    }
    let logged = log.all();
    assert!(logged.contains("rpc.method=sts/AssumeRole") && logged.contains("got a credential"), "{logged}");
    assert!(!logged.contains(SECRET), "{}", &logged[logged.find(SECRET).unwrap() - 300..]);
}

/// What a stream says isn't logged either, at whatever it breaks.
#[tokio::test(start_paused = true)]
async fn nothing_of_a_stream_is_logged() {
    let (log, _guard) = Log::listen();
    let events = "data: {\"Text\":\"hush-text\"}\n\ndata: {\"Text\":[\"hush-shape\"]}\n\n";
    let answer = move |_: Request<Bytes>| async move {
        let response = http::Response::builder().header("content-type", "text/event-stream").body(events).unwrap();
        Ok::<_, TransportError>(response)
    };
    let client = crate::support::client().transport(answer).build().unwrap();
    let mut chunks = chat().stream(&client).await.unwrap();
    assert_eq!(chunks.next().await.unwrap().unwrap().text, "hush-text");
    chunks.next().await.unwrap().unwrap_err();
    let logged = log.all();
    assert!(logged.contains("the stream failed") && !logged.contains(SECRET), "{logged}");
}
