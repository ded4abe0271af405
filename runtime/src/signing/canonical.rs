//! The first stage: what the server and we both write down about a request.

use std::fmt;

use http::Method;
use sha2::{Digest, Sha256};

use super::hex::Hex;

/// A request in the one form that both sides can rebuild.
///
/// Its `Display` is the canonical request: method, path (always `/`), query, headers, names of the headers, hash of the
/// payload, joined by line feeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CanonicalRequest<'a> {
    method: &'a Method,
    query: &'a str,
    headers: Vec<(String, String)>,
    payload_hash: PayloadHash,
}

impl<'a> CanonicalRequest<'a> {
    /// Describes a request by what will be sent: the query byte for byte as it stands behind the `?`, and those of the
    /// headers that are to be signed. Names and values are trimmed and lower-cased here, and sorted by name.
    ///
    /// The server demands `content-type` and `host` among them; the host is the `Host` header's, port included.
    pub fn new<'h>(
        method: &'a Method,
        query: &'a str,
        headers: impl IntoIterator<Item = (&'h str, &'h str)>,
        payload_hash: PayloadHash,
    ) -> Self {
        let normal = |text: &str| text.trim().to_lowercase();
        let mut headers: Vec<_> = headers.into_iter().map(|(name, value)| (normal(name), normal(value))).collect();
        headers.sort();
        Self { method, query, headers, payload_hash }
    }

    /// The names of the signed headers, joined by semicolons.
    pub fn signed_headers(&self) -> String {
        let names: Vec<_> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        names.join(";")
    }
}

impl fmt::Display for CanonicalRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n/\n{}", self.method, self.query)?;
        for (name, value) in &self.headers {
            writeln!(f, "{name}:{value}")?;
        }
        write!(f, "\n{}\n{}", self.signed_headers(), self.payload_hash)
    }
}

/// The SHA-256 of a payload; its `Display` is lower-case hex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayloadHash {
    hash: [u8; 32],
}

impl PayloadHash {
    /// The hash of these bytes, which are the ones to send. A request without a body has the hash of no bytes.
    pub fn of(payload: &[u8]) -> Self {
        Self { hash: Sha256::digest(payload).into() }
    }

    /// What stands for the hash of a payload that isn't signed (header `X-TC-Content-SHA256: UNSIGNED-PAYLOAD`).
    pub fn unsigned() -> Self {
        Self::of(b"UNSIGNED-PAYLOAD")
    }
}

impl fmt::Display for PayloadHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Hex(&self.hash).fmt(f)
    }
}
