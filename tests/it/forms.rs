//! Every form of request: from the client into the fake cloud, and forged past the client.

mod accepted;
mod actions;
mod binary;
mod by_serde;
mod forged_binary;
mod forged_legacy;
mod forged_query;
mod identity;
mod mutations;
mod parameters;
mod refused;
mod sizes;
mod unsigned;
