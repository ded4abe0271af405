//! The last stage: the header that carries the signature.

use std::fmt;

use http::HeaderValue;
use http::header::InvalidHeaderValue;

use super::ALGORITHM;
use super::hex::Hex;

/// The `Authorization` header; its `Display` is the header's value.
#[derive(Clone, PartialEq, Eq)]
pub struct Authorization {
    pub(super) credential: String,
    pub(super) signed_headers: String,
    pub(super) signature: [u8; 32],
}

impl Authorization {
    /// The signature in lower-case hex.
    pub fn signature(&self) -> String {
        Hex(&self.signature).to_string()
    }

    /// The header's value, marked as sensitive.
    ///
    /// # Errors
    ///
    /// If the secret id has characters that can't go into a header.
    pub fn to_header_value(&self) -> Result<HeaderValue, InvalidHeaderValue> {
        let mut value = HeaderValue::try_from(self.to_string())?;
        value.set_sensitive(true);
        Ok(value)
    }
}

impl fmt::Display for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { credential, signed_headers, .. } = self;
        let signature = self.signature();
        write!(f, "{ALGORITHM} Credential={credential}, SignedHeaders={signed_headers}, Signature={signature}")
    }
}

/// The signature isn't shown: with it, the request could be sent again for five minutes.
impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization")
            .field("credential", &self.credential)
            .field("signed_headers", &self.signed_headers)
            .finish_non_exhaustive()
    }
}
