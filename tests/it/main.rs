//! Tests that need no other program: one binary, since linking dominates.

#![allow(clippy::unwrap_used, reason = "a test that unwraps says where")]

mod client;
mod envelope;
mod forgery;
mod hygiene;
mod loopback;
mod support;
