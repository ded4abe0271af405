//! The second stage: the canonical request, bound to a time and a service.

use std::fmt;

use super::{ALGORITHM, CanonicalRequest, PayloadHash, Timestamp};

/// The text that is signed; its `Display` is that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StringToSign<'a> {
    timestamp: Timestamp,
    service: &'a str,
    canonical_hash: PayloadHash,
}

impl<'a> StringToSign<'a> {
    /// Binds a request to a time and to a service, the first label of its product's domain.
    pub fn new(timestamp: Timestamp, service: &'a str, canonical: &CanonicalRequest<'_>) -> Self {
        Self { timestamp, service, canonical_hash: PayloadHash::of(canonical.to_string().as_bytes()) }
    }

    /// The scope of the signature: `2019-02-25/vod/tc3_request`, its date in UTC.
    pub fn scope(&self) -> String {
        format!("{}/{}/tc3_request", self.timestamp.date(), self.service)
    }
}

impl fmt::Display for StringToSign<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{ALGORITHM}\n{}\n{}\n{}", self.timestamp, self.scope(), self.canonical_hash)
    }
}
