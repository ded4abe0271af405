//! What all requests of an action say alike: written once, and copied for each.

use std::sync::Arc;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderName};
use http::{HeaderMap, HeaderValue, Method, Request, Uri};

use super::Signing;
use super::tc3::Draft;
use crate::call::Target;
use crate::credential::Credential;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::signing::{CanonicalHead, ServiceKey};

pub(super) const TIMESTAMP: HeaderName = HeaderName::from_static("x-tc-timestamp");
pub(super) const TOKEN: HeaderName = HeaderName::from_static("x-tc-token");

/// A request without a body, with a place for each header that changes.
pub(in crate::client) struct Template {
    subject: Subject,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    pub(super) head: CanonicalHead,
    pub(super) key: Arc<ServiceKey>,
}

/// What decides on all that, but for the payload.
#[derive(Debug, PartialEq, Eq)]
struct Subject {
    target: Target,
    endpoint: Endpoint,
    region: Option<String>,
    language: Option<&'static str>,
    unsigned_payload: bool,
    signer: Signer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signer {
    Nobody,
    Key,
    KeyWithToken,
}

impl Signer {
    fn of(credential: Option<&Credential>) -> Self {
        match credential {
            None => Self::Nobody,
            Some(credential) if credential.is_temporary() => Self::KeyWithToken,
            Some(_) => Self::Key,
        }
    }
}

impl Template {
    pub(super) fn new(signing: &Signing<'_>, draft: &Draft<'_>) -> Result<Self, Error> {
        let (subject, endpoint) = (Subject::of(signing), signing.endpoint);
        let question = if draft.query.is_empty() { "" } else { "?" };
        let uri = format!("{endpoint}/{question}{}", draft.query).parse().map_err(Error::config)?;
        let content_type = draft.content_type.to_str().map_err(Error::config)?;
        let signed =
            [("content-type", content_type), ("host", endpoint.host()), ("x-tc-action", &*subject.target.action)];
        let head = CanonicalHead::new(&draft.method, draft.query, signed);
        let headers = subject.headers(draft.content_type.clone())?;
        let key = signing.inner.keys.service(&subject.target.service);
        Ok(Self { subject, method: draft.method.clone(), uri, headers, head, key })
    }

    /// Whether it is for the same but for the payload.
    pub(super) fn fits(&self, signing: &Signing<'_>) -> bool {
        self.subject.is_of(signing)
    }

    pub(super) fn headers(&self) -> HeaderMap {
        self.headers.clone()
    }

    pub(super) fn request(&self, headers: HeaderMap, body: Bytes) -> Request<Bytes> {
        let mut request = Request::new(body);
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = headers;
        request
    }
}

impl Subject {
    fn of(signing: &Signing<'_>) -> Self {
        Self {
            target: signing.call.target.clone(),
            endpoint: signing.endpoint.clone(),
            region: signing.region().map(str::to_owned),
            language: signing.language(),
            unsigned_payload: signing.call.protocol.unsigned_payload,
            signer: Signer::of(signing.credential),
        }
    }

    /// `Self::of(…) == *self`, without a copy.
    fn is_of(&self, signing: &Signing<'_>) -> bool {
        let Self { target, endpoint, region, language, unsigned_payload, signer } = self;
        *target == signing.call.target
            && endpoint.is(signing.endpoint)
            && region.as_deref() == signing.region()
            && *language == signing.language()
            && *unsigned_payload == signing.call.protocol.unsigned_payload
            && *signer == Signer::of(signing.credential)
    }

    fn headers(&self, content_type: HeaderValue) -> Result<HeaderMap, Error> {
        let text = |text: &str| HeaderValue::from_str(text).map_err(Error::config);
        // What is written over for each request.
        let place = HeaderValue::from_static("");
        let unsigned = HeaderValue::from_static("SKIP");
        let signer = self.signer;
        let all = [
            (CONTENT_TYPE, Some(content_type)),
            (HOST, Some(text(self.endpoint.host())?)),
            (HeaderName::from_static("x-tc-action"), Some(text(&self.target.action)?)),
            (HeaderName::from_static("x-tc-version"), Some(text(&self.target.version)?)),
            (TIMESTAMP, Some(place.clone())),
            (AUTHORIZATION, Some(if signer == Signer::Nobody { unsigned } else { place.clone() })),
            (
                HeaderName::from_static("x-tc-content-sha256"),
                self.unsigned_payload.then(|| HeaderValue::from_static("UNSIGNED-PAYLOAD")),
            ),
            (TOKEN, (signer == Signer::KeyWithToken).then_some(place)),
            (HeaderName::from_static("x-tc-region"), self.region.as_deref().map(text).transpose()?),
            (HeaderName::from_static("x-tc-language"), self.language.map(HeaderValue::from_static)),
        ];
        Ok(all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
    }
}
