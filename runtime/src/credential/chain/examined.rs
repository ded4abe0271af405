//! What a source of the chain has, told to people.

use std::borrow::Cow;
use std::fmt;

use crate::credential::moment::Moment;
use crate::credential::{Credential, CredentialError};
use crate::explanation::shortened;

/// A source of the chain, and what came of asking it: see [`DefaultCredentials::examine`](crate::DefaultCredentials::examine).
///
/// Its `Display` is one line, with the secret id shortened and no secret:
///
/// ```text
/// tccli: AKIDz8…MPLE, a temporary key until 2026-11-24T08:00:00Z, from tccli's file /root/.tccli/default.credential
/// CVM role: nothing in the metadata service at http://metadata.tencentyun.com (not reachable)
/// ```
#[derive(Debug, Clone)]
pub struct Examined {
    source: &'static str,
    place: Cow<'static, str>,
    outcome: Outcome,
}

/// What came of asking a source.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Outcome {
    /// A credential.
    Found(Credential),
    /// Nothing: it isn't set up.
    Nothing,
    /// It is set up, but broken.
    Broken(CredentialError),
}

impl Examined {
    pub(super) fn new(source: &'static str, place: Cow<'static, str>, outcome: Outcome) -> Self {
        Self { source, place, outcome }
    }

    /// The name of the source: `environment`, `profile file`, `tccli`, `TKE pod`, `CVM role`.
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// Where it looked, and why that didn't serve, if it has nothing.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What came of it.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }
}

impl fmt::Display for Examined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.source)?;
        let credential = match &self.outcome {
            Outcome::Found(credential) => credential,
            Outcome::Nothing => return write!(f, "nothing in {}", self.place),
            Outcome::Broken(error) => return write!(f, "broken: {error}"),
        };
        let kind = if credential.is_temporary() { "a temporary key" } else { "a long-term key" };
        write!(f, "{}, {kind}", shortened(credential.secret_id()))?;
        match credential.expires_at() {
            Some(expires_at) => write!(f, " until {}, from {}", Moment(expires_at), self.place),
            None => write!(f, ", from {}", self.place),
        }
    }
}
