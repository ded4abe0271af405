//! A request while the cloud has it.

use http::HeaderMap;

use super::core::Core;
use super::received::Received;

/// What is known of a request that is being answered. It is remembered when this goes: when the cloud is done with it, or
/// when its caller leaves before.
pub(super) struct Exchange<'a> {
    core: &'a Core,
    pub(super) received: Received,
}

impl<'a> Exchange<'a> {
    pub(super) fn begin(core: &'a Core, headers: &HeaderMap) -> Self {
        Self { core, received: Received::new(headers, uuid::Uuid::new_v4().to_string(), core.clock.now()) }
    }
}

impl Drop for Exchange<'_> {
    fn drop(&mut self) {
        self.core.remember(self.received.clone());
    }
}
