//! The last stage: the header that carries the signature.

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;
use http::header::InvalidHeaderValue;

use super::hex::Hex;
use super::{ALGORITHM, pieces};

/// The `Authorization` header; its `Display` is the header's value.
#[derive(Clone, PartialEq, Eq)]
pub struct Authorization {
    /// All of it, the signature last.
    value: Vec<u8>,
}

/// The length of a signature in hex.
const SIGNATURE: usize = 64;

/// How headers begin that have this scope: all before the names of the signed headers.
pub(super) fn stem(secret_id: &str, [date, slash, service, end]: [&[u8]; 4]) -> Vec<u8> {
    let [algorithm, id] = [ALGORITHM, secret_id].map(str::as_bytes);
    [algorithm, b" Credential=", id, b"/", date, slash, service, end, b", SignedHeaders="].concat()
}

impl Authorization {
    pub(super) fn new(stem: &[u8], signed_headers: &str, signature: &Hex) -> Self {
        let pieces = [stem, signed_headers.as_bytes(), b", Signature=", signature.as_bytes()];
        Self { value: pieces.concat() }
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
