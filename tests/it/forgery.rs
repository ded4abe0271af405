//! Each kind of forged request that the fake cloud must refuse, and the code that it must answer.
//!
//! Requests are signed by a signer of this file's own, written after the protocol and not after `signing`: it shares no
//! code with what it tests but the hash functions.

use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::Request;
use http_body_util::BodyExt;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tencent_action::Transport;
use tencent_action::fake::FakeCloud;
use tencent_action::{Credential, Empty};

use crate::support::{ManageTask, SECOND, StoppedClock};

const BODY: &str = r#"{"TaskId":"t","OperationType":"Abort"}"#;
const AUTHORIZATION: &str = "authorization";

/// A request before it is signed; each field can be forged.
#[derive(Clone)]
struct Draft {
    method: &'static str,
    query: &'static str,
    id: &'static str,
    key: &'static str,
    date: &'static str,
    service: &'static str,
    terminator: &'static str,
    signed: &'static [&'static str],
    headers: Vec<(&'static str, String)>,
    body: String,
}

impl Draft {
    fn right() -> Self {
        let headers = [
            ("content-type", "application/json"),
            ("host", "vod.tencentcloudapi.com"),
            ("x-tc-action", "ManageTask"),
            ("x-tc-version", "2018-07-17"),
            ("x-tc-timestamp", "1551113065"),
        ];
        Self {
            method: "POST",
            query: "",
            id: "AKID1",
            key: "key-1",
            date: "2019-02-25",
            service: "vod",
            terminator: "tc3_request",
            signed: &["content-type", "host", "x-tc-action"],
            headers: headers.map(|(name, value)| (name, value.to_owned())).to_vec(),
            body: BODY.to_owned(),
        }
    }

    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self
    }

    fn value(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    fn authorization(&self) -> String {
        let line = |text: String, name: &&str| format!("{text}{name}:{}\n", self.value(name).to_lowercase());
        let lines = self.signed.iter().fold(String::new(), line);
        let names = self.signed.join(";");
        let canonical = format!("{}\n/\n{}\n{lines}\n{names}\n{}", self.method, self.query, sha256(&self.body));
        let scope = format!("{}/{}/{}", self.date, self.service, self.terminator);
        let text = format!("TC3-HMAC-SHA256\n{}\n{scope}\n{}", self.value("x-tc-timestamp"), sha256(&canonical));
        let mut key = format!("TC3{}", self.key).into_bytes();
        for part in [self.date, self.service, self.terminator] {
            key = hmac(&key, part);
        }
        let signature = hex(&hmac(&key, &text));
        format!("TC3-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={signature}", self.id)
    }

    fn sign(self) -> Request<Bytes> {
        let authorization = self.authorization();
        self.header(AUTHORIZATION, &authorization).unsigned()
    }

    /// The request as it stands, with the `Authorization` header that was put there by hand, if any.
    fn unsigned(self) -> Request<Bytes> {
        let query = if self.query.is_empty() { String::new() } else { format!("?{}", self.query) };
        let mut request =
            Request::builder().method(self.method).uri(format!("https://vod.tencentcloudapi.com/{query}"));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        request.body(self.body.into()).unwrap()
    }
}

fn sha256(text: &str) -> String {
    hex(&Sha256::digest(text))
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn cloud(credential: Credential, now: u64) -> FakeCloud {
    let cloud = FakeCloud::builder().credential(credential).clock(StoppedClock(now)).in_process();
    cloud.on(|_: ManageTask| Ok(Empty));
    cloud
}

fn right_cloud() -> FakeCloud {
    cloud(Credential::with_secret_id("AKID1").secret_key("key-1"), SECOND)
}

/// The code that the cloud answers, or nothing if it lets the request pass.
async fn verdict(cloud: &FakeCloud, request: Request<Bytes>) -> Option<String> {
    let response = cloud.transport().send(request).await.unwrap();
    assert_eq!(response.status(), 200);
    let body = response.into_body().collect().await.unwrap().to_bytes();
    let answer: Value = serde_json::from_slice(&body).unwrap();
    let id = answer["Response"]["RequestId"].as_str().unwrap();
    assert_eq!(id.len(), 36, "{answer}");
    answer["Response"]["Error"]["Code"].as_str().map(str::to_owned)
}

async fn check(cases: impl IntoIterator<Item = (&'static str, Request<Bytes>, &'static str)>) {
    for (what, request, code) in cases {
        assert_eq!(verdict(&right_cloud(), request).await.as_deref(), Some(code), "{what}");
    }
}

#[tokio::test]
async fn a_right_request_passes_in_every_form() {
    let right = Draft::right;
    for (what, request) in [
        ("as the docs sign now", right().sign()),
        ("as the SDKs sign", right().with(|d| d.signed = &["content-type", "host"]).sign()),
        ("a charset", right().header("content-type", "application/json; charset=utf-8").sign()),
        ("another regional host", right().header("host", "vod.ap-guangzhou.tencentcloudapi.com").sign()),
        ("a loopback host", right().header("host", "127.0.0.1:8080").sign()),
        ("no spaces between items", {
            let compact = right().authorization().replace(", ", ",");
            right().header(AUTHORIZATION, &compact).unsigned()
        }),
        ("a region that isn't needed", right().header("x-tc-region", "ap-guangzhou").sign()),
    ] {
        assert_eq!(verdict(&right_cloud(), request).await, None, "{what}");
    }
}

#[tokio::test]
async fn the_window_is_300_seconds_either_way() {
    for (now, expected) in [
        (SECOND + 300, None),
        (SECOND - 300, None),
        (SECOND + 301, Some("AuthFailure.SignatureExpire")),
        (SECOND - 301, Some("AuthFailure.SignatureExpire")),
    ] {
        let cloud = cloud(Credential::with_secret_id("AKID1").secret_key("key-1"), now);
        assert_eq!(verdict(&cloud, Draft::right().sign()).await.as_deref(), expected, "{now}");
    }
}

#[tokio::test]
async fn forged_signatures_are_refused() {
    const FAILURE: &str = "AuthFailure.SignatureFailure";
    let right = Draft::right;
    let signed = || right().authorization();
    let replay_of = |from: &Draft, draft: Draft| draft.header(AUTHORIZATION, &from.authorization()).unsigned();
    let replay = |draft: Draft| replay_of(&right(), draft);
    let extra = right().header("x-extra", "1").with(|d| d.signed = &["content-type", "host", "x-extra"]);
    let last = |digit: &str| {
        let signed = signed();
        right().header(AUTHORIZATION, &format!("{}{digit}", &signed[..signed.len() - 1])).unsigned()
    };
    check([
        ("another key", right().with(|d| d.key = "key-2").sign(), FAILURE),
        ("another body", replay(right().with(|d| d.body = BODY.replace('t', "u"))), FAILURE),
        ("another action", replay(right().header("x-tc-action", "DescribeTasks")), FAILURE),
        ("another host", replay(right().header("host", "vod.intl.tencentcloudapi.com")), FAILURE),
        ("another content type", replay(right().header("content-type", "application/json;charset=x")), FAILURE),
        ("another timestamp", replay(right().header("x-tc-timestamp", "1551113066")), FAILURE),
        ("a query", replay(right().with(|d| d.query = "a=1")), FAILURE),
        ("the date of the day before", right().with(|d| d.date = "2019-02-24").sign(), FAILURE),
        ("the service of another host", right().with(|d| d.service = "cvm").sign(), FAILURE),
        ("a signed header that isn't there", replay_of(&extra, extra.clone().without("x-extra")), FAILURE),
        ("one digit changed", last(if signed().ends_with('0') { "1" } else { "0" }), FAILURE),
        ("an unknown id", right().with(|d| d.id = "AKID2").sign(), "AuthFailure.SecretIdNotFound"),
    ])
    .await;
}

#[tokio::test]
async fn malformed_headers_are_refused() {
    const INVALID: &str = "AuthFailure.InvalidAuthorization";
    let right = Draft::right;
    let edited = |from: &str, to: &str| {
        let authorization = right().authorization();
        assert!(authorization.contains(from));
        right().header(AUTHORIZATION, &authorization.replace(from, to)).unsigned()
    };
    let mut twice = right().sign();
    twice.headers_mut().append(AUTHORIZATION, right().authorization().parse().unwrap());
    check([
        ("no authorization", right().unsigned(), INVALID),
        ("two authorizations", twice, INVALID),
        ("another algorithm", edited("TC3-HMAC-SHA256", "TC2-HMAC-SHA256"), INVALID),
        ("no signature", edited("Signature=", "Sig="), INVALID),
        ("no credential", edited("Credential=", "Cred="), INVALID),
        ("another terminator", right().with(|d| d.terminator = "aws4_request").sign(), INVALID),
        ("a short scope", edited("/vod/tc3_request", "/tc3_request"), INVALID),
        ("the host unsigned", right().with(|d| d.signed = &["content-type"]).sign(), INVALID),
        ("the content type unsigned", right().with(|d| d.signed = &["host"]).sign(), INVALID),
        ("a signature cut short", edited("Signature=", "Signature=,X="), INVALID),
    ])
    .await;
}

#[tokio::test]
async fn wrong_common_parameters_are_refused() {
    let right = Draft::right;
    check([
        ("no action", right().without("x-tc-action").sign(), "MissingParameter"),
        ("no version", right().without("x-tc-version").sign(), "MissingParameter"),
        ("no timestamp", right().without("x-tc-timestamp").sign(), "MissingParameter"),
        ("a timestamp with a sign", right().header("x-tc-timestamp", "+1551113065").sign(), "InvalidParameter"),
        ("a timestamp in words", right().header("x-tc-timestamp", "now").sign(), "InvalidParameter"),
        ("no JSON", right().header("content-type", "text/plain").sign(), "InvalidParameter"),
        ("another method", right().with(|d| d.method = "PUT").sign(), "UnsupportedProtocol"),
        ("another version", right().header("x-tc-version", "2099-01-01").sign(), "NoSuchVersion"),
        ("an unknown action", right().header("x-tc-action", "ManageTasks").sign(), "InvalidAction"),
        (
            "an unknown product",
            right().with(|d| d.service = "nope").header("host", "nope.tencentcloudapi.com").sign(),
            "NoSuchProduct",
        ),
        ("too large a body", right().with(|d| d.body = " ".repeat((10 << 20) + 1)).sign(), "RequestSizeLimitExceeded"),
    ])
    .await;
}

#[tokio::test]
async fn wrong_parameters_are_refused() {
    let body = |body: &str| Draft::right().with(|draft| draft.body = body.to_owned()).sign();
    check([
        ("no JSON", body("TaskId=t"), "InvalidParameter"),
        ("a list", body(r#"["t","Abort"]"#), "InvalidParameter"),
        ("a member missing", body(r#"{"TaskId":"t"}"#), "MissingParameter"),
        ("an unknown member", body(r#"{"TaskId":"t","OperationType":"Abort","Taskid":"t"}"#), "UnknownParameter"),
        ("a number for a string", body(r#"{"TaskId":1,"OperationType":"Abort"}"#), "InvalidParameter"),
        ("a quoted number", body(r#"{"TaskId":"t","OperationType":"Abort","SubAppId":"1"}"#), "InvalidParameter"),
        ("a negative number", body(r#"{"TaskId":"t","OperationType":"Abort","SubAppId":-1}"#), "InvalidParameter"),
        ("null", body(r#"{"TaskId":"t","OperationType":"Abort","SubAppId":null}"#), "InvalidParameter"),
    ])
    .await;
}

#[tokio::test]
async fn a_temporary_key_goes_with_its_token_and_no_other_key_with_any() {
    let temporary = || cloud(Credential::with_secret_id("AKID1").secret_key("key-1").with_token("token-1"), SECOND);
    let token = |value: &str| Draft::right().header("x-tc-token", value).sign();
    assert_eq!(verdict(&temporary(), token("token-1")).await, None);
    let failure = Some("AuthFailure.TokenFailure");
    assert_eq!(verdict(&temporary(), token("token-2")).await.as_deref(), failure);
    assert_eq!(verdict(&temporary(), Draft::right().sign()).await.as_deref(), failure);
    assert_eq!(verdict(&right_cloud(), token("token-1")).await.as_deref(), failure);
}
