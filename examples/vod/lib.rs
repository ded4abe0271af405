//! What the examples share: some actions of Video on Demand, declared, and a small VOD to put behind a `FakeCloud`.

pub mod api;
pub mod chat;
mod cloud;

pub use self::cloud::{FINISH, MEDIA, PROCESSING, WAITING, open};
