//! The gate: what every request must pass before a handler sees it.

mod legacy;
mod tc3;

use http::{HeaderMap, header};
use subtle::ConstantTimeEq;

use super::accounts::Accounts;
use super::handlers::Handlers;
use super::incoming::Incoming;
use crate::credential::Credential;
use crate::response::ApiError;
use crate::signing::Timestamp;

/// How far a timestamp may be off, in seconds, either way.
const WINDOW: u64 = 300;
/// The largest body, in bytes (api/1278/55252).
pub(super) const BODY_LIMIT: usize = crate::payload::JSON_LIMIT;

/// A request that has passed.
#[derive(Debug)]
pub(super) struct Admitted {
    pub(super) service: String,
    pub(super) version: String,
    pub(super) action: String,
}

/// All that a request is judged by.
pub(super) struct Gate<'a> {
    pub(super) accounts: &'a Accounts,
    pub(super) handlers: &'a Handlers,
    pub(super) now: Timestamp,
}

impl Gate<'_> {
    /// Lets a request pass, or says why not.
    pub(super) fn admit(&self, incoming: &Incoming<'_>) -> Result<Admitted, ApiError> {
        let service = match incoming.legacy() {
            Some(pairs) => self.legacy(incoming, pairs)?,
            None => self.tc3(incoming)?,
        };
        let [version, action] = ["Version", "Action"].map(|name| incoming.required(name).map(str::to_owned));
        Ok(Admitted { service, version: version?, action: action? })
    }

    fn check_window(&self, timestamp: Timestamp) -> Result<(), ApiError> {
        if timestamp.as_second().abs_diff(self.now.as_second()) > WINDOW {
            return Err(ApiError::new(
                "AuthFailure.SignatureExpire",
                "The signature is expired, please request again.",
            ));
        }
        Ok(())
    }

    /// The credential with this id, if the token that was sent goes with it and it hasn't expired.
    fn credential(&self, secret_id: &str, incoming: &Incoming<'_>) -> Result<Credential, ApiError> {
        let credential = self.accounts.get(secret_id).ok_or_else(|| {
            let message = "The SecretId is not found, please ensure that your SecretId is correct.";
            ApiError::new("AuthFailure.SecretIdNotFound", message)
        })?;
        check_token(incoming, credential.token())?;
        let expiry = credential.expires_at().and_then(Timestamp::from_system_time);
        if expiry.is_some_and(|expiry| expiry.as_second() <= self.now.as_second()) {
            return Err(token_failure());
        }
        Ok(credential)
    }

    /// The service that a request is for, where nothing but its host can tell. An address of this machine says nothing,
    /// so the handlers have to.
    fn service(&self, incoming: &Incoming<'_>) -> Result<String, ApiError> {
        match service_of_host(incoming.request.headers()) {
            Some(service) => Ok(service),
            None => self.handlers.service_of(incoming.required("Version")?, incoming.required("Action")?),
        }
    }
}

/// A temporary key goes with its token, a long-term key with none.
fn check_token(incoming: &Incoming<'_>, token: Option<&str>) -> Result<(), ApiError> {
    let sent = incoming.common("Token").unwrap_or_default();
    if same(sent, token.unwrap_or_default()) {
        return Ok(());
    }
    Err(token_failure())
}

pub(super) fn token_failure() -> ApiError {
    ApiError::new("AuthFailure.TokenFailure", "The token is missing, wrong or expired.")
}

/// Compares in a time that says nothing about where two texts differ.
fn same(sent: &str, expected: &str) -> bool {
    sent.as_bytes().ct_eq(expected.as_bytes()).into()
}

fn read_timestamp(incoming: &Incoming<'_>) -> Result<Timestamp, ApiError> {
    let text = incoming.required("Timestamp")?;
    let second = number(text).and_then(|second| Timestamp::from_second(i64::try_from(second).ok()?));
    second.ok_or_else(|| type_error("Timestamp"))
}

/// A number in digits and nothing else.
fn number(text: &str) -> Option<u64> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

fn type_error(name: &str) -> ApiError {
    ApiError::new("InvalidParameter", format!("Parameter `{name}` type error."))
}

fn signature_failure() -> ApiError {
    let message = "The provided credentials could not be validated. Please check your signature is correct.";
    ApiError::new("AuthFailure.SignatureFailure", message)
}

/// The service is the first label of the vendor's host.
fn service_of_host(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?.to_ascii_lowercase();
    let name = host.split(':').next()?;
    let labels = name.strip_suffix(".tencentcloudapi.com")?;
    labels.split('.').next().map(str::to_owned)
}
