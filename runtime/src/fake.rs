//! A Tencent Cloud to test against.
//!
//! [`FakeCloud`] answers calls as the real one does, as far as a caller can tell: it checks headers, dates, keys, tokens
//! and signatures, refuses parameters that are unknown, missing or of the wrong type, and answers with the real error
//! codes. Behind that stand handlers that you register, one per action; those of actions that stream answer piece by
//! piece, with pauses and broken connections where a test needs them: see [`FakeCloud::on_stream`].
//!
//! It comes in two forms, and each has its use:
//!
//! - [`FakeCloud::start`] listens on loopback, on a thread of its own. Calls go over real connections, so a test covers
//!   the whole way; other programs can call it too.
//! - [`FakeCloud::in_process`] has no socket. It is for tests on paused time, which a real connection would upset.
//!
//! # Example
//!
//! ```
//! use tencent_action::fake::FakeCloud;
//! use tencent_action::{ApiError, Empty, tencent_action};
//!
//! #[tencent_action(service = "vod", version = "2018-07-17")]
//! struct ManageTask {
//!     task_id: String,
//!     operation_type: String,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let cloud = FakeCloud::start()?;
//! cloud.on(|task: ManageTask| match task.task_id.as_str() {
//!     "waiting" => Ok(Empty),
//!     _ => Err(ApiError::new("InvalidParameterValue.TaskId", "There is no such task.")),
//! });
//!
//! let client = cloud.client().build()?;
//! ManageTask { task_id: "waiting".into(), operation_type: "Abort".into() }.send(&client).await?;
//!
//! let error = ManageTask { task_id: "lost".into(), operation_type: "Abort".into() }.send(&client).await.unwrap_err();
//! assert_eq!(error.code(), Some("InvalidParameterValue.TaskId"));
//! assert_eq!(cloud.received().len(), 2);
//! # Ok(())
//! # }
//! ```
//!
//! # When things go wrong
//!
//! A test says what is to go wrong, in process and over a socket in the same words. [`FakeCloud::fault`] is for the next
//! request, [`FakeCloud::faults`] for several, [`FakeCloud::fault_when`] for those that a rule picks; [`Fault`] lists what
//! can happen to them. The cloud remembers of each request whether its handler ran, so a test can tell what the caller
//! believes from what is true.
//!
//! ```
//! use http::StatusCode;
//! use tencent_action::fake::{FakeCloud, Fault};
//! # use tencent_action::{Empty, tencent_action};
//! # #[tencent_action(service = "vod", version = "2018-07-17")]
//! # struct ManageTask {
//! #     task_id: String,
//! # }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let cloud = FakeCloud::in_process();
//! cloud.on(|_: ManageTask| Ok(Empty));
//! let client = cloud.client().build()?;
//! let task = ManageTask { task_id: "waiting".into() };
//!
//! // The operation happens, and its answer is lost.
//! cloud.fault(Fault::reset().after_handler());
//! let error = task.send(&client).await.unwrap_err();
//! assert!(error.is_transport() && error.may_have_run());
//! assert!(cloud.received()[0].handled);
//!
//! // The gateway is down for all but one request in twenty.
//! let mut count = 0;
//! cloud.fault_when(move |_| {
//!     count += 1;
//!     (count % 20 != 0).then(|| Fault::page(StatusCode::BAD_GATEWAY))
//! });
//! assert_eq!(task.send(&client).await.unwrap_err().status(), Some(StatusCode::BAD_GATEWAY));
//! assert!(!cloud.received()[1].handled);
//! # Ok(())
//! # }
//! ```
//!
//! Two more things last until they are changed: [`FakeCloud::throttle`] limits the rate of an action's requests, and
//! [`FakeCloud::skew`] sets the cloud's time, which is in the `Date` header of every answer.
//!
//! What takes time takes it on the cloud's clock. In process, that may be a paused one, and an hour passes at once.
//!
//! # What it reads
//!
//! | form | parameters | signed by |
//! |---|---|---|
//! | POST `application/json` | the body | TC3-HMAC-SHA256 |
//! | GET, content type `application/x-www-form-urlencoded` | the query, flattened: `Filters.0.Values.1` | TC3-HMAC-SHA256 |
//! | GET, POST `application/x-www-form-urlencoded` | the query or the body, flattened, the common ones among them | HmacSHA256, HmacSHA1 |
//! | POST `multipart/form-data` | parts: JSON if their content type says so, bytes if they have a file name, otherwise text | TC3-HMAC-SHA256 |
//! | POST `application/octet-stream` | the body is one, headers as `X-CLS-TopicId` are the others | TC3-HMAC-SHA256 |
//!
//! What comes as text is converted to the declared type: `7` to a number, `true` and `True` to a boolean. Where nothing is
//! declared, that is for [`FakeCloud::on_json`], it stays a string. In JSON, an integer beyond 64 bits is read as a float, and
//! refused.
//!
//! `X-TC-Content-SHA256: UNSIGNED-PAYLOAD` is honoured, and `Authorization: SKIP` for the two actions of `sts` that the
//! vendor has it for. The service is that of the signature's scope; a legacy request and one without a signature have none,
//! so there it is the first label of a host under `tencentcloudapi.com`, and on any other host the first service with a
//! handler for the version and the action.
//!
//! # What it checks, and what it answers
//!
//! | what is wrong | code |
//! |---|---|
//! | the method is neither POST nor GET | `UnsupportedProtocol` |
//! | the content type is none of these, or one that the signature method can't sign | `InvalidParameter` |
//! | the query is larger than 32 KB, the body larger than 10 MB | `RequestSizeLimitExceeded` |
//! | a form is larger than 1 MB | `AuthFailure.SignatureFailure` |
//! | a GET has a body, a form a query; a legacy request isn't percent-encoded, or has a parameter twice | `InvalidParameter` |
//! | no `X-TC-Action`, `X-TC-Version` or `X-TC-Timestamp`; in a legacy request, no `Timestamp`, `Nonce`, `Action`, `Version`, `Signature` or `SecretId` | `MissingParameter` |
//! | the timestamp isn't a number, the nonce not a positive one | `InvalidParameter` |
//! | `Authorization` is missing, twice there, or not in its form; `content-type` or `host` isn't signed; `SKIP` for an action that must be signed | `AuthFailure.InvalidAuthorization` |
//! | the timestamp is more than 300 s off | `AuthFailure.SignatureExpire` |
//! | nobody has this secret id | `AuthFailure.SecretIdNotFound` |
//! | the token is missing, wrong, or not asked for; the credential has expired | `AuthFailure.TokenFailure` |
//! | date or service of the scope is another one, or the signature doesn't fit | `AuthFailure.SignatureFailure` |
//! | the body isn't a JSON object; the query can't be decoded; names contradict each other, as `A.0` and `A.B`, or leave a gap | `InvalidParameter` |
//! | a multipart body is malformed | `InvalidRequest` |
//! | no handler for the service, its version, or its action | `NoSuchProduct`, `NoSuchVersion`, `InvalidAction` |
//! | more requests in a second than [`FakeCloud::throttle`] lets pass | `RequestLimitExceeded` |
//! | the form isn't the one that the action is [bound to](crate::Encoding) | `InvalidParameter` |
//! | a value has another type than declared; nothing in JSON is converted, `null` included | `InvalidParameter` |
//! | a required member isn't there | `MissingParameter` |
//! | a member that the action doesn't declare, at any depth | `UnknownParameter` |
//!
//! Where the vendor publishes no order of checks, it is the order of this table, but that unknown members are told before
//! the faults of others that aren't outermost. Where it publishes no code, it is the nearest one.
//!
//! Less is checked where serde reads a request with a buffer in between: within a field with `#[serde(flatten)]`, and within
//! an enum that is `untagged` or has a `tag` (one with a `content` too, if that comes before the tag, and names come sorted).
//!
//! - No member that isn't declared is told in there, nor one that is beside a field with `flatten`.
//! - Text in there isn't converted: in a query and a form, all but strings is refused.
//! - What is missing or wrong in there is told by less of its path, or by none.

mod answers;
mod accounts;
mod authorization;
mod bomb;
mod cloud;
mod core;
mod damage;
mod effect;
mod fault;
mod flushed;
mod form;
mod gate;
mod handlers;
mod in_process;
mod incoming;
mod interrupted;
mod multipart;
mod node;
mod octets;
mod operation;
mod pairs;
mod parameters;
mod received;
mod schedule;
mod script;
mod server;
mod stream;
mod throttle;
mod unflatten;
mod exchange;

#[cfg(test)]
mod random;

pub use self::cloud::{FakeCloud, FakeCloudBuilder};
pub use self::fault::Fault;
pub use self::form::ReceivedForm;
pub use self::in_process::FakeTransport;
pub use self::received::Received;
pub use self::stream::StreamItem;
