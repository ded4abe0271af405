//! In which form a request is.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method, Request, header};

use super::gate::BODY_LIMIT;
use crate::payload::{FORM_LIMIT, QUERY_LIMIT};
use crate::response::ApiError;

/// The form that a request came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReceivedForm {
    /// POST with JSON.
    Json,
    /// GET with a query.
    Query,
    /// POST with `application/x-www-form-urlencoded`.
    Form,
    /// POST with `multipart/form-data`.
    Multipart,
    /// POST with `application/octet-stream`.
    OctetStream,
}

/// As [`RequestForm`](crate::RequestForm) prints its forms: `json`, `query`, `form`, and `multipart`, `octet-stream`.
impl fmt::Display for ReceivedForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Json => "json",
            Self::Query => "query",
            Self::Form => "form",
            Self::Multipart => "multipart",
            Self::OctetStream => "octet-stream",
        })
    }
}

const URLENCODED: &str = "application/x-www-form-urlencoded";

/// Whether the common parameters are headers: if not, it is a legacy request, which has them among the others.
pub(super) fn is_tc3(headers: &HeaderMap) -> bool {
    headers.contains_key(header::AUTHORIZATION) || headers.contains_key("x-tc-action")
}

impl ReceivedForm {
    /// Tells the form by method and content type. It must be one that the request's signature method can sign.
    pub(super) fn of(request: &Request<Bytes>) -> Result<Self, ApiError> {
        let media_type = media_type(request.headers());
        let is_tc3 = is_tc3(request.headers());
        match *request.method() {
            // The content type of a legacy query isn't signed, and many send none.
            Method::GET if !is_tc3 || media_type == URLENCODED => Ok(Self::Query),
            Method::GET => Err(unsupported(&format!("a GET has the content type {URLENCODED}"))),
            Method::POST => Self::of_post(&media_type, is_tc3),
            _ => {
                let message = "The protocol of the request is not supported: only GET and POST requests are.";
                Err(ApiError::new("UnsupportedProtocol", message))
            }
        }
    }

    fn of_post(media_type: &str, is_tc3: bool) -> Result<Self, ApiError> {
        let form = match media_type {
            "application/json" => Self::Json,
            URLENCODED => Self::Form,
            "multipart/form-data" => Self::Multipart,
            "application/octet-stream" => Self::OctetStream,
            _ => return Err(unsupported("it must be application/json, or that of another form")),
        };
        match (form, is_tc3) {
            (Self::Form, true) => Err(unsupported("TC3-HMAC-SHA256 does not sign a form; use JSON, or a GET")),
            (Self::Form, false) | (_, true) => Ok(form),
            (_, false) => Err(unsupported("it takes the signature method TC3-HMAC-SHA256, in its headers")),
        }
    }

    /// Fails if the request is larger than the gateway takes in this form (api/1278/55252).
    pub(super) fn check_size(self, request: &Request<Bytes>) -> Result<(), ApiError> {
        let (size, limit) = match self {
            Self::Query => (query(request).len(), QUERY_LIMIT),
            Self::Form => (request.body().len(), FORM_LIMIT),
            Self::Json | Self::Multipart | Self::OctetStream => (request.body().len(), BODY_LIMIT),
        };
        if size <= limit {
            return Ok(());
        }
        Err(match self {
            Self::Query => too_large("32 KB"),
            // What the real gateway answers, though it is no matter of the signature.
            Self::Form => ApiError::new(
                "AuthFailure.SignatureFailure",
                "The provided credentials could not be validated because of exceeding request size limit, \
                 please use new signature method `TC3-HMAC-SHA256`.",
            ),
            Self::Json | Self::Multipart | Self::OctetStream => too_large("10 MB"),
        })
    }

    /// Fails if there are parameters at two places: it isn't known which ones the real gateway reads.
    pub(super) fn check_places(self, request: &Request<Bytes>) -> Result<(), ApiError> {
        let invalid = |message: &str| Err(ApiError::new("InvalidParameter", message));
        match self {
            Self::Query if !request.body().is_empty() => invalid("The request is a GET with a body."),
            Self::Form if !query(request).is_empty() => invalid("The request is a form with a query."),
            _ => Ok(()),
        }
    }
}

/// The query, byte for byte as it came.
pub(super) fn query(request: &Request<Bytes>) -> &str {
    request.uri().query().unwrap_or_default()
}

/// The content type without its parameters, in lower case; empty if there is none.
fn media_type(headers: &HeaderMap) -> String {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default();
    media_type.trim().to_ascii_lowercase()
}

fn unsupported(why: &str) -> ApiError {
    ApiError::new("InvalidParameter", format!("The Content-Type is not supported: {why}."))
}

fn too_large(limit: &str) -> ApiError {
    ApiError::new("RequestSizeLimitExceeded", format!("The request size exceeds the limit of {limit}."))
}
