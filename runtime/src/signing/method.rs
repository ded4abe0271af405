//! The ways to sign.

use std::fmt;
use std::str::FromStr;

use crate::protocol::ProtocolError;

/// How requests are signed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureMethod {
    /// `TC3-HMAC-SHA256`, which signs the body and keeps the common parameters in headers. The default.
    #[default]
    Tc3HmacSha256,
    /// `HmacSHA256`, the legacy signature: all parameters are in the query or in a form.
    HmacSha256,
    /// `HmacSHA1`, as `HmacSHA256` with a weaker hash.
    HmacSha1,
}

/// The vendor's name of the method.
impl fmt::Display for SignatureMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tc3HmacSha256 => "TC3-HMAC-SHA256",
            Self::HmacSha256 => "HmacSHA256",
            Self::HmacSha1 => "HmacSHA1",
        })
    }
}

impl FromStr for SignatureMethod {
    type Err = ProtocolError;

    fn from_str(text: &str) -> Result<Self, ProtocolError> {
        [Self::Tc3HmacSha256, Self::HmacSha256, Self::HmacSha1]
            .into_iter()
            .find(|method| method.to_string() == text)
            .ok_or_else(|| {
                let known = "it is `TC3-HMAC-SHA256`, `HmacSHA256` or `HmacSHA1`";
                ProtocolError(format!("no signature method is called `{text}`: {known}"))
            })
    }
}
