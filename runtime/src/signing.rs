//! Signature TC3-HMAC-SHA256, as pure functions: no clock, no network, no state.
//!
//! The stages are types whose `Display` is the text that is hashed or sent, so that a signature can be looked at and
//! compared stage by stage: [`CanonicalRequest`], [`StringToSign`], [`Authorization`]. The rules are on the vendor's
//! page api/213/30654.
//!
//! A call made through a [`Client`](crate::Client) is signed without you; this module is for those who send requests of
//! their own, which [`sign`] signs in one go, or verify some. [`guide::signing`](crate::guide::signing) shows both.
//!
//! # Example: stage by stage
//!
//! ```
//! use http::Method;
//! use tencent_action::Credential;
//! use tencent_action::signing::{CanonicalRequest, PayloadHash, SigningKey, StringToSign, Timestamp};
//!
//! let credential = Credential::with_secret_id("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE")
//!     .secret_key("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");
//! let timestamp = Timestamp::from_second(1_551_113_065).expect("a time in 2019");
//!
//! let headers = [("Content-Type", "application/json"), ("Host", "vod.tencentcloudapi.com"), ("X-TC-Action", "ManageTask")];
//! let canonical = CanonicalRequest::new(&Method::POST, "", headers, PayloadHash::of(b"{}"));
//! let string_to_sign = StringToSign::new(timestamp, "vod", &canonical);
//! let key = SigningKey::derive(&credential, timestamp, "vod");
//! let authorization = key.authorize(&credential, &canonical, &string_to_sign);
//!
//! assert!(authorization.to_string().starts_with("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/vod/"));
//! ```

mod authorization;
mod canonical;
mod day_key;
mod hex;
mod key;
mod key_cache;
mod legacy;
mod method;
mod pieces;
mod request;
mod scope;
mod string_to_sign;
mod timestamp;

#[cfg(test)]
mod vectors;

pub use self::authorization::Authorization;
pub(crate) use self::canonical::CanonicalHead;
pub use self::canonical::{CanonicalRequest, PayloadHash};
pub(crate) use self::day_key::DayKey;
pub use self::key::SigningKey;
pub(crate) use self::key_cache::{KeyCache, ServiceKey};
pub(crate) use self::legacy::COMMON_PARAMETERS;
pub use self::legacy::LegacyStringToSign;
pub use self::method::SignatureMethod;
pub use self::request::{SignError, sign};
pub use self::string_to_sign::StringToSign;
pub use self::timestamp::Timestamp;

/// The name of the algorithm, as strings to sign and `Authorization` headers begin.
pub const ALGORITHM: &str = "TC3-HMAC-SHA256";
