//! The last stage: the header that carries the signature.

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;
use http::header::InvalidHeaderValue;

use super::hex::Hex;
use super::{ALGORITHM, StringToSign, pieces};

/// The `Authorization` header; its `Display` is the header's value.
#[derive(Clone, PartialEq, Eq)]
pub struct Authorization {
    /// All of it, the signature last.
    value: Vec<u8>,
}

/// The length of a signature in hex.
const SIGNATURE: usize = 64;

impl Authorization {
    pub(super) fn new(secret_id: &str, signed: &StringToSign<'_>, signed_headers: &str, signature: &Hex) -> Self {
        let [algorithm, id, headers] = [ALGORITHM, secret_id, signed_headers].map(str::as_bytes);
        let [date, slash, service, end] = signed.scope_pieces();
        let credential: [&[u8]; 8] = [algorithm, b" Credential=", id, b"/", date, slash, service, end];
        let rest: [&[u8]; 4] = [b", SignedHeaders=", headers, b", Signature=", signature.as_bytes()];

        let len = credential.iter().chain(&rest).map(|piece| piece.len()).sum();
        let mut value = Vec::with_capacity(len);
        credential.iter().chain(&rest).for_each(|piece| value.extend_from_slice(piece));
        Self { value }
    }

    /// The signature in lower-case hex.
    pub fn signature(&self) -> String {
        let (_, signature) = self.split();
        String::from_utf8_lossy(signature).into_owned()
    }

    /// The header's value, marked as sensitive.
    ///
    /// # Errors
    ///
    /// If the secret id has characters that can't go into a header.
    pub fn to_header_value(&self) -> Result<HeaderValue, InvalidHeaderValue> {
        self.clone().into_header_value()
    }

    /// As [`to_header_value`](Self::to_header_value), without a copy.
    pub(crate) fn into_header_value(self) -> Result<HeaderValue, InvalidHeaderValue> {
        let mut value = HeaderValue::from_maybe_shared(Bytes::from(self.value))?;
        value.set_sensitive(true);
        Ok(value)
    }

    fn split(&self) -> (&[u8], &[u8]) {
        self.value.split_at(self.value.len() - SIGNATURE)
    }
}

impl fmt::Display for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces::display(&[&self.value], f)
    }
}

/// The signature isn't shown: with it, the request could be sent again for five minutes.
impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shown, _) = self.split();
        write!(f, "Authorization({}…)", String::from_utf8_lossy(shown))
    }
}
