//! The gate: what every request must pass before a handler sees it.

use std::collections::HashMap;

use bytes::Bytes;
use http::{HeaderMap, Method, Request, header};
use subtle::ConstantTimeEq;

use super::authorization::Authorization;
use crate::credential::Credential;
use crate::response::ApiError;
use crate::signing::{CanonicalRequest, PayloadHash, SigningKey, StringToSign, Timestamp};

/// How far a timestamp may be off, in seconds, either way.
const WINDOW: u64 = 300;
/// The largest JSON body, in bytes (api/1278/55252).
pub(super) const BODY_LIMIT: usize = 10 << 20;

/// A request that has passed.
#[derive(Debug)]
pub(super) struct Admitted {
    pub(super) service: String,
    pub(super) version: String,
    pub(super) action: String,
}

/// Who may pass: credentials by their secret id.
pub(super) type Accounts = HashMap<String, Credential>;

/// Lets a request pass, or says why not.
pub(super) fn admit(request: &Request<Bytes>, accounts: &Accounts, now: Timestamp) -> Result<Admitted, ApiError> {
    if request.method() != Method::POST {
        return Err(ApiError::new("UnsupportedProtocol", "The protocol is not supported: only POST with JSON is."));
    }
    let headers = request.headers();
    let action = required(headers, "Action")?;
    let version = required(headers, "Version")?;
    let timestamp = read_timestamp(required(headers, "Timestamp")?)?;
    check_body(request)?;

    let authorization = Authorization::read(headers)?;
    if timestamp.as_second().abs_diff(now.as_second()) > WINDOW {
        return Err(ApiError::new("AuthFailure.SignatureExpire", "The signature is expired, please request again."));
    }
    let credential = accounts.get(authorization.secret_id).ok_or_else(|| {
        let message = "The SecretId is not found, please ensure that your SecretId is correct.";
        ApiError::new("AuthFailure.SecretIdNotFound", message)
    })?;
    check_token(headers, credential)?;
    verify(request, &authorization, credential, timestamp)?;
    Ok(Admitted { service: authorization.service.into(), version: version.into(), action: action.into() })
}

/// A common parameter that can't be left out.
fn required<'a>(headers: &'a HeaderMap, name: &str) -> Result<&'a str, ApiError> {
    let value = headers.get(format!("x-tc-{}", name.to_ascii_lowercase())).and_then(|value| value.to_str().ok());
    value.filter(|value| !value.is_empty()).ok_or_else(|| {
        let message = format!("The request is missing a required parameter `{name}` (header X-TC-{name}).");
        ApiError::new("MissingParameter", message)
    })
}

fn read_timestamp(text: &str) -> Result<Timestamp, ApiError> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let second = text.parse().ok().filter(|_| digits).and_then(Timestamp::from_second);
    second.ok_or_else(|| ApiError::new("InvalidParameter", "Parameter `Timestamp` type error."))
}

fn check_body(request: &Request<Bytes>) -> Result<(), ApiError> {
    let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next()).map(str::trim);
    if !media_type.is_some_and(|media_type| media_type.eq_ignore_ascii_case("application/json")) {
        return Err(ApiError::new(
            "InvalidParameter",
            "The Content-Type is not supported: it must be application/json.",
        ));
    }
    if request.body().len() > BODY_LIMIT {
        return Err(ApiError::new("RequestSizeLimitExceeded", "The request size exceeds the limit of 10 MB."));
    }
    Ok(())
}

/// A temporary key goes with its token, a long-term key with none.
fn check_token(headers: &HeaderMap, credential: &Credential) -> Result<(), ApiError> {
    let sent = headers.get("x-tc-token").map(http::HeaderValue::as_bytes).unwrap_or_default();
    let expected = credential.token().unwrap_or_default().as_bytes();
    if bool::from(sent.ct_eq(expected)) {
        return Ok(());
    }
    Err(ApiError::new("AuthFailure.TokenFailure", "The token is missing, wrong or expired."))
}

/// Signs what came as its sender should have, and compares.
fn verify(
    request: &Request<Bytes>,
    authorization: &Authorization<'_>,
    credential: &Credential,
    timestamp: Timestamp,
) -> Result<(), ApiError> {
    let failure = || {
        let message = "The provided credentials could not be validated. Please check your signature is correct.";
        ApiError::new("AuthFailure.SignatureFailure", message)
    };
    let mut headers = Vec::with_capacity(authorization.signed_headers.len());
    for name in &authorization.signed_headers {
        let value = request.headers().get(*name).and_then(|value| value.to_str().ok());
        headers.push((*name, value.ok_or_else(failure)?));
    }
    let unsigned = request.headers().get("x-tc-content-sha256").is_some_and(|value| value == "UNSIGNED-PAYLOAD");
    let hash = if unsigned { PayloadHash::unsigned() } else { PayloadHash::of(request.body()) };
    let query = request.uri().query().unwrap_or_default();
    let canonical = CanonicalRequest::new(request.method(), query, headers, hash);
    let string_to_sign = StringToSign::new(timestamp, authorization.service, &canonical);
    let expected = SigningKey::derive(credential, timestamp, authorization.service)
        .authorize(credential, &canonical, &string_to_sign)
        .signature();

    let date_fits = authorization.date == timestamp.date().to_string();
    let signature_fits = bool::from(authorization.signature.as_bytes().ct_eq(expected.as_bytes()));
    if date_fits && service_fits(request.headers(), authorization.service) && signature_fits {
        return Ok(());
    }
    Err(failure())
}

/// The service is the first label of the vendor's host. An address of this machine says nothing about it.
fn service_fits(headers: &HeaderMap, service: &str) -> bool {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_vendor = host.to_ascii_lowercase().ends_with(".tencentcloudapi.com");
    !is_vendor || host.split('.').next() == Some(service)
}
