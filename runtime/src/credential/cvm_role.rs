//! Credentials of the role that is bound to a CVM instance.

mod answer;
mod metadata;

use std::borrow::Cow;
use std::fmt;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use http::StatusCode;
use zeroize::Zeroizing;

use self::answer::is_name;
use self::metadata::Answer;
use super::access::Access;
use super::{Credential, CredentialError, ProvideCredential};
use crate::clock::Clock;
use crate::endpoint::Endpoint;
use crate::timeout::{Elapsed, within};
use crate::transport::Transport;

/// How long the service may take to show that it is there.
const REACH: Duration = Duration::from_secs(1);
const UNBOUND: &str = "no role is bound to this instance";

/// Asks the metadata service of the CVM instance that the program runs on for the credentials of its role.
///
/// The service is at `http://metadata.tencentyun.com`, the one address where plain http needs no permission: it is on the
/// instance's own link. It renews the credentials well before they expire, and so does the client.
///
/// An instance without a role gives none. That the service can't be reached within a second is an error, for whoever
/// names this source counts on it; in the [default chain](crate::DefaultCredentials), which asks it last, it means that the
/// program runs elsewhere, and there is none.
///
/// # Example
///
/// ```
/// use tencent_action::{Client, CvmRoleCredentials};
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// let client = Client::builder().credentials(CvmRoleCredentials::new()).build()?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// - The service can't be reached within a second.
/// - It answers with an HTTP status other than 200 and 404, or with something that isn't a role's credential.
/// - It has no role of the name given with [`role`](Self::role).
///
/// They name the service. Of what it answered, nothing is shown that may be secret.
pub struct CvmRoleCredentials {
    access: Access,
    endpoint: String,
    role: Option<String>,
    if_absent: Absent,
    /// Why there was nothing, when last asked.
    reason: Mutex<Option<&'static str>>,
}

/// What it means that the service doesn't answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Absent {
    Broken,
    Elsewhere,
}

impl CvmRoleCredentials {
    /// The credentials of the role of this instance.
    pub fn new() -> Self {
        Self::with(Access::default(), Absent::Broken)
    }

    /// The same as a link of a chain: where there is no such service, there is no credential.
    pub(super) fn in_chain(access: Access) -> Self {
        Self::with(access, Absent::Elsewhere)
    }

    fn with(access: Access, if_absent: Absent) -> Self {
        let reason = Mutex::default();
        Self { access, endpoint: metadata::ENDPOINT.to_owned(), role: None, if_absent, reason }
    }

    /// Names the role, and spares the question for its name.
    #[must_use]
    pub fn role(mut self, name: impl Into<String>) -> Self {
        self.role = Some(name.into());
        self
    }

    /// Asks another service, at `http://host:port`. Plain http is for this machine and for link-local addresses.
    #[must_use]
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = endpoint.into();
        self
    }

    /// Sends requests through this transport and not over the network.
    #[must_use]
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.access.transport = Arc::new(transport);
        self
    }

    /// Takes the time from this clock and not from the system's.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.access.clock = Arc::new(clock);
        self
    }

    async fn find(&self) -> Result<Option<Credential>, CredentialError> {
        if let Some(role) = self.role.as_deref().filter(|role| !is_name(role)) {
            return Err(CredentialError::new(format!("`{}` can't be the name of a role", role.escape_debug())));
        }
        let endpoint = metadata::endpoint(&self.endpoint).map_err(CredentialError::new)?;
        let Some(first) = self.reach(&endpoint).await? else { return Ok(None) };
        if let Some(role) = &self.role {
            return self.credential(role, first);
        }
        let Some(role) = self.name(first)? else { return Ok(None) };
        let answer = metadata::get(&*self.access.transport, &endpoint, Some(&role)).await;
        self.credential(&role, answer.map_err(CredentialError::new)?)
    }

    /// The answer to the first question, if one comes in time.
    async fn reach(&self, endpoint: &Endpoint) -> Result<Option<Answer>, CredentialError> {
        let question = pin!(metadata::get(&*self.access.transport, endpoint, self.role.as_deref()));
        let fault = match within(&*self.access.clock, REACH, question).await {
            Ok(Ok(answer)) => return Ok(Some(answer)),
            Ok(Err(error)) => CredentialError::new(format!("can't be reached: {error}")),
            Err(Elapsed) => CredentialError::new(format!("no answer within {REACH:?}")),
        };
        self.absent("not reachable", fault)
    }

    /// The name of the role, if one is bound.
    fn name(&self, answer: Answer) -> Result<Option<Zeroizing<String>>, CredentialError> {
        match answer {
            Answer::Text(name) if is_name(&name) => Ok(Some(name)),
            Answer::Status(status) if !status.is_redirection() => Err(unexpected(status)),
            Answer::NotFound => Ok(self.nothing(UNBOUND)),
            Answer::Text(name) if name.is_empty() => Ok(self.nothing(UNBOUND)),
            Answer::Text(_) | Answer::Status(_) | Answer::Unreadable => {
                let fault = "it answers with something that isn't the name of a role";
                self.absent("something else answers there", CredentialError::new(fault))
            }
        }
    }

    fn credential(&self, role: &str, answer: Answer) -> Result<Option<Credential>, CredentialError> {
        match answer {
            Answer::Text(text) => answer::credential(&text)
                .map(Some)
                .map_err(|fault| CredentialError::new(format!("its answer for the role {role} {fault}"))),
            Answer::NotFound if self.role.is_none() => Ok(self.nothing(UNBOUND)),
            Answer::NotFound => Err(CredentialError::new(format!("it has no role {role}"))),
            Answer::Status(status) => Err(unexpected(status)),
            Answer::Unreadable => Err(CredentialError::new(format!("its answer for the role {role} isn't text"))),
        }
    }

    /// There is no such service: broken for those who count on it, and none of ours in a chain.
    fn absent<T>(&self, reason: &'static str, fault: CredentialError) -> Result<Option<T>, CredentialError> {
        match self.if_absent {
            Absent::Broken => Err(fault),
            Absent::Elsewhere => Ok(self.nothing(reason)),
        }
    }

    fn reason(&self) -> MutexGuard<'_, Option<&'static str>> {
        self.reason.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn nothing<T>(&self, reason: &'static str) -> Option<T> {
        *self.reason() = Some(reason);
        None
    }
}

fn unexpected(status: StatusCode) -> CredentialError {
    CredentialError::new(format!("it answers with HTTP status {}", status.as_u16()))
}

impl Default for CvmRoleCredentials {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl ProvideCredential for CvmRoleCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        *self.reason() = None;
        let place = || format!("the metadata service at {}", self.endpoint);
        self.find().await.map_err(|error| error.about(place()))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        let reason = self.reason().map(|reason| format!(" ({reason})")).unwrap_or_default();
        format!("the metadata service at {}{reason}", self.endpoint).into()
    }
}

impl fmt::Debug for CvmRoleCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CvmRoleCredentials")
            .field("endpoint", &self.endpoint)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}
