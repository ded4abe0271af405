//! Reading an `Authorization` header.

use http::{HeaderMap, header};

use crate::response::ApiError;
use crate::signing::ALGORITHM;

/// The parts of a well-formed header.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Authorization<'a> {
    pub(super) secret_id: &'a str,
    pub(super) date: &'a str,
    pub(super) service: &'a str,
    pub(super) signed_headers: Vec<&'a str>,
    pub(super) signature: &'a str,
}

impl<'a> Authorization<'a> {
    pub(super) fn read(headers: &'a HeaderMap) -> Result<Self, ApiError> {
        let items = only(headers)?
            .strip_prefix(ALGORITHM)
            .and_then(|rest| rest.strip_prefix(' '))
            .ok_or_else(|| malformed("it doesn't begin with TC3-HMAC-SHA256"))?;
        Self::from_items(items)
    }

    /// `Credential=…, SignedHeaders=…, Signature=…`, with or without the spaces.
    fn from_items(items: &'a str) -> Result<Self, ApiError> {
        let item = |name: &str| {
            let mut values = items.split(',').filter_map(|item| item.trim().strip_prefix(name)?.strip_prefix('='));
            match (values.next(), values.next()) {
                (Some(value), None) if !value.is_empty() => Ok(value),
                _ => Err(malformed(&format!("it must have one {name}"))),
            }
        };
        let scope: Vec<_> = item("Credential")?.split('/').collect();
        let [secret_id, date, service, "tc3_request"] = scope[..] else {
            return Err(malformed("its Credential isn't of the form SecretId/Date/Service/tc3_request"));
        };
        let signed_headers: Vec<_> = item("SignedHeaders")?.split(';').collect();
        if !["content-type", "host"].iter().all(|name| signed_headers.contains(name)) {
            return Err(malformed("its SignedHeaders must have content-type and host"));
        }
        let signature = item("Signature")?;
        if signature.len() != 64 || !signature.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(malformed("its Signature isn't 64 digits of lower-case hex"));
        }
        Ok(Self { secret_id, date, service, signed_headers, signature })
    }
}

/// Whether the header says that there is no signature.
pub(super) fn is_skipped(headers: &HeaderMap) -> bool {
    only(headers).is_ok_and(|value| value == "SKIP")
}

/// The value of the one header.
fn only(headers: &HeaderMap) -> Result<&str, ApiError> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return Err(malformed("there must be exactly one Authorization header"));
    };
    value.to_str().map_err(|_| malformed("it isn't ASCII"))
}

/// The refusal of a header with this fault.
pub(super) fn malformed(fault: &str) -> ApiError {
    let message = format!("The Authorization header does not conform to the Tencent Cloud standard: {fault}.");
    ApiError::new("AuthFailure.InvalidAuthorization", message)
}
