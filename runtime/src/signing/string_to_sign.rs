//! The second stage: the canonical request, bound to a time and a service.

use std::fmt;

use super::scope::Scope;
use super::timestamp::Decimal;
use super::{ALGORITHM, CanonicalRequest, PayloadHash, Timestamp, pieces};

/// The text that is signed; its `Display` is that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StringToSign<'a> {
    second: Decimal,
    scope: Scope<'a>,
    canonical_hash: PayloadHash,
}

impl<'a> StringToSign<'a> {
    /// How each begins.
    pub(super) const BEGINNING: [&'static [u8]; 2] = [ALGORITHM.as_bytes(), b"\n"];

    /// Binds a request to a time and to a service, the first label of its product's domain.
    pub fn new(timestamp: Timestamp, service: &'a str, canonical: &CanonicalRequest<'_>) -> Self {
        Self { second: timestamp.decimal(), scope: Scope::new(timestamp, service), canonical_hash: canonical.hash() }
    }

    /// The scope of the signature: `2019-02-25/vod/tc3_request`, its date in UTC.
    pub fn scope(&self) -> String {
        String::from_utf8_lossy(&self.scope.pieces().concat()).into_owned()
    }

    pub(super) fn scope_pieces(&self) -> [&[u8]; 4] {
        self.scope.pieces()
    }

    /// What follows the beginning.
    pub(super) fn pieces(&self) -> [&[u8]; 8] {
        let [date, slash, service, end] = self.scope.pieces();
        [self.second.as_bytes(), b"\n", date, slash, service, end, b"\n", self.canonical_hash.as_bytes()]
    }
}

impl fmt::Display for StringToSign<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces::display(&Self::BEGINNING, f)?;
        pieces::display(&self.pieces(), f)
    }
}
