//! What a key signs for: a day and a service.

use super::Timestamp;
use super::timestamp::DateText;

/// `2019-02-25/vod/tc3_request`, its date in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scope<'a> {
    date: DateText,
    service: &'a str,
}

impl<'a> Scope<'a> {
    pub(super) fn new(timestamp: Timestamp, service: &'a str) -> Self {
        Self { date: timestamp.date_text(), service }
    }

    pub(super) fn pieces(&self) -> [&[u8]; 4] {
        [self.date.as_bytes(), b"/", self.service.as_bytes(), b"/tc3_request"]
    }
}
