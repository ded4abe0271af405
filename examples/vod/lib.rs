//! What the examples share: some actions of Video on Demand, declared, a small VOD to put behind a `FakeCloud`, and the cores of
//! the larger programs.

pub mod abort_waiting;
pub mod api;
pub mod chat;
mod cloud;
mod cloud_options;
mod interrupt;
pub mod json;
mod meter;
mod no_options;
mod say;
mod status;
mod value;
pub mod watch_task;

pub use self::cloud::{BROKEN, FINISH, MEDIA, PROCESSING, Pace, Vod, WAITING, open};
pub use self::cloud_options::{CloudOption, CloudOptions};
pub use self::interrupt::Interrupt;
pub use self::meter::Meter;
pub use self::no_options::takes_no_options;
pub use self::say::write;
pub use self::status::{failed, misused};
pub use self::value::value;
