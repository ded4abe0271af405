//! Requests with all parameters in a query or a form, signed by HmacSHA256 or HmacSHA1.

use super::{Gate, number, read_timestamp, same, signature_failure, type_error};
use crate::credential::Credential;
use crate::fake::incoming::Incoming;
use crate::response::ApiError;
use crate::signing::{LegacyStringToSign, SignatureMethod};

impl Gate<'_> {
    /// Admits a request; gives the service that it is for.
    pub(super) fn legacy(&self, incoming: &Incoming<'_>, pairs: &[(String, String)]) -> Result<String, ApiError> {
        // The real gateway, asked for nothing at all, misses the timestamp.
        let timestamp = read_timestamp(incoming)?;
        number(incoming.required("Nonce")?).filter(|nonce| *nonce > 0).ok_or_else(|| type_error("Nonce"))?;
        for name in ["Action", "Version", "Signature"] {
            incoming.required(name)?;
        }
        let secret_id = incoming.required("SecretId")?;
        self.check_window(timestamp)?;
        let credential = self.credential(secret_id, incoming)?;
        verify(incoming, pairs, &credential)?;
        self.service(incoming)
    }
}

/// Signs what came, as it reads once decoded, and compares.
fn verify(incoming: &Incoming<'_>, pairs: &[(String, String)], credential: &Credential) -> Result<(), ApiError> {
    let signed = pairs.iter().filter(|(name, _)| name != "Signature").map(|(name, value)| (&**name, &**value));
    let host = incoming.header("host").ok_or_else(signature_failure)?;
    let method = incoming.signature_method().unwrap_or(SignatureMethod::HmacSha1);
    let expected = LegacyStringToSign::new(incoming.request.method(), host, signed).sign(credential, method);
    if same(incoming.required("Signature")?, &expected) { Ok(()) } else { Err(signature_failure()) }
}
