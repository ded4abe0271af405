//! The one error type: what happened, to which action, with which request id, and whether the operation may have run.

mod kind;

pub(crate) use self::kind::Kind;

use std::error::Error as StdError;
use std::fmt;
use std::num::NonZeroU32;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::action::Action;
use crate::call::{PreparedCall, Target};
use crate::credential::{Credential, CredentialError};
use crate::payload::PayloadError;
use crate::rate_limit::RateLimitError;
use crate::response::{ApiError, ReadError};
use crate::retry::Tries;
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
    /// Whether the call may run twice.
    idempotent: bool,
    tries: Tries,
    /// What to do about it, where we know.
    cure: Option<String>,
    /// The credential that the cloud refused, if another may do.
    refused: Option<Credential>,
}

impl Error {
    /// The error that the API answered with, if it did.
    pub fn api(&self) -> Option<&ApiError> {
        self.response()?.api()
    }

    /// The code that the API answered with: `InvalidParameterValue.TaskId`.
    pub fn code(&self) -> Option<&str> {
        self.api().map(ApiError::code)
    }

    /// The code as the declared type of the action's codes, if the API answered with an error: the variant of the code;
    /// if there is none, that of its family; and if there is none either, the one that keeps the text.
    ///
    /// ```
    /// use tencent_action::{Client, CommonError, Error, tencent_action, tencent_errors};
    ///
    /// #[tencent_action(service = "vod", version = "2018-07-17", errors = ManageTaskError)]
    /// struct ManageTask {
    ///     task_id: String,
    ///     operation_type: String,
    /// }
    ///
    /// #[tencent_errors]
    /// enum ManageTaskError {
    ///     FailedOperation,
    ///     #[tencent(code = "InvalidParameterValue.TaskId")]
    ///     TaskId,
    ///     Other(CommonError),
    /// }
    ///
    /// async fn abort(client: &Client, task: &ManageTask) -> Result<(), Error> {
    ///     match task.send(client).await {
    ///         Ok(_) => println!("aborted"),
    ///         Err(error) => match error.code_as::<ManageTask>() {
    ///             Some(ManageTaskError::FailedOperation) => println!("it runs already"),
    ///             Some(ManageTaskError::TaskId) => println!("there is no such task"),
    ///             _ => return Err(error),
    ///         },
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn code_as<A: Action>(&self) -> Option<A::ErrorCode> {
        self.code().map(A::ErrorCode::from)
    }

    /// The service that was called, if the error is about a call.
    pub fn service(&self) -> Option<&str> {
        self.inner.target.as_ref().map(|target| &*target.service)
    }

    /// The action that was called, if the error is about a call.
    pub fn action(&self) -> Option<&str> {
        self.inner.target.as_ref().map(|target| &*target.action)
    }

    /// The request id, if a response came and had one.
    pub fn request_id(&self) -> Option<&str> {
        self.response()?.reply.request_id.as_deref()
    }

    /// The HTTP status, if a response came.
    pub fn status(&self) -> Option<StatusCode> {
        Some(self.response()?.reply.status)
    }

    /// The headers of the HTTP response, if one came.
    pub fn headers(&self) -> Option<&HeaderMap> {
        Some(&self.response()?.reply.headers)
    }

    /// The body, if a response came: all of it, or as much as arrived below the limit; of a stream, the event at fault.
    pub fn body(&self) -> Option<&Bytes> {
        Some(&self.response()?.reply.body)
    }

    /// How often the request was sent; 0 if the call failed before that.
    pub fn attempts(&self) -> u32 {
        self.inner.tries.attempts
    }

    /// How long the call waited between its attempts.
    pub fn waited(&self) -> Duration {
        self.inner.tries.waited
    }

    /// Whether the operation may have run, in any of the attempts. Only if not, an operation that isn't idempotent can be
    /// tried again.
    pub fn may_have_run(&self) -> bool {
        if self.inner.tries.may_have_run {
            return true;
        }
        match &self.inner.kind {
            Kind::Transport(error) => error.may_have_been_sent(),
            Kind::Deadline { sent, .. } => *sent == Sent::MaybeSent,
            Kind::Response(error) => error.may_have_run(),
            Kind::Config(_) | Kind::Credential(_) | Kind::Payload(_) | Kind::RateLimit { .. } => false,
        }
    }

    /// Whether the deadline of the call passed, or a stream stalled.
    pub fn is_timeout(&self) -> bool {
        matches!(self.inner.kind, Kind::Deadline { .. }) || self.response().is_some_and(ReadError::is_timeout)
    }

    /// Whether no response came because the network failed.
    pub fn is_transport(&self) -> bool {
        matches!(self.inner.kind, Kind::Transport(_))
    }

    /// Whether there were no credentials to sign with.
    pub fn is_credential(&self) -> bool {
        matches!(self.inner.kind, Kind::Credential(_))
    }

    /// Why there were no credentials to sign with, if that is it.
    pub fn credential(&self) -> Option<&CredentialError> {
        match &self.inner.kind {
            Kind::Credential(error) => Some(error),
            _ => None,
        }
    }

    /// Whether this client held the request back, so that nothing was sent: the wait for its turn would have passed the
    /// deadline, or the [`RateLimiter`](crate::RateLimiter) failed.
    ///
    /// If it is the gateway that found too many requests, [`is_throttled`](Self::is_throttled) says so.
    pub fn is_rate_limited(&self) -> bool {
        matches!(self.inner.kind, Kind::RateLimit { .. })
    }

    /// Whether a response came that isn't from the API, broke off, or doesn't fit the declared response.
    pub fn is_bad_response(&self) -> bool {
        self.response().is_some_and(|error| error.api().is_none() && !error.is_timeout())
    }

    /// Whether to call again as it is: the fault may pass by itself, and the operation hasn't run or is idempotent.
    ///
    /// | what failed | may pass | may have run |
    /// |---|---|---|
    /// | too many requests, by the four [codes](ApiError::is_throttled) of the gateway | yes | no |
    /// | too many requests, by the [rate limit](Self::is_rate_limited) of this client | yes | no |
    /// | `InternalError`, `ServiceUnavailable` and codes below them | yes | yes |
    /// | no connection | yes | no |
    /// | the network, after the request was sent; the deadline | yes | yes |
    /// | an answer that isn't from the API, or broke off | yes | yes |
    /// | anything else | no | see [`may_have_run`](Self::may_have_run) |
    ///
    /// What may have run is retryable only if the action is declared `idempotent`, if its request carries a client token, or
    /// if the call [says so](crate::Call::idempotent). It is by this that a client [tries again](crate::RetryPolicy).
    pub fn is_retryable(&self) -> bool {
        self.inner.kind.may_pass() && (self.inner.idempotent || !self.may_have_run())
    }

    /// Whether the gateway found too many requests: see [`ApiError::is_throttled`].
    pub fn is_throttled(&self) -> bool {
        self.api().is_some_and(ApiError::is_throttled)
    }

    /// Whether the key, the token or the signature was refused: see [`ApiError::is_authentication`].
    pub fn is_authentication(&self) -> bool {
        self.api().is_some_and(ApiError::is_authentication)
    }

    /// Whether the account isn't allowed to do this: see [`ApiError::is_unauthorized`].
    pub fn is_unauthorized(&self) -> bool {
        self.api().is_some_and(ApiError::is_unauthorized)
    }

    /// Whether what the request names isn't there: see [`ApiError::is_not_found`].
    pub fn is_not_found(&self) -> bool {
        self.api().is_some_and(ApiError::is_not_found)
    }

    /// Whether a quota is used up: see [`ApiError::is_quota`].
    pub fn is_quota(&self) -> bool {
        self.api().is_some_and(ApiError::is_quota)
    }

    /// Whether this is the success of a dry run: see [`ApiError::is_dry_run_success`].
    pub fn is_dry_run_success(&self) -> bool {
        self.api().is_some_and(ApiError::is_dry_run_success)
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

    pub(crate) fn payload(error: PayloadError) -> Self {
        Self::new(None, Kind::Payload(error))
    }

    pub(crate) fn credential_fault(error: CredentialError) -> Self {
        Self::new(None, Kind::Credential(error))
    }

    pub(crate) fn rate_limit(error: RateLimitError, limit: NonZeroU32, deadline: Duration) -> Self {
        Self::new(None, Kind::RateLimit { error, limit, deadline })
    }

    pub(crate) fn transport(error: TransportError) -> Self {
        Self::new(None, Kind::Transport(error))
    }

    pub(crate) fn deadline(after: Duration, sent: Sent) -> Self {
        Self::new(None, Kind::Deadline { after, sent })
    }

    pub(crate) fn fault(error: ReadError) -> Self {
        let tries = error.reply.tries;
        Self::new(Some(error.reply.target.clone()), Kind::Response(error)).after(tries)
    }

    fn new(target: Option<Target>, kind: Kind) -> Self {
        Self {
            inner: Box::new(Inner { target, kind, idempotent: false, tries: Tries::NONE, cure: None, refused: None }),
        }
    }

    /// The same error, about this call.
    pub(crate) fn about(mut self, call: &PreparedCall) -> Self {
        self.inner.refused = None;
        self.inner.target = Some(call.target.clone());
        self.inner.idempotent = call.idempotent;
        self
    }

    /// The same error, of a call that may or may not run twice.
    pub(crate) fn idempotent(mut self, idempotent: bool) -> Self {
        self.inner.idempotent = idempotent;
        self
    }

    /// The same error, without what the server sent and without the secret that it was sent: both may be in an answer.
    pub(crate) fn withholding(mut self, secret: &str) -> Self {
        if let Kind::Response(error) = &mut self.inner.kind {
            error.withhold(secret);
        }
        self
    }

    /// The same error, of a call that was tried so often.
    pub(crate) fn after(mut self, tries: Tries) -> Self {
        self.inner.tries = tries;
        self
    }

    /// The same error, about this action.
    pub(crate) fn of(mut self, target: Target) -> Self {
        self.inner.target = Some(target);
        self
    }

    /// The same error, of a call signed with this credential, in place of which another may do.
    pub(crate) fn refusing(mut self, refused: &Credential) -> Self {
        self.inner.refused = Some(refused.clone());
        self
    }

    pub(crate) fn refused(&self) -> Option<&Credential> {
        self.inner.refused.as_ref()
    }

    /// The same error, with what to do about it, if that is known.
    pub(crate) fn with_cure(mut self, cure: Option<String>) -> Self {
        self.inner.cure = cure;
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { target, kind, cure, .. } = &*self.inner;
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
        if self.attempts() > 1 {
            notes.push(format!("after {} attempts", self.attempts()));
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
