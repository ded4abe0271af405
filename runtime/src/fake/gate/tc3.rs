//! Requests with their common parameters in headers: signed by TC3-HMAC-SHA256, or not at all.

use super::{Gate, check_token, read_timestamp, same, service_of_host, signature_failure};
use crate::credential::Credential;
use crate::fake::authorization::{Authorization, is_skipped, malformed};
use crate::fake::form;
use crate::fake::incoming::Incoming;
use crate::response::ApiError;
use crate::signing::{CanonicalRequest, PayloadHash, SigningKey, StringToSign, Timestamp};

/// The actions that are called without a signature, by those who haven't a key yet.
const UNSIGNED: [(&str, &str); 2] = [("sts", "AssumeRoleWithSAML"), ("sts", "AssumeRoleWithWebIdentity")];

impl Gate<'_> {
    /// Admits a request; gives the service that it is for.
    pub(super) fn tc3(&self, incoming: &Incoming<'_>) -> Result<String, ApiError> {
        let action = incoming.required("Action")?;
        incoming.required("Version")?;
        let timestamp = read_timestamp(incoming)?;
        if is_skipped(incoming.request.headers()) {
            self.check_window(timestamp)?;
            return self.unsigned(incoming, action);
        }
        let authorization = Authorization::read(incoming.request.headers())?;
        self.check_window(timestamp)?;
        let credential = self.credential(authorization.secret_id, incoming)?;
        verify(incoming, &authorization, &credential, timestamp)?;
        Ok(authorization.service.to_owned())
    }

    fn unsigned(&self, incoming: &Incoming<'_>, action: &str) -> Result<String, ApiError> {
        let refusal = || malformed("this action can't be called without a signature");
        if !UNSIGNED.iter().any(|(_, known)| *known == action) {
            return Err(refusal());
        }
        check_token(incoming, None)?;
        let service = self.service(incoming)?;
        if UNSIGNED.contains(&(&*service, action)) { Ok(service) } else { Err(refusal()) }
    }
}

/// Signs what came as its sender should have, and compares.
fn verify(
    incoming: &Incoming<'_>,
    authorization: &Authorization<'_>,
    credential: &Credential,
    timestamp: Timestamp,
) -> Result<(), ApiError> {
    let mut headers = Vec::with_capacity(authorization.signed_headers.len());
    for name in &authorization.signed_headers {
        headers.push((*name, incoming.header(name).ok_or_else(signature_failure)?));
    }
    let is_unsigned = incoming.header("x-tc-content-sha256") == Some("UNSIGNED-PAYLOAD");
    let request = incoming.request;
    let hash = if is_unsigned { PayloadHash::unsigned() } else { PayloadHash::of(request.body()) };
    let canonical = CanonicalRequest::new(request.method(), form::query(request), headers, hash);
    let string_to_sign = StringToSign::new(timestamp, authorization.service, &canonical);
    let expected = SigningKey::derive(credential, timestamp, authorization.service)
        .authorize(credential, &canonical, &string_to_sign)
        .signature();

    let date_fits = authorization.date == timestamp.date().to_string();
    let service_fits = service_of_host(request.headers()).is_none_or(|service| service == authorization.service);
    if same(authorization.signature, &expected) && date_fits && service_fits {
        return Ok(());
    }
    Err(signature_failure())
}
