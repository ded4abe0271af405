//! Calls without a signature: two actions of STS, and no other.

use serde::{Deserialize, Serialize};
use tencent_action::fake::{FakeCloud, ReceivedForm};
use tencent_action::{Action, Client, CommonError, Empty, Field, Kind, SignatureMethod};

use super::actions::kept;
use crate::forge::{AUTHORIZATION, Draft, refusal, right_cloud, verdict};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct AssumeRoleWithWebIdentity {
    provider_id: String,
    web_identity_token: String,
    duration_seconds: i64,
}

impl Action for AssumeRoleWithWebIdentity {
    const SERVICE: &'static str = "sts";
    const VERSION: &'static str = "2018-08-13";
    const NAME: &'static str = "AssumeRoleWithWebIdentity";
    const FIELDS: &'static [Field] = &[
        Field::new("ProviderId", Kind::String, true),
        Field::new("WebIdentityToken", Kind::String, true),
        Field::new("DurationSeconds", Kind::Integer, true),
    ];
    const UNSIGNED: bool = true;
    type Response = Empty;
    type ErrorCode = CommonError;
}

fn request() -> AssumeRoleWithWebIdentity {
    let web_identity_token = "header.body.signature".into();
    AssumeRoleWithWebIdentity { provider_id: "OIDC".into(), web_identity_token, duration_seconds: 7200 }
}

async fn goes_through(cloud: &FakeCloud, client: &Client) {
    let kept = kept(cloud);
    client.call(&request()).await.unwrap();
    assert_eq!(kept.lock().unwrap().pop(), Some(request()));
    let received = cloud.received().pop().unwrap();
    assert_eq!((received.form, received.signature_method), (Some(ReceivedForm::Json), None));
    assert_eq!(received.service, "sts");
}

#[tokio::test]
async fn who_has_no_key_yet_can_ask_for_one() {
    let cloud = FakeCloud::start().unwrap();
    let without_key = Client::builder().without_env().endpoint(cloud.endpoint().unwrap()).build().unwrap();
    goes_through(&cloud, &without_key).await;
    goes_through(&cloud, &without_key.with_signature(SignatureMethod::HmacSha256)).await;
    let inside = cloud.client().transport(cloud.transport()).build().unwrap();
    goes_through(&cloud, &inside).await;
}

fn skip() -> Draft {
    let body = serde_json::to_vec(&request()).unwrap();
    let draft = Draft::body("application/json", body).to("sts", "2018-08-13", "AssumeRoleWithWebIdentity");
    draft.header(AUTHORIZATION, "SKIP")
}

#[tokio::test]
async fn nobody_else_gets_by_without_a_signature() {
    const INVALID: &str = "AuthFailure.InvalidAuthorization";
    let cloud = || {
        let cloud = right_cloud();
        kept::<AssumeRoleWithWebIdentity>(&cloud);
        cloud.on_json("cvm", "2018-08-13", "AssumeRoleWithSAML", |_| Ok(serde_json::json!({})));
        cloud
    };
    assert_eq!(verdict(&cloud(), skip().unsigned()).await, None);
    assert_eq!(verdict(&cloud(), skip().header("host", "sts.ap-guangzhou.tencentcloudapi.com").unsigned()).await, None);
    let query = skip().with(|draft| {
        (draft.method, draft.query) = ("GET", "ProviderId=p&WebIdentityToken=t&DurationSeconds=7200".to_owned());
        draft.body.clear();
    });
    assert_eq!(
        verdict(&cloud(), query.header("content-type", "application/x-www-form-urlencoded").unsigned()).await,
        None
    );
    let task = || Draft::right().header(AUTHORIZATION, "SKIP");
    let mut twice = skip().unsigned();
    twice.headers_mut().append(AUTHORIZATION, "SKIP".parse().unwrap());
    for (what, request, code) in [
        ("another action", task().unsigned(), INVALID),
        ("another action of sts", skip().header("x-tc-action", "AssumeRole").unsigned(), INVALID),
        ("the action, of another service", skip().header("host", "cvm.tencentcloudapi.com").unsigned(), INVALID),
        (
            "on loopback, of another service",
            { skip().header("host", "127.0.0.1:1").header("x-tc-action", "AssumeRoleWithSAML").unsigned() },
            INVALID,
        ),
        (
            "on loopback, of no service",
            skip().header("host", "127.0.0.1:1").header("x-tc-action", "AssumeRole").unsigned(),
            INVALID,
        ),
        ("in other letters", skip().header(AUTHORIZATION, "skip").unsigned(), INVALID),
        ("something more", skip().header(AUTHORIZATION, "SKIP, Signature=x").unsigned(), INVALID),
        ("twice", twice, INVALID),
        ("no authorization", skip().without(AUTHORIZATION).unsigned(), INVALID),
        ("a token", skip().header("x-tc-token", "t").unsigned(), "AuthFailure.TokenFailure"),
        ("no timestamp", skip().without("x-tc-timestamp").unsigned(), "MissingParameter"),
        ("an old timestamp", skip().header("x-tc-timestamp", "1551112764").unsigned(), "AuthFailure.SignatureExpire"),
        ("another version", skip().header("x-tc-version", "2018-08-14").unsigned(), "NoSuchVersion"),
        ("a wrong parameter", skip().with(|draft| draft.body = b"{\"A\":1}".to_vec()).unsigned(), "MissingParameter"),
    ] {
        assert_eq!(verdict(&cloud(), request).await.as_deref(), Some(code), "{what}");
    }
    assert_eq!(
        refusal(&cloud(), task().unsigned()).await,
        "AuthFailure.InvalidAuthorization: The Authorization header does not conform to the Tencent Cloud standard: \
         this action can't be called without a signature."
    );
}
