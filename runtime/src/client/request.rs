//! The request for a call, signed for this moment.

mod explain;
mod legacy;
mod tc3;
mod template;
#[cfg(test)]
mod tests;

pub(super) use self::template::Template;

use std::time::SystemTime;

use bytes::Bytes;
use http::Request;

use super::Inner;
use super::diagnosis::Refused;
use crate::call::PreparedCall;
use crate::credential::Credential;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::payload::Payload;
use crate::signing::Timestamp;

const FORM: &str = "application/x-www-form-urlencoded";

/// All that a signature is made of.
pub(super) struct Signing<'a> {
    inner: &'a Inner,
    call: &'a PreparedCall,
    /// `None` for a call that goes unsigned.
    credential: Option<&'a Credential>,
    endpoint: &'a Endpoint,
    now: SystemTime,
    timestamp: Timestamp,
}

impl<'a> Signing<'a> {
    pub(super) fn new(
        inner: &'a Inner,
        call: &'a PreparedCall,
        credential: Option<&'a Credential>,
        endpoint: &'a Endpoint,
    ) -> Result<Self, Error> {
        let now = inner.clock.now();
        let timestamp = Timestamp::from_system_time(inner.skew.correct(now))
            .ok_or_else(|| Error::config("the clock is before 1970 or after 9999: no signature has such a date"))?;
        Ok(Self { inner, call, credential, endpoint, now, timestamp })
    }

    /// This machine's time when it was begun.
    pub(super) fn begun_at(&self) -> SystemTime {
        self.now
    }

    pub(super) fn request(&self) -> Result<Request<Bytes>, Error> {
        match (&self.call.payload, self.credential) {
            (Payload::Legacy { pairs, form }, Some(credential)) => Ok(self.legacy(pairs, *form, credential)?.0),
            _ => self.tc3(),
        }
    }

    /// Adds to a refusal what to look at first, and to no answer from where none came.
    pub(super) fn diagnose(&self, error: Error) -> Error {
        let (Some(api), Some(headers), Some(credential)) = (error.api(), error.headers(), self.credential) else {
            return error.of_host(self.endpoint.host());
        };
        let refused = Refused {
            code: api.code(),
            message: api.message(),
            region: self.region(),
            service: &self.call.target.service,
            credential,
            endpoint: self.endpoint,
            site: self.inner.route.site(&self.call.options),
            timestamp: self.timestamp,
            headers,
        };
        let cure = refused.cure();
        if refused.may_be_renewed() { error.with_cure(cure).refusing(credential) } else { error.with_cure(cure) }
    }

    fn region(&self) -> Option<&str> {
        self.inner.route.region(&self.call.options)
    }

    fn language(&self) -> Option<&'static str> {
        self.call.options.language.or(self.inner.language).map(super::Language::as_str)
    }
}
