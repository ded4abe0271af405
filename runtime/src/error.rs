//! The one error type: what happened, to which action, with which request id, and whether the operation may have run.

mod health;
mod kind;
mod made;
mod outline;
mod predicates;
mod stage;

pub(crate) use self::kind::Kind;
pub(crate) use self::stage::{Late, Stage};

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::action::Action;
use crate::call::Target;
use crate::credential::Credential;
use crate::response::{ApiError, ReadError};
use crate::retry::Tries;

/// Why a call failed, or a client couldn't be built.
///
/// Its `Display` is one line with all that is needed to look into it: action, code, message, request id, and a note if
/// the operation may have run although no reply came.
///
/// ```text
/// vod ManageTask: InvalidParameterValue.TaskId: There is no such task. (request id 510f4d68-09c9-44a3-ab55-192ff22297c9)
/// vod ManageTask: no answer within 60s (may have run)
/// vod ManageTask: not sent within 60s: waiting for a credential
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
    /// Where no answer came from.
    host: Option<String>,
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
            Kind::Deadline(late) => late.stage == Stage::Sent,
            Kind::Attempt { .. } => true,
            Kind::Response(error) => error.may_have_run(),
            Kind::Config(_) | Kind::Credential(_) | Kind::Payload(_) | Kind::RateLimit { .. } => false,
        }
    }

    fn response(&self) -> Option<&ReadError> {
        match &self.inner.kind {
            Kind::Response(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { target, kind, host, cure, .. } = &*self.inner;
        if let Some(target) = target {
            write!(f, "{target}: ")?;
        }
        match (kind, host) {
            (Kind::Transport(error), Some(host)) => write!(f, "no answer from {host}: {error}")?,
            _ => write!(f, "{kind}")?,
        }
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
        fmt::Display::fmt(self, f)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.inner.kind.cause()
    }
}
