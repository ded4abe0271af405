//! What one call may have otherwise than its client.

use std::ops::{Deref, DerefMut};
use std::time::Duration;

use secrecy::SecretString;

use crate::client::Language;
use crate::endpoint::{Domain, Endpoint};

/// Boxed once anything is set: most calls set nothing, and each would be twice as large.
#[derive(Debug, Default)]
pub(crate) struct Options(Option<Box<Own>>);

/// What isn't set is the client's.
#[derive(Debug, Default)]
pub(crate) struct Own {
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

static NOTHING: Own = Own {
    region: None,
    domain: None,
    endpoint: None,
    language: None,
    timeout: None,
    attempt_timeout: None,
    idle_timeout: None,
    secret: None,
};

impl Deref for Options {
    type Target = Own;

    fn deref(&self) -> &Own {
        self.0.as_deref().unwrap_or(&NOTHING)
    }
}

impl DerefMut for Options {
    fn deref_mut(&mut self) -> &mut Own {
        self.0.get_or_insert_default()
    }
}
