//! The same without async: clients that block the thread they are called from.
//!
//! [`Client`] has what [`tencent_action::Client`](crate::Client) has, under the same names. [The guide](crate::guide::blocking)
//! tells where it may be used, and what it doesn't do.
//!
//! # Example
//!
//! ```
//! # use tencent_action::fake::FakeCloud;
//! # use tencent_action::{Empty, tencent_action};
//! #[tencent_action(service = "vod", version = "2018-07-17")]
//! struct ManageTask {
//!     task_id: String,
//!     operation_type: String,
//! }
//!
//! # fn main() -> Result<(), tencent_action::Error> {
//! # let cloud = FakeCloud::in_process();
//! # cloud.on(|_: ManageTask| Ok(Empty));
//! # let builder = cloud.client();
//! # /*
//! let builder = tencent_action::Client::builder();
//! # */
//! let client = builder.build_blocking()?;
//! let task = ManageTask { task_id: "251000333-…".into(), operation_type: "Abort".into() };
//! let reply = client.call(&task).send()?;
//! println!("{}", reply.request_id());
//! # Ok(())
//! # }
//! ```

mod bulk;
mod call;
mod client;
mod each;
mod pages;
mod provider;
mod runtime;
mod stream;
mod wait;

pub use self::bulk::Run;
pub use self::call::Call;
pub use self::client::Client;
pub use self::pages::{Items, Pages};
pub use self::stream::EventStream;
pub use self::wait::Until;

pub(crate) use self::provider::no_blocking;
