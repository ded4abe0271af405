//! One attempt at a call: credential, its turn, signature, request, response.

use std::sync::Arc;

use http::Response;

use super::progress::Progress;
use super::request::Signing;
use super::{Client, Route};
use crate::call::{Options, PreparedCall};
use crate::endpoint::{Endpoint, EndpointError, Site};
use crate::error::Error;
use crate::response;
use crate::stream::{Answer, is_stream};
use crate::timeout::{Deadline, Idle};
use crate::transport::Body;

impl Client {
    /// Tries a call once. `progress` is told when the request is handed to the transport.
    ///
    /// A request is made, signed and sent in here and never leaves, so no signature can be sent twice.
    pub(super) async fn attempt(
        &self,
        call: &PreparedCall,
        deadline: Deadline,
        progress: &Progress,
    ) -> Result<Answer, Error> {
        let inner = &*self.inner;
        let target = &call.target;
        let (credential, turn) = self.turn(call, deadline).await?;
        let signing = Signing::new(inner, call, credential.as_ref())?;
        let request = signing.request()?;

        progress.send(inner.clock.now());
        tracing::debug!(%target, "sending");
        let response = inner.transport.send(request).await.map_err(Error::transport)?;
        if is_stream(&response) {
            return Ok(self.begin_stream(call, response));
        }
        let reply = response::read(target.clone(), response, inner.response_limit).await;
        let reply = reply.map_err(|error| call.fault(error))?;
        let outcome = response::judge(reply).map_err(|error| signing.diagnose(call.fault(error)));
        match &outcome {
            Ok(reply) => tracing::debug!(%target, request_id = reply.request_id, "answered"),
            Err(error) => {
                tracing::debug!(%target, %error, "failed");
                if let Some(turn) = turn {
                    turn.failed(error);
                }
            }
        }
        outcome.map(Answer::whole)
    }

    fn begin_stream(&self, call: &PreparedCall, response: Response<Body>) -> Answer {
        let inner = &*self.inner;
        let idle = Idle::new(Arc::clone(&inner.clock), call.options.idle_timeout.unwrap_or(inner.idle_timeout));
        let answer = Answer::stream(call, response, inner.response_limit, idle);
        tracing::debug!(target = %call.target, request_id = answer.request_id(), "streaming");
        answer
    }
}

impl Route {
    pub(super) fn region<'a>(&'a self, options: &'a Options) -> Option<&'a str> {
        options.region.as_deref().or(self.region.as_deref())
    }

    pub(super) fn endpoint(&self, service: &str, options: &Options) -> Result<Endpoint, EndpointError> {
        let Some(endpoint) = options.endpoint.as_ref().or(self.endpoint.as_ref()) else {
            let domain = options.domain.unwrap_or(self.domain);
            return Endpoint::of(service, self.site, domain, self.region(options), self.regional_host);
        };
        endpoint.check_plain_http(self.allow_plain_http)?;
        Ok(endpoint.clone())
    }

    /// The site, if it chose the host.
    pub(super) fn site(&self, options: &Options) -> Option<Site> {
        let is_set = options.endpoint.is_some() || self.endpoint.is_some();
        (!is_set).then_some(self.site)
    }
}
