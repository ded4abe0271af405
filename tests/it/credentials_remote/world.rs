//! What lies behind the transport: the metadata service, STS and another service, each at its host.

use std::future::pending;
use std::io;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use tencent_action::fake::FakeCloud;
use tencent_action::{Body, Transport, TransportError, tencent_action, tencent_data};

use super::VirtualClock;

/// What the metadata service does with a request.
pub(super) enum Metadata {
    Says(u16, String),
    /// It takes the request and never answers.
    Hangs,
    /// Nobody is there.
    Refuses,
}

impl Metadata {
    pub(super) fn says(text: impl Into<String>) -> Self {
        Self::Says(200, text.into())
    }

    /// A role's credential: the key number so-and-so.
    pub(super) fn gives(number: usize, until: u64) -> Self {
        Self::says(credential_json(number, until))
    }
}

pub(super) fn credential_json(number: usize, until: u64) -> String {
    let expired_time = seconds_after(until);
    format!(
        r#"{{"TmpSecretId":"AKIDtemporary{number}","TmpSecretKey":"secret-key-{number}","ExpiredTime":{expired_time},
        "Expiration":"2021-03-12T23:00:47Z","Token":"secret-token-{number}","Code":"Success"}}"#
    )
}

fn seconds_after(seconds: u64) -> u64 {
    VirtualClock::after(seconds).duration_since(std::time::SystemTime::UNIX_EPOCH).unwrap().as_secs()
}

/// A transport to the metadata service, to STS, and to any other host.
#[derive(Clone)]
pub(super) struct World {
    metadata: Arc<dyn Fn(&str) -> Metadata + Send + Sync>,
    pub(super) sts: FakeCloud,
    pub(super) cloud: FakeCloud,
    asked: Arc<Mutex<Vec<String>>>,
}

impl World {
    pub(super) fn new(clock: VirtualClock, metadata: impl Fn(&str) -> Metadata + Send + Sync + 'static) -> Self {
        let cloud = || FakeCloud::builder().clock(clock).in_process();
        Self { metadata: Arc::new(metadata), sts: cloud(), cloud: cloud(), asked: Arc::default() }
    }

    /// Without a metadata service.
    pub(super) fn elsewhere(clock: VirtualClock) -> Self {
        Self::new(clock, |_| Metadata::Refuses)
    }

    /// The paths that the metadata service was asked for.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    async fn metadata(&self, path: &str) -> Result<Response<Body>, TransportError> {
        self.asked.lock().unwrap().push(path.to_owned());
        match (self.metadata)(path) {
            Metadata::Says(status, text) => {
                let mut response = Response::new(Body::from(text));
                *response.status_mut() = StatusCode::from_u16(status).unwrap();
                Ok(response)
            }
            Metadata::Hangs => pending().await,
            Metadata::Refuses => Err(TransportError::not_sent(io::Error::from(io::ErrorKind::ConnectionRefused))),
        }
    }
}

#[async_trait]
impl Transport for World {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let host = request.uri().host().unwrap_or_default();
        if host == "metadata.tencentyun.com" {
            assert_eq!((request.method().as_str(), request.uri().scheme_str()), ("GET", Some("http")));
            assert!(!request.headers().contains_key("authorization"));
            return self.metadata(request.uri().path()).await;
        }
        let cloud = if host.starts_with("sts.") { &self.sts } else { &self.cloud };
        cloud.transport().send(request).await
    }
}

/// As STS declares it.
#[tencent_action(service = "sts", version = "2018-08-13", response = Assumed)]
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AssumeRole {
    pub(super) role_arn: String,
    pub(super) role_session_name: String,
    pub(super) duration_seconds: u64,
    pub(super) external_id: Option<String>,
    pub(super) policy: Option<String>,
}

#[tencent_action(service = "sts", version = "2018-08-13", response = Assumed, unsigned)]
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AssumeRoleWithWebIdentity {
    pub(super) provider_id: String,
    pub(super) web_identity_token: String,
    pub(super) role_arn: String,
    pub(super) role_session_name: String,
    pub(super) duration_seconds: i64,
}

#[tencent_data]
pub(super) struct Assumed {
    credentials: Issued,
    expired_time: u64,
    expiration: String,
}

#[tencent_data]
struct Issued {
    token: String,
    tmp_secret_id: String,
    tmp_secret_key: String,
}

/// The key number so-and-so, as STS issues it.
pub(super) fn assumed(number: usize, until: u64) -> Assumed {
    Assumed {
        credentials: Issued {
            token: format!("secret-token-{number}"),
            tmp_secret_id: format!("AKIDtemporary{number}"),
            tmp_secret_key: format!("secret-key-{number}"),
        },
        expired_time: seconds_after(until),
        expiration: "2021-03-12T23:00:47Z".to_owned(),
    }
}
