//! A Tencent Cloud to test against.
//!
//! [`FakeCloud`] answers calls as the real one does, as far as a caller can tell: it checks headers, dates, keys, tokens
//! and signatures, refuses parameters that are unknown, missing or of the wrong type, and answers with the real error
//! codes. Behind that stand handlers that you register, one per action.
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
//! # What it checks, and what it answers
//!
//! | what is wrong | code |
//! |---|---|
//! | the method is neither POST nor GET | `UnsupportedProtocol` |
//! | no `X-TC-Action`, `X-TC-Version` or `X-TC-Timestamp` | `MissingParameter` |
//! | `X-TC-Timestamp` isn't a number, `Content-Type` isn't JSON, the body isn't a JSON object | `InvalidParameter` |
//! | the body is larger than 10 MB | `RequestSizeLimitExceeded` |
//! | `Authorization` is missing, twice there, or not in its form; `content-type` or `host` isn't signed | `AuthFailure.InvalidAuthorization` |
//! | the timestamp is more than 300 s off | `AuthFailure.SignatureExpire` |
//! | nobody has this secret id | `AuthFailure.SecretIdNotFound` |
//! | the token is missing, wrong, or not asked for | `AuthFailure.TokenFailure` |
//! | date or service of the scope is another one, or the signature doesn't fit | `AuthFailure.SignatureFailure` |
//! | no handler for the service, its version, or its action | `NoSuchProduct`, `NoSuchVersion`, `InvalidAction` |
//! | a member that the action doesn't declare, at any depth | `UnknownParameter` |
//! | a required member isn't there | `MissingParameter` |
//! | a value has another JSON type than declared; nothing is converted, `null` included | `InvalidParameter` |
//!
//! It reads POST with JSON, which is what clients send; other request forms are refused with `UnsupportedProtocol`.
//! Where the vendor publishes no order of checks, it is the order of this table.

mod authorization;
mod cloud;
mod flushed;
mod core;
mod form;
mod gate;
mod handlers;
mod incoming;
mod multipart;
mod node;
mod octets;
mod pairs;
mod parameters;
mod received;
mod server;
mod stream;
mod unflatten;

pub use self::cloud::{FakeCloud, FakeCloudBuilder, FakeTransport};
pub use self::form::ReceivedForm;
pub use self::received::Received;
pub use self::stream::StreamItem;
