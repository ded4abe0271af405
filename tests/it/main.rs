//! Tests that need no other program: one binary, since linking dominates.

mod client;
mod envelope;
mod support;
