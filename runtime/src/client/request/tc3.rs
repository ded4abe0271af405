//! TC3-HMAC-SHA256: common parameters in headers.

use std::sync::Arc;

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderValue, Method, Request};

use super::template::{TIMESTAMP, TOKEN, Template};
use super::{FORM, Signing};
use crate::credential::Credential;
use crate::error::Error;
use crate::payload::{JSON_LIMIT, Payload, QUERY_LIMIT, check_size};
use crate::signing::{CanonicalRequest, PayloadHash, StringToSign};

/// What the payload decides about the request.
pub(super) struct Draft<'a> {
    pub(super) method: Method,
    pub(super) query: &'a str,
    pub(super) content_type: HeaderValue,
    body: Bytes,
}

impl Signing<'_> {
    pub(super) fn tc3(&self) -> Result<Request<Bytes>, Error> {
        let draft = Draft::of(&self.call.payload)?;
        let template = self.template(&draft)?;
        let mut headers = template.headers();
        headers.insert(TIMESTAMP, self.timestamp.to_header_value().map_err(Error::config)?);
        if let Some(credential) = self.credential {
            headers.insert(AUTHORIZATION, self.authorization(&template, &draft, credential)?);
            if let Some(token) = credential.token() {
                let mut token = HeaderValue::from_str(token).map_err(Error::config)?;
                token.set_sensitive(true);
                headers.insert(TOKEN, token);
            }
        }
        if let Payload::Octets(octets) = &self.call.payload {
            for (name, value) in &octets.headers {
                headers.try_append(name, value.clone()).map_err(Error::config)?;
            }
        }
        Ok(template.request(headers, draft.body))
    }

    /// Kept where the payload leaves it the same for every call.
    pub(super) fn template(&self, draft: &Draft<'_>) -> Result<Arc<Template>, Error> {
        if !matches!(self.call.payload, Payload::Json(_)) {
            return Template::new(self, draft).map(Arc::new);
        }
        let name = &self.call.target.action;
        self.inner.templates.find_or(name, |template| template.fits(self), || Template::new(self, draft))
    }

    fn authorization(
        &self,
        template: &Template,
        draft: &Draft<'_>,
        credential: &Credential,
    ) -> Result<HeaderValue, Error> {
        let canonical = self.canonical(template, draft);
        let string_to_sign = self.string_to_sign(&canonical);
        let key = template.key.key(credential, self.timestamp);
        key.authorize(&canonical, &string_to_sign).into_header_value().map_err(Error::config)
    }

    pub(super) fn string_to_sign(&self, canonical: &CanonicalRequest<'_>) -> StringToSign<'_> {
        StringToSign::new(self.timestamp, &self.call.target.service, canonical)
    }

    pub(super) fn canonical<'t>(&self, template: &'t Template, draft: &Draft<'_>) -> CanonicalRequest<'t> {
        let unsigned = self.call.protocol.unsigned_payload;
        let hash = if unsigned { PayloadHash::unsigned() } else { PayloadHash::of(&draft.body) };
        CanonicalRequest::of(&template.head, hash)
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
