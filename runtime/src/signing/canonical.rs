//! The first stage: what the server and we both write down about a request.

mod head;

pub(crate) use self::head::CanonicalHead;

use std::borrow::Cow;
use std::fmt;

use http::Method;
use sha2::{Digest, Sha256};

use super::hex::Hex;
use super::pieces;

/// A request in the one form that both sides can rebuild.
///
/// Its `Display` is the canonical request: method, path (always `/`), query, headers, names of the headers, hash of the
/// payload, joined by line feeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CanonicalRequest<'a> {
    head: Cow<'a, CanonicalHead>,
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
        Self { head: Cow::Owned(CanonicalHead::new(method, query, headers)), payload_hash }
    }

    /// The same of a head that was written before.
    pub(crate) fn of(head: &'a CanonicalHead, payload_hash: PayloadHash) -> Self {
        Self { head: Cow::Borrowed(head), payload_hash }
    }

    /// The names of the signed headers, joined by semicolons.
    pub fn signed_headers(&self) -> String {
        self.head.signed_headers().to_owned()
    }

    pub(super) fn signed_headers_str(&self) -> &str {
        self.head.signed_headers()
    }

    pub(super) fn hash(&self) -> PayloadHash {
        PayloadHash::finish(self.head.hashed().chain_update(self.payload_hash.as_bytes()))
    }
}

impl fmt::Display for CanonicalRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces::display(&[self.head.text().as_bytes(), self.payload_hash.as_bytes()], f)
    }
}

/// The SHA-256 of a payload; its `Display` is lower-case hex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayloadHash {
    hash: Hex,
}

impl PayloadHash {
    /// The hash of these bytes, which are the ones to send. A request without a body has the hash of no bytes.
    pub fn of(payload: &[u8]) -> Self {
        Self::finish(Sha256::new_with_prefix(payload))
    }

    /// What stands for the hash of a payload that isn't signed (header `X-TC-Content-SHA256: UNSIGNED-PAYLOAD`).
    pub fn unsigned() -> Self {
        Self::of(b"UNSIGNED-PAYLOAD")
    }

    fn finish(hasher: Sha256) -> Self {
        Self { hash: Hex::of(&hasher.finalize().into()) }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.hash.as_bytes()
    }
}

impl fmt::Display for PayloadHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.hash.fmt(f)
    }
}
