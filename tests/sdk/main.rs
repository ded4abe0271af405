//! What we sign and write, held against the official Python SDK.
//!
//! It needs that SDK, which `tests/sdk/prepare` installs, and is run by name:
//! `cargo test -p tencent-action-tests --test sdk`.

#![allow(clippy::unwrap_used, reason = "a test that unwraps says where")]

mod actions;
mod cases;
mod cloud;
mod compare;
mod differential;
mod mutations;
mod ours;
mod python;
mod refused;
mod wire;
