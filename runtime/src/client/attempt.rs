//! One attempt at a call: credential, signature, request, response.

use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderValue, Method, Request};

use super::{Client, Inner, Route};
use crate::call::PreparedCall;
use crate::credential::Credential;
use crate::endpoint::{Endpoint, EndpointError};
use crate::error::Error;
use crate::response::{self, RawReply};
use crate::signing::{CanonicalRequest, PayloadHash, StringToSign, Timestamp};

const JSON: &str = "application/json";

impl Client {
    /// Tries a call once. `sent` turns true when the request is handed to the transport.
    ///
    /// A request is made, signed and sent in here and never leaves, so no signature can be sent twice.
    pub(super) async fn attempt(&self, call: &PreparedCall, sent: &AtomicBool) -> Result<RawReply, Error> {
        let inner = &*self.inner;
        let target = call.target;
        let credential = inner.credentials.credential().await.map_err(|error| Error::credential(target, error))?;
        let request = inner.signed_request(call, &credential).map_err(|error| error.about(target))?;

        sent.store(true, Ordering::Relaxed);
        tracing::debug!(%target, "sending");
        let response = inner.transport.send(request).await.map_err(|error| Error::transport(target, error))?;
        let reply = response::read(target, response, inner.response_limit).await.map_err(Error::fault)?;
        let outcome = response::judge(reply).map_err(Error::fault).map_err(|error| inner.route.explain(error));
        match &outcome {
            Ok(reply) => tracing::debug!(%target, request_id = reply.request_id, "answered"),
            Err(error) => tracing::debug!(%target, %error, "failed"),
        }
        outcome
    }
}

impl Inner {
    /// The request for a call, signed for this moment.
    fn signed_request(&self, call: &PreparedCall, credential: &Credential) -> Result<Request<Bytes>, Error> {
        let service = call.target.service;
        let timestamp = Timestamp::from_system_time(self.clock.now())
            .ok_or_else(|| Error::config("the clock is before 1970 or after 9999: no signature has such a date"))?;
        let endpoint = self.route.endpoint(service).map_err(Error::config)?;

        let headers = [("content-type", JSON), ("host", endpoint.host()), ("x-tc-action", call.target.action)];
        let canonical = CanonicalRequest::new(&Method::POST, "", headers, PayloadHash::of(&call.payload));
        let string_to_sign = StringToSign::new(timestamp, service, &canonical);
        let key = self.keys.key(credential, timestamp, service);
        let authorization = key.authorize(credential, &canonical, &string_to_sign);

        let mut request = Request::post(format!("{endpoint}/"))
            .header(CONTENT_TYPE, JSON)
            .header(HOST, endpoint.host())
            .header("x-tc-action", call.target.action)
            .header("x-tc-version", call.target.version)
            .header("x-tc-timestamp", timestamp.as_second())
            .header(AUTHORIZATION, authorization.to_header_value().map_err(Error::config)?);
        if let Some(token) = credential.token() {
            let mut token = HeaderValue::from_str(token).map_err(Error::config)?;
            token.set_sensitive(true);
            request = request.header("x-tc-token", token);
        }
        if let Some(region) = &self.route.region {
            request = request.header("x-tc-region", region);
        }
        if let Some(language) = self.language {
            request = request.header("x-tc-language", language.as_str());
        }
        request.body(call.payload.clone()).map_err(Error::config)
    }
}

impl Route {
    fn endpoint(&self, service: &str) -> Result<Endpoint, EndpointError> {
        match &self.endpoint {
            Some(endpoint) => Ok(endpoint.clone()),
            None => Endpoint::of(service, self.site, self.region.as_deref(), self.regional_host),
        }
    }

    /// Adds what the route knows about an error: which site it came from.
    fn explain(&self, error: Error) -> Error {
        if self.endpoint.is_some() { error } else { error.or_other_site(self.site) }
    }
}
