//! What the cloud remembers of a request.

use std::fmt;
use std::time::SystemTime;

use http::HeaderMap;
use serde_json::Value;

use super::fault::Fault;
use super::form::ReceivedForm;
use super::incoming::Incoming;
use crate::response::ApiError;
use crate::signing::SignatureMethod;

/// A request that came in, and what became of it.
///
/// Its `Display` is one line: `vod ManageTask: ok (request id …)`, with the error or the fault in place of `ok`.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Received {
    /// The form of the request; none if it was in none that the cloud reads.
    pub form: Option<ReceivedForm>,
    /// The method by which the request claimed to be signed, be it true or not; none if it didn't claim to be.
    pub signature_method: Option<SignatureMethod>,
    /// The secret id whose key it claimed to be signed with, if it claimed any.
    pub secret_id: Option<String>,
    /// The service of the signature's scope, or of the host; empty if the request was refused at the gate.
    pub service: String,
    /// The common parameter `Action` (header `X-TC-Action`); empty if there was none.
    pub action: String,
    /// The common parameter `Version` (header `X-TC-Version`); empty if there was none.
    pub version: String,
    /// The common parameter `Region` (header `X-TC-Region`), if there was one.
    pub region: Option<String>,
    /// The parameters; null if they couldn't be read, or the request was refused at the gate.
    ///
    /// What came as text is strings here, nested as its names say; bytes are base64.
    pub parameters: Value,
    /// When it arrived, by the cloud's clock.
    pub arrived: SystemTime,
    /// The request id of the answer.
    pub request_id: String,
    /// Whether the handler was called, and the operation so to say happened, whatever the caller got to know of it.
    pub handled: bool,
    /// The error that was answered, if one was. A fault may have kept it from arriving.
    pub error: Option<ApiError>,
    /// What went wrong with it, as a script wanted it: see [`FakeCloud::fault`](super::FakeCloud::fault).
    pub fault: Option<Fault>,
}

impl Received {
    /// A request of which nothing is known yet but what its headers say.
    pub(super) fn new(headers: &HeaderMap, request_id: String, arrived: SystemTime) -> Self {
        let header = |name| headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        Self {
            form: None,
            signature_method: None,
            secret_id: None,
            service: String::new(),
            action: header("x-tc-action").unwrap_or_default(),
            version: header("x-tc-version").unwrap_or_default(),
            region: header("x-tc-region"),
            parameters: Value::Null,
            arrived,
            request_id,
            handled: false,
            error: None,
            fault: None,
        }
    }

    /// Notes what a request says about itself.
    pub(super) fn claim(&mut self, incoming: &Incoming<'_>) {
        let common = |name| incoming.common(name).map(str::to_owned);
        self.signature_method = incoming.signature_method();
        self.secret_id = incoming.secret_id().map(str::to_owned);
        if incoming.legacy().is_none() {
            return;
        }
        self.action = common("Action").unwrap_or_default();
        self.version = common("Version").unwrap_or_default();
        self.region = common("Region");
    }
}

impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |name: &str| if name.is_empty() { "?".to_owned() } else { name.escape_debug().to_string() };
        write!(f, "{} {}: ", named(&self.service), named(&self.action))?;
        match (&self.error, &self.fault) {
            (Some(error), _) => write!(f, "{}", error.to_string().escape_debug())?,
            (None, Some(fault)) => write!(f, "{fault}")?,
            (None, None) => f.write_str("ok")?,
        }
        write!(f, " (request id {})", self.request_id)
    }
}
