//! TC3-HMAC-SHA256: common parameters in headers.

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::request::Builder;
use http::{HeaderValue, Method, Request};

use super::{FORM, Signing};
use crate::call::Target;
use crate::credential::Credential;
use crate::error::Error;
use crate::payload::{JSON_LIMIT, Payload, QUERY_LIMIT, check_size};
use crate::signing::{CanonicalRequest, PayloadHash, StringToSign};

/// What the payload decides about the request.
pub(super) struct Draft<'a> {
    method: Method,
    query: &'a str,
    content_type: HeaderValue,
    body: Bytes,
}

impl Signing<'_> {
    pub(super) fn tc3(&self) -> Result<Request<Bytes>, Error> {
        let draft = Draft::of(&self.call.payload)?;
        let authorization = match self.credential {
            Some(credential) => self.authorization(&draft, credential)?,
            None => HeaderValue::from_static("SKIP"),
        };
        let Target { version, action, .. } = &self.call.target;
        let question = if draft.query.is_empty() { "" } else { "?" };
        let mut request = Request::builder()
            .method(&draft.method)
            .uri(format!("{}/{question}{}", self.endpoint, draft.query))
            .header(CONTENT_TYPE, &draft.content_type)
            .header(HOST, self.endpoint.host())
            .header("x-tc-action", &**action)
            .header("x-tc-version", &**version)
            .header("x-tc-timestamp", self.timestamp.as_second())
            .header(AUTHORIZATION, authorization);
        if self.call.protocol.unsigned_payload {
            request = request.header("x-tc-content-sha256", "UNSIGNED-PAYLOAD");
        }
        self.optional_headers(request)?.body(draft.body).map_err(Error::config)
    }

    fn authorization(&self, draft: &Draft<'_>, credential: &Credential) -> Result<HeaderValue, Error> {
        let service = &self.call.target.service;
        let canonical = self.canonical(draft)?;
        let string_to_sign = self.string_to_sign(&canonical);
        let key = self.inner.keys.key(credential, self.timestamp, service);
        key.authorize(credential, &canonical, &string_to_sign).to_header_value().map_err(Error::config)
    }

    pub(super) fn string_to_sign(&self, canonical: &CanonicalRequest<'_>) -> StringToSign<'_> {
        StringToSign::new(self.timestamp, &self.call.target.service, canonical)
    }

    pub(super) fn canonical<'d>(&self, draft: &'d Draft<'_>) -> Result<CanonicalRequest<'d>, Error> {
        let content_type = draft.content_type.to_str().map_err(Error::config)?;
        let headers = [
            ("content-type", content_type),
            ("host", self.endpoint.host()),
            ("x-tc-action", &*self.call.target.action),
        ];
        let unsigned = self.call.protocol.unsigned_payload;
        let hash = if unsigned { PayloadHash::unsigned() } else { PayloadHash::of(&draft.body) };
        Ok(CanonicalRequest::new(&draft.method, draft.query, headers, hash))
    }

    fn optional_headers(&self, mut request: Builder) -> Result<Builder, Error> {
        if let Some(token) = self.credential.and_then(Credential::token) {
            let mut token = HeaderValue::from_str(token).map_err(Error::config)?;
            token.set_sensitive(true);
            request = request.header("x-tc-token", token);
        }
        if let Some(region) = self.region() {
            request = request.header("x-tc-region", region);
        }
        if let Some(language) = self.language() {
            request = request.header("x-tc-language", language);
        }
        if let Payload::Octets(octets) = &self.call.payload {
            for (name, value) in &octets.headers {
                request = request.header(name, value);
            }
        }
        Ok(request)
    }
}

impl<'a> Draft<'a> {
    pub(super) fn of(payload: &'a Payload) -> Result<Self, Error> {
        let post = |content_type, body: &Bytes, form| {
            check_size(form, body.len(), JSON_LIMIT).map_err(Error::payload)?;
            Ok(Self { method: Method::POST, query: "", content_type, body: body.clone() })
        };
        match payload {
            Payload::Json(body) => post(HeaderValue::from_static("application/json"), body, "JSON"),
            Payload::Multipart { content_type, body } => post(content_type.clone(), body, "multipart"),
            Payload::Octets(octets) => {
                post(HeaderValue::from_static("application/octet-stream"), &octets.body, "a body of bytes")
            }
            Payload::Query(query) => {
                check_size("a query", query.len(), QUERY_LIMIT).map_err(Error::payload)?;
                let content_type = HeaderValue::from_static(FORM);
                Ok(Self { method: Method::GET, query, content_type, body: Bytes::new() })
            }
            // These have a signature of their own; unsigned calls are never written so.
            Payload::Legacy { .. } => Err(Error::config("a legacy request can't go unsigned")),
        }
    }
}
