//! Calls by the hundred thousand: what callers are told agrees with what happened, and nothing piles up.
//!
//! `cargo test -p tencent-action-tests --release --test soak` makes 200,000 calls over loopback, 64 at a time, of whose requests
//! 5 % meet a fault, and 1,000,000 over a transport that answers at once. After `--`, another number stands for the 200,000,
//! and five times that for the 1,000,000. It fails by its exit status, and prints what it saw.

#![allow(clippy::unwrap_used, reason = "a test that unwraps says where")]

mod actions;
mod faults;
mod ledger;
mod loopback;
mod memory;
mod null;

/// How many of these calls come before the memory is measured: until all connections are open, and the cloud remembers as many
/// requests as it will.
fn warm_up(calls: u64) -> u64 {
    calls.min(20_000)
}

fn main() {
    let calls = std::env::args().nth(1).map_or(200_000, |calls| calls.parse().expect("the argument is a number"));
    null::soak(calls * 5);
    println!();
    loopback::soak(calls);
}
