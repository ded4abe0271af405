#![doc = include_str!("../README.md")]
//!
//! [The guide begins here.](guide)
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod declare;
mod action;
mod data;
mod error_code;
mod call;
mod payload;
mod protocol;
mod client;
mod endpoint;
pub mod region;
mod retry;
mod failover;
mod timeout;
mod stats;
mod rate_limit;
mod credential;
pub mod signing;
mod transport;
mod explanation;
mod response;
mod stream;
mod paginate;
mod wait;
pub mod bulk;
#[cfg(feature = "blocking")]
pub mod blocking;
mod error;
mod calendar;
mod plain;
mod clock;
mod env;
mod memo;
pub mod guide;
#[cfg(feature = "fake")]
pub mod fake;
#[cfg(feature = "spec")]
pub mod spec;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;

#[doc(hidden)]
pub mod __private;

#[cfg(test)]
mod random;

pub use self::action::{Action, Empty, Encoding, Field, Kind, StreamingAction};
pub use self::call::Call;
pub use self::client::{Client, ClientBuilder, Language};
pub use self::clock::{Clock, SystemClock};
pub use self::credential::{
    AssumeRoleCredentials, CachedCredentials, Credential, CredentialError, CvmRoleCredentials, DefaultCredentials,
    EnvironmentCredentials, Examined, Outcome, ProcessCredentials, ProfileCredentials, ProvideCredential, SecretId,
    StsError, TccliCredentials, TkePodCredentials, WebIdentityCredentials,
};
pub use self::data::Data;
pub use self::declare::{tencent_action, tencent_data, tencent_errors};
pub use self::endpoint::{Domain, EndpointError, Site};
pub use self::error::Error;
pub use self::error_code::{CommonError, ErrorCode};
pub use self::explanation::Explanation;
pub use self::failover::Failover;
pub use self::paginate::{Items, PageInfo, Pages, PaginatedAction, Position};
pub use self::protocol::{ProtocolError, RequestForm};
pub use self::rate_limit::{RateKey, RateLimitError, RateLimiter, SlidingWindow};
#[cfg(feature = "redis")]
pub use self::rate_limit::{RedisRateLimiter, RedisRateLimiterBuilder};
pub use self::response::{ApiError, Reply};
pub use self::retry::RetryPolicy;
pub use self::signing::SignatureMethod;
pub use self::stats::Stats;
pub use self::stream::EventStream;
pub use self::transport::{Body, Transport, TransportError};
pub use self::wait::{Until, Verdict, WaitError, WaitProgress};
/// What holds JSON that nobody declared: [`Client::call_json`] answers with a `serde_json::Value`.
pub use serde_json;
