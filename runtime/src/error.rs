//! The one error type: what happened, to which action, with which request id, and whether the operation may have run.

mod kind;

pub(crate) use self::kind::Kind;

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use crate::call::Target;
use crate::credential::CredentialError;
use crate::endpoint::Site;
use crate::response::{ApiError, Fault, ReadError};
use crate::transport::{Sent, TransportError};

/// Why a call failed, or a client couldn't be built.
///
/// Its `Display` is one line with all that is needed to look into it: action, code, message, request id, and a note if
/// the operation may have run although no reply came.
///
/// ```text
/// vod ManageTask: InvalidParameterValue.TaskId: There is no such task. (request id 510f4d68-09c9-44a3-ab55-192ff22297c9)
/// vod ManageTask: no answer within 60s (may have run)
/// ```
///
/// Programs decide by [`code`](Self::code) and by the predicates.
pub struct Error {
    inner: Box<Inner>,
}

struct Inner {
    target: Option<Target>,
    kind: Kind,
    /// What to do about it, where we know.
    cure: Option<String>,
}

impl Error {
    /// The error that the API answered with, if it did.
    pub fn api(&self) -> Option<&ApiError> {
        match &self.inner.kind {
            Kind::Response(ReadError { fault: Fault::Api(error), .. }) => Some(error),
            _ => None,
        }
    }

    /// The code that the API answered with: `InvalidParameterValue.TaskId`.
    pub fn code(&self) -> Option<&str> {
        self.api().map(ApiError::code)
    }

    /// The service that was called, if the error is about a call.
    pub fn service(&self) -> Option<&str> {
        self.inner.target.map(|target| target.service)
    }

    /// The action that was called, if the error is about a call.
    pub fn action(&self) -> Option<&str> {
        self.inner.target.map(|target| target.action)
    }

    /// The request id, if a response came and had one.
    pub fn request_id(&self) -> Option<&str> {
        self.response()?.reply.request_id.as_deref()
    }

    /// The HTTP status, if a response came.
    pub fn status(&self) -> Option<StatusCode> {
        Some(self.response()?.reply.status)
    }

    /// The body, if a response came: all of it, or as much as arrived below the limit.
    pub fn body(&self) -> Option<&Bytes> {
        Some(&self.response()?.reply.body)
    }

    /// Whether the operation may have run. Only if not, an operation that isn't idempotent can be tried again.
    pub fn may_have_run(&self) -> bool {
        match &self.inner.kind {
            Kind::Transport(error) => error.may_have_been_sent(),
            Kind::Deadline { sent, .. } => *sent == Sent::MaybeSent,
            Kind::Response(error) => error.may_have_run(),
            Kind::Config(_) | Kind::Credential(_) | Kind::Payload(_) => false,
        }
    }

    /// Whether the deadline of the call passed.
    pub fn is_timeout(&self) -> bool {
        matches!(self.inner.kind, Kind::Deadline { .. })
    }

    /// Whether no response came because the network failed.
    pub fn is_transport(&self) -> bool {
        matches!(self.inner.kind, Kind::Transport(_))
    }

    /// Whether there were no credentials to sign with.
    pub fn is_credential(&self) -> bool {
        matches!(self.inner.kind, Kind::Credential(_))
    }

    /// Whether a response came that isn't from the API, broke off, or doesn't fit the declared response.
    pub fn is_bad_response(&self) -> bool {
        matches!(self.inner.kind, Kind::Response(_)) && self.api().is_none()
    }

    fn response(&self) -> Option<&ReadError> {
        match &self.inner.kind {
            Kind::Response(error) => Some(error),
            _ => None,
        }
    }
}

impl Error {
    pub(crate) fn config(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(None, Kind::Config(error.into()))
    }

    pub(crate) fn payload(target: Target, error: serde_json::Error) -> Self {
        Self::new(Some(target), Kind::Payload(error))
    }

    pub(crate) fn credential(target: Target, error: CredentialError) -> Self {
        Self::new(Some(target), Kind::Credential(error))
    }

    pub(crate) fn transport(target: Target, error: TransportError) -> Self {
        Self::new(Some(target), Kind::Transport(error))
    }

    pub(crate) fn deadline(target: Target, after: Duration, sent: Sent) -> Self {
        Self::new(Some(target), Kind::Deadline { after, sent })
    }

    pub(crate) fn fault(error: ReadError) -> Self {
        Self::new(Some(error.reply.target), Kind::Response(error))
    }

    fn new(target: Option<Target>, kind: Kind) -> Self {
        Self { inner: Box::new(Inner { target, kind, cure: None }) }
    }

    /// The same error, about this call.
    pub(crate) fn about(mut self, target: Target) -> Self {
        self.inner.target = Some(target);
        self
    }

    /// A secret id that one site doesn't know is mostly one of the other's.
    pub(crate) fn or_other_site(mut self, site: Site) -> Self {
        if self.code() == Some("AuthFailure.SecretIdNotFound") {
            let other = site.other();
            self.inner.cure = Some(format!(
                "the call went to the {site} site; if the key is of the {other} site, set TENCENTCLOUD_SITE={other}"
            ));
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { target, kind, cure } = &*self.inner;
        if let Some(target) = target {
            write!(f, "{target}: ")?;
        }
        write!(f, "{kind}")?;
        let mut notes = Vec::new();
        if let Some(response) = self.response() {
            if response.reply.status != StatusCode::OK {
                notes.push(format!("HTTP status {}", response.reply.status.as_u16()));
            }
            notes.extend(response.reply.request_id.as_ref().map(|id| format!("request id {id}")));
        }
        if self.may_have_run() {
            notes.push("may have run".to_owned());
        }
        notes.extend(cure.clone());
        if notes.is_empty() { Ok(()) } else { write!(f, " ({})", notes.join("; ")) }
    }
}

/// The line that `Display` shows, so that `unwrap` and `main` show it too.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.inner.kind.cause()
    }
}
