//! How things are done, page by page. Everything shown here is compiled and run.

/// Declaring an action.
#[doc = include_str!("guide/declaring.md")]
pub mod declaring {}

/// Checking declarations when they compile.
#[doc = include_str!("guide/checking.md")]
pub mod checking {}

/// Where credentials come from.
#[doc = include_str!("guide/credentials.md")]
pub mod credentials {}

/// Pages of an answer.
#[doc = include_str!("guide/pages.md")]
pub mod pages {}

/// Waiting until something is done.
#[doc = include_str!("guide/waiting.md")]
pub mod waiting {}

/// Many calls at once.
#[doc = include_str!("guide/bulk.md")]
pub mod bulk {}

/// Other hosts, for when one fails.
#[doc = include_str!("guide/failover.md")]
pub mod failover {}

/// Calls without async.
#[cfg(feature = "blocking")]
#[doc = include_str!("guide/blocking.md")]
pub mod blocking {}

/// Request forms and signatures.
#[doc = include_str!("guide/forms.md")]
pub mod forms {}

/// Retries, limits, deadlines.
///
/// What becomes of a call that failed depends on two things: whether the fault may pass by itself, and whether the operation may
/// have run.
#[doc = include_str!("guide/retried.md")]
#[doc = include_str!("guide/retries.md")]
pub mod retries {}

/// Connections: pool, TLS, proxies, HTTP/2.
#[doc = include_str!("guide/connections.md")]
pub mod connections {}

/// What a client tells: numbers, spans, events.
#[doc = include_str!("guide/observing.md")]
pub mod observing {}

/// Machines that share an account.
#[cfg(feature = "redis")]
#[doc = include_str!("guide/fleets.md")]
pub mod fleets {}
