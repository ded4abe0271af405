//! `RedisRateLimiter` against real servers, which the tests start.
//!
//! It needs `redis-server`, which `tests/redis/prepare` installs, and is run by name:
//! `cargo test -p tencent-action-tests --test redis`.

#![allow(clippy::unwrap_used, reason = "a test that unwraps says where")]

mod server;
mod stage;

mod faults;
mod fleet;
mod gate;
mod keys;
mod random;
mod restart;
