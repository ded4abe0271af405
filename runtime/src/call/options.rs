//! What one call may have otherwise than its client.

use std::time::Duration;

use crate::client::Language;
use crate::endpoint::{Domain, Endpoint};

/// What isn't set is the client's.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) region: Option<String>,
    pub(crate) domain: Option<Domain>,
    pub(crate) endpoint: Option<Endpoint>,
    pub(crate) language: Option<Language>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
}
