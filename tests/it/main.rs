//! Tests that need no other program: one binary, since linking dominates.

#![allow(clippy::unwrap_used, reason = "a test that unwraps says where")]

mod bytes;
mod client;
mod codes;
mod envelope;
mod explain;
mod forge;
mod forgery;
mod forms;
mod hygiene;
mod leniency;
mod loopback;
mod options;
mod protocol;
mod streams;
mod support;
