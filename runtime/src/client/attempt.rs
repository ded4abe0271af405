//! One attempt at a call: credential, signature, request, response.

use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderValue, Method, Request};

use super::{Client, Inner, Route};
use crate::call::{Options, PreparedCall, Target};
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
        let target = &call.target;
        let credential = inner.credentials.credential().await.map_err(Error::credential)?;
        let request = inner.signed_request(call, &credential)?;

        sent.store(true, Ordering::Relaxed);
        tracing::debug!(%target, "sending");
        let response = inner.transport.send(request).await.map_err(Error::transport)?;
        let reply = response::read(target.clone(), response, inner.response_limit).await.map_err(Error::fault)?;
        let outcome =
            response::judge(reply).map_err(Error::fault).map_err(|error| inner.route.explain(error, &call.options));
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
        let Target { service, version, action } = &call.target;
        let timestamp = Timestamp::from_system_time(self.clock.now())
            .ok_or_else(|| Error::config("the clock is before 1970 or after 9999: no signature has such a date"))?;
        let endpoint = self.route.endpoint(service, &call.options).map_err(Error::config)?;

        let headers = [("content-type", JSON), ("host", endpoint.host()), ("x-tc-action", &**action)];
        let canonical = CanonicalRequest::new(&Method::POST, "", headers, PayloadHash::of(&call.payload));
        let string_to_sign = StringToSign::new(timestamp, service, &canonical);
        let key = self.keys.key(credential, timestamp, service);
        let authorization = key.authorize(credential, &canonical, &string_to_sign);

        let mut request = Request::post(format!("{endpoint}/"))
            .header(CONTENT_TYPE, JSON)
            .header(HOST, endpoint.host())
            .header("x-tc-action", &**action)
            .header("x-tc-version", &**version)
            .header("x-tc-timestamp", timestamp.as_second())
            .header(AUTHORIZATION, authorization.to_header_value().map_err(Error::config)?);
        if let Some(token) = credential.token() {
            let mut token = HeaderValue::from_str(token).map_err(Error::config)?;
            token.set_sensitive(true);
            request = request.header("x-tc-token", token);
        }
        if let Some(region) = self.route.region(&call.options) {
            request = request.header("x-tc-region", region);
        }
        if let Some(language) = call.options.language.or(self.language) {
            request = request.header("x-tc-language", language.as_str());
        }
        request.body(call.payload.clone()).map_err(Error::config)
    }
}

impl Route {
    fn region<'a>(&'a self, options: &'a Options) -> Option<&'a str> {
        options.region.as_deref().or(self.region.as_deref())
    }

    fn endpoint(&self, service: &str, options: &Options) -> Result<Endpoint, EndpointError> {
        let Some(endpoint) = options.endpoint.as_ref().or(self.endpoint.as_ref()) else {
            return Endpoint::of(service, self.site, self.region(options), self.regional_host);
        };
        endpoint.check_plain_http(self.allow_plain_http)?;
        Ok(endpoint.clone())
    }

    /// Adds what the route knows about an error: which site it came from.
    fn explain(&self, error: Error, options: &Options) -> Error {
        let overridden = options.endpoint.is_some() || self.endpoint.is_some();
        if overridden { error } else { error.or_other_site(self.site) }
    }
}
