//! What one call may have otherwise than its client.

use std::time::Duration;

use secrecy::SecretString;

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
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
    /// If the answer is secret: what is secret of the request, so that no error shows either.
    pub(crate) secret: Option<SecretString>,
}
