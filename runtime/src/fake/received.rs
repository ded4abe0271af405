//! What the cloud remembers of a request.

use std::fmt;

use serde_json::Value;

use crate::response::ApiError;

/// A request that came in, and what became of it.
///
/// Its `Display` is one line: `vod ManageTask: ok (request id …)`.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Received {
    /// The service of the signature's scope; empty if the request was refused at the gate.
    pub service: String,
    /// The header `X-TC-Action`; empty if there was none.
    pub action: String,
    /// The header `X-TC-Version`; empty if there was none.
    pub version: String,
    /// The header `X-TC-Region`, if there was one.
    pub region: Option<String>,
    /// The parameters; null if the body wasn't a JSON object, or the request was refused at the gate.
    pub parameters: Value,
    /// The request id of the answer.
    pub request_id: String,
    /// The error that was answered, if one was.
    pub error: Option<ApiError>,
}

impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |name: &str| if name.is_empty() { "?".to_owned() } else { name.escape_debug().to_string() };
        write!(f, "{} {}: ", named(&self.service), named(&self.action))?;
        match &self.error {
            None => f.write_str("ok")?,
            Some(error) => write!(f, "{}", error.to_string().escape_debug())?,
        }
        write!(f, " (request id {})", self.request_id)
    }
}
