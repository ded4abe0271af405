//! How things are done, page by page. All Rust that is shown is compiled, and run unless it needs a cloud.
//!
//! Begin with the first two. The others can wait until you need them. Their snippets have this in their `Cargo.toml`; the last
//! five are for those that use them:
//!
//! ```toml
//! tencent-action = { version = "0.1", features = ["blocking", "fake"] }
//! tokio = { version = "1", features = ["macros", "rt-multi-thread", "test-util"] }
//! async-trait = "0.1"
//! bytes = "1"
//! futures-util = "0.3"
//! http = "1"
//! serde_json = "1"
//! ```
//!
//! | page | what is on it |
//! |---|---|
//! | [`declaring`] | an action, its data types, names, what a reply is forgiven |
//! | [`errors`] | what an error tells, to people and to programs; error codes as enums |
//! | [`testing`] | a cloud in the process of your test, which fails when it is told to |
//! | [`credentials`] | where keys come from, and how they are renewed |
//! | [`retries`] | what is tried again, what may run twice, rate limits, deadlines |
//! | [`pages`] | a list that comes page by page, as one stream |
//! | [`waiting`] | until a task is done |
//! | [`streams`] | an answer that comes piece by piece |
//! | [`bulk`] | many calls at once |
#![cfg_attr(feature = "blocking", doc = "| [`blocking`] | calls without async |")]
//! | [`checking`] | declarations held against the vendor's description, by the compiler and in CI |
//! | [`forms`] | GET, forms, files; legacy signatures; seeing what is signed |
//! | [`connections`] | pool, TLS, proxies, HTTP/2 |
//! | [`failover`] | other hosts, for when one fails |
//! | [`observing`] | numbers, spans, events |
#![cfg_attr(feature = "redis", doc = "| [`fleets`] | machines that share an account |")]
//! | [`extending`] | a transport, a source of credentials, a rate limiter of your own |
//! | [`signing`] | signatures without a client |
//! | [`performance`] | what a call costs, and how that is measured |
//! | [`security`] | where secrets live, what goes over the wire, what is left to you |
//! | [`migrating`] | coming from the vendor's SDKs for Go, Python, Java and Node |
//!
//! # A call's way through the crate
//!
//! ```text
//!  ManageTask { … }.send(&client)
//!         │
//!    action      the struct, its service, version and name
//!    call        the payload, serialized once
//!    timeout     one deadline for all that follows
//!    retry       again, if it may help and does no harm
//!    rate limit  the action's turn
//!    endpoint    service + site + region → host; another, if it fails
//!    credential  a key pair that is valid now
//!    signing     call + credential + time → headers; pure
//!    timeout     one for this attempt
//!    transport   http::Request → http::Response; reqwest, or yours
//!    response    bytes → Reply<T>, or an error that says what came
//!         │
//!    Reply<Empty>
//! ```

/// Declaring an action.
///
#[doc = include_str!("guide/declaring.md")]
pub mod declaring {}

/// What an error tells.
///
#[doc = include_str!("guide/errors.md")]
pub mod errors {}

/// Testing code that calls a cloud.
///
#[doc = include_str!("guide/testing.md")]
pub mod testing {}

/// Where credentials come from.
///
#[doc = include_str!("guide/credentials.md")]
pub mod credentials {}

/// Retries, limits, deadlines.
///
/// What becomes of a call that failed depends on two things: whether the fault may pass by itself, and whether the operation may
/// have run.
///
#[doc = include_str!("guide/retried.md")]
#[doc = include_str!("guide/retries.md")]
pub mod retries {}

/// Pages of an answer.
///
#[doc = include_str!("guide/pages.md")]
pub mod pages {}

/// Waiting until something is done.
///
#[doc = include_str!("guide/waiting.md")]
pub mod waiting {}

/// Answers that come piece by piece.
///
#[doc = include_str!("guide/streams.md")]
pub mod streams {}

/// Many calls at once.
///
#[doc = include_str!("guide/bulk.md")]
pub mod bulk {}

/// Calls without async.
///
#[cfg(feature = "blocking")]
#[doc = include_str!("guide/blocking.md")]
pub mod blocking {}

/// Checking declarations when they compile.
///
#[doc = include_str!("guide/checking.md")]
pub mod checking {}

/// Request forms and signatures.
///
#[doc = include_str!("guide/forms.md")]
pub mod forms {}

/// Connections: pool, TLS, proxies, HTTP/2.
///
#[doc = include_str!("guide/connections.md")]
pub mod connections {}

/// Other hosts, for when one fails.
///
#[doc = include_str!("guide/failover.md")]
pub mod failover {}

/// What a client tells: numbers, spans, events.
///
#[doc = include_str!("guide/observing.md")]
pub mod observing {}

/// Machines that share an account.
///
#[cfg(feature = "redis")]
#[doc = include_str!("guide/fleets.md")]
pub mod fleets {}

/// Parts of your own: transport, source of credentials, rate limiter.
///
#[doc = include_str!("guide/extending.md")]
pub mod extending {}

/// Signatures without a client.
///
#[doc = include_str!("guide/signing.md")]
pub mod signing {}

/// What a call costs.
///
#[doc = include_str!("guide/performance.md")]
///
#[doc = include_str!("guide/figures.md")]
pub mod performance {}

/// Security.
///
#[doc = include_str!("guide/security.md")]
pub mod security {}

/// Coming from the vendor's SDKs.
///
#[doc = include_str!("guide/migrating.md")]
pub mod migrating {}
