//! Tests that need no other program: one binary, since linking dominates.

#![allow(clippy::unwrap_used, reason = "a test that unwraps says where")]

mod abort_waiting;
mod blocking;
mod bulk;
mod bytes;
mod client;
mod codes;
mod connections;
mod credentials_local;
mod credentials_remote;
mod declarations;
mod declare;
mod documents;
mod envelope;
mod explain;
mod failover;
mod faults;
mod forge;
mod forgery;
mod forms;
mod hygiene;
mod leniency;
mod loopback;
mod observe;
mod options;
mod package;
mod paginate;
mod protocol;
#[allow(dead_code, reason = "the unit tests' as well")]
mod random;
mod random_parameter;
mod rate_limit;
mod readme;
mod sign;
mod spec;
mod streams;
mod support;
mod wait;
mod watch_task;
