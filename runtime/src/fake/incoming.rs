//! A request, read as far as its form says.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{Request, header};
use serde_json::Value;

use super::authorization::{Authorization, is_skipped};
use super::form::{self, ReceivedForm};
use super::handlers::Declared;
use super::node::Node;
use super::parameters::invalid;
use super::unflatten::unflatten;
use super::{multipart, octets, pairs};
use crate::response::ApiError;
use crate::signing::{COMMON_PARAMETERS, SignatureMethod};

/// A request of which we know where its parameters are.
pub(super) struct Incoming<'a> {
    pub(super) request: &'a Request<Bytes>,
    form: ReceivedForm,
    /// All parameters of a legacy request; nothing, if it is one by TC3.
    legacy: Option<Vec<(String, String)>>,
}

impl<'a> Incoming<'a> {
    /// Reads what has to be read before a signature can be verified.
    pub(super) fn read(request: &'a Request<Bytes>, form: ReceivedForm) -> Result<Self, ApiError> {
        form.check_size(request)?;
        form.check_places(request)?;
        let legacy = match form {
            _ if form::is_tc3(request.headers()) => None,
            ReceivedForm::Query => Some(pairs::decode(form::query(request).as_bytes())?),
            _ => Some(pairs::decode(request.body())?),
        };
        Ok(Self { request, form, legacy })
    }

    /// The parameters that a legacy signature signs.
    pub(super) fn legacy(&self) -> Option<&[(String, String)]> {
        self.legacy.as_deref()
    }

    /// A common parameter, by its legacy name: `Action` is the header `X-TC-Action` of TC3. None, if it is empty.
    pub(super) fn common(&self, name: &str) -> Option<&str> {
        let value = match &self.legacy {
            Some(pairs) => pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()),
            None => self.header(&format!("x-tc-{}", name.to_ascii_lowercase())),
        };
        value.filter(|value| !value.is_empty())
    }

    pub(super) fn required(&self, name: &str) -> Result<&str, ApiError> {
        self.common(name).ok_or_else(|| {
            let header = if self.legacy.is_some() { String::new() } else { format!(" (header X-TC-{name})") };
            let message = format!("The request is missing a required parameter `{name}`{header}.");
            ApiError::new("MissingParameter", message)
        })
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.request.headers().get(name).and_then(|value| value.to_str().ok())
    }

    /// The method by which the request claims to be signed.
    pub(super) fn signature_method(&self) -> Option<SignatureMethod> {
        if self.legacy.is_none() {
            let headers = self.request.headers();
            let is_claimed = headers.contains_key(header::AUTHORIZATION) && !is_skipped(headers);
            return is_claimed.then_some(SignatureMethod::Tc3HmacSha256);
        }
        // Nothing but this name, letter by letter, means SHA-256 to the real gateway.
        let is_sha256 = self.common("SignatureMethod") == Some("HmacSHA256");
        Some(if is_sha256 { SignatureMethod::HmacSha256 } else { SignatureMethod::HmacSha1 })
    }

    /// The secret id of the key by which the request claims to be signed.
    pub(super) fn secret_id(&self) -> Option<&str> {
        if self.legacy.is_some() {
            return self.common("SecretId");
        }
        Authorization::read(self.request.headers()).ok().map(|authorization| authorization.secret_id)
    }

    /// The parameters of the action.
    pub(super) fn parameters(&self, service: &str, declared: Option<Declared>) -> Result<Node, ApiError> {
        let body = self.request.body();
        let members = match (self.form, &self.legacy) {
            (_, Some(pairs)) => unflatten(own(pairs)),
            (ReceivedForm::Query, None) => {
                let pairs = pairs::decode(form::query(self.request).as_bytes())?;
                unflatten(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
            }
            (ReceivedForm::Json | ReceivedForm::Form, None) => json(body),
            (ReceivedForm::Multipart, None) => multipart::parse(self.request.headers(), body),
            (ReceivedForm::OctetStream, None) => octets::parse(self.request, service, declared),
        };
        members.map(Node::Object)
    }
}

/// A body of JSON, which must be an object.
fn json(body: &[u8]) -> Result<BTreeMap<String, Node>, ApiError> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => Ok(members.into_iter().map(|(name, value)| (name, Node::Json(value))).collect()),
        Ok(_) => Err(invalid("The request body is JSON, but not an object.".to_owned())),
        Err(error) => Err(invalid(format!("The request body is not JSON: {error}."))),
    }
}

/// The parameters of a legacy request that aren't common ones.
fn own(pairs: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    pairs.filter(|(name, _)| !COMMON_PARAMETERS.contains(name))
}
