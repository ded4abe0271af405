//! The second stage: the canonical request, bound to a time and a service.

use std::fmt;

use super::timestamp::{DateText, Decimal};
use super::{ALGORITHM, CanonicalRequest, PayloadHash, Timestamp, pieces};

/// The text that is signed; its `Display` is that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StringToSign<'a> {
    second: Decimal,
    date: DateText,
    service: &'a str,
    canonical_hash: PayloadHash,
}

impl<'a> StringToSign<'a> {
    /// Binds a request to a time and to a service, the first label of its product's domain.
    pub fn new(timestamp: Timestamp, service: &'a str, canonical: &CanonicalRequest<'_>) -> Self {
        let (second, date) = (timestamp.decimal(), timestamp.date_text());
        Self { second, date, service, canonical_hash: canonical.hash() }
    }

    /// The scope of the signature: `2019-02-25/vod/tc3_request`, its date in UTC.
    pub fn scope(&self) -> String {
        String::from_utf8_lossy(&self.scope_pieces().concat()).into_owned()
    }

    pub(super) fn scope_pieces(&self) -> [&[u8]; 4] {
        [self.date.as_bytes(), b"/", self.service.as_bytes(), b"/tc3_request"]
    }

    pub(super) fn pieces(&self) -> [&[u8]; 10] {
        let [date, slash, service, end] = self.scope_pieces();
        let (algorithm, second) = (ALGORITHM.as_bytes(), self.second.as_bytes());
        [algorithm, b"\n", second, b"\n", date, slash, service, end, b"\n", self.canonical_hash.as_bytes()]
    }
}

impl fmt::Display for StringToSign<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces::display(&self.pieces(), f)
    }
}
