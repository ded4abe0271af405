//! What forging takes: signers, and a cloud that judges what they signed.
//!
//! The signers were written after the protocol and not after `signing`: they share no code with what they test but the
//! hash functions.

mod legacy;
mod tc3;

pub(crate) use self::legacy::Legacy;
pub(crate) use self::tc3::{AUTHORIZATION, BODY, Draft};

use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::Request;
use http_body_util::BodyExt;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tencent_action::fake::FakeCloud;
use tencent_action::{Credential, Empty, Transport};

use crate::support::{ManageTask, SECOND, StoppedClock};

fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(bytes))
}

fn hmac_sha256(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// A cloud at some time, which knows one action.
pub(crate) fn cloud(credential: Credential, now: u64) -> FakeCloud {
    let cloud = FakeCloud::builder().credential(credential).clock(StoppedClock(now)).in_process();
    cloud.on(|_: ManageTask| Ok(Empty));
    cloud
}

/// The cloud that takes what the signers sign.
pub(crate) fn right_cloud() -> FakeCloud {
    cloud(Credential::with_secret_id("AKID1").secret_key("key-1"), SECOND)
}

/// What the cloud answers, `{"Error": {"Code": …}}` or the data.
pub(crate) async fn answer(cloud: &FakeCloud, request: Request<Bytes>) -> Value {
    let response = cloud.transport().send(request).await.unwrap();
    assert_eq!(response.status(), 200);
    let body = response.into_body().collect().await.unwrap().to_bytes();
    let mut answer: Value = serde_json::from_slice(&body).unwrap();
    let id = answer["Response"]["RequestId"].as_str().unwrap();
    assert_eq!(id.len(), 36, "{answer}");
    answer["Response"].take()
}

/// The code that the cloud answers, or nothing if it lets the request pass.
pub(crate) async fn verdict(cloud: &FakeCloud, request: Request<Bytes>) -> Option<String> {
    answer(cloud, request).await["Error"]["Code"].as_str().map(str::to_owned)
}

/// Code and message of a refusal.
pub(crate) async fn refusal(cloud: &FakeCloud, request: Request<Bytes>) -> String {
    let error = &answer(cloud, request).await["Error"];
    format!("{}: {}", error["Code"].as_str().unwrap(), error["Message"].as_str().unwrap())
}

/// Each of these requests is refused with its code.
pub(crate) async fn check(cases: impl IntoIterator<Item = (&'static str, Request<Bytes>, &'static str)>) {
    for (what, request, code) in cases {
        assert_eq!(verdict(&right_cloud(), request).await.as_deref(), Some(code), "{what}");
    }
}
