//! The vendor's published description of its actions, as a typed model.
//!
//! Tencent Cloud describes every action of every service inside its command-line tool, tccli, in files of JSON. None of it
//! is part of this crate: [`Metadata::find`] looks for an installed tccli (`pip install tccli`, or `tccli-intl-en` for the
//! international site), [`Metadata::open`] takes a directory. No program is started, and nothing is sent.
//!
//! The whole is above 100 MB, so files are read when they are asked for, one version of one service at a time.
//!
//! ```no_run
//! use tencent_action::spec::{Metadata, SpecError};
//!
//! # fn main() -> Result<(), SpecError> {
//! let metadata = Metadata::find()?;
//! for hit in metadata.search("abort task")?.iter().take(10) {
//!     println!("{hit}");
//! }
//!
//! let vod = metadata.load("vod", "2018-07-17")?;
//! for member in &vod.actions["ManageTask"].input {
//!     println!("{}: {}", member.name, member.kind);
//! }
//! # Ok(())
//! # }
//! ```

mod metadata;
mod find;
mod raw;
mod model;
mod kind;
mod service;
mod example;
mod place;
mod word;
mod search;
pub(crate) mod markup;
pub(crate) mod wrap;
mod rust;
pub(crate) mod nearest;
mod lock;
mod error;

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;

pub use self::error::SpecError;
pub use self::example::Example;
pub use self::kind::MemberKind;
pub use self::lock::{Change, Lock};
pub use self::metadata::Metadata;
pub use self::model::{ActionSpec, DataSpec, Member, Status, Usage};
pub use self::rust::{RustOptions, rust};
pub use self::search::Hit;
pub use self::service::ServiceSpec;
