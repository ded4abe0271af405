//! A call that is ready to be signed.

use std::num::NonZeroU32;

use secrecy::ExposeSecret;
use serde::Serialize;

use super::Options;
use super::target::Target;
use crate::action::{Action, Encoding};
use crate::client::Client;
use crate::error::Error;
use crate::payload::{ClientToken, Payload, Writable};
use crate::protocol::Protocol;
use crate::response::ReadError;

/// A call that can be signed any number of times: its payload is serialized, nothing in it is dated.
#[derive(Debug)]
pub(crate) struct PreparedCall {
    pub(crate) target: Target,
    pub(crate) payload: Payload,
    pub(crate) protocol: Protocol,
    /// Whether it goes without signature and credential.
    pub(crate) unsigned: bool,
    pub(crate) idempotent: bool,
    /// How many a second are allowed, as declared.
    pub(crate) rate_limit: Option<NonZeroU32>,
    pub(crate) options: Options,
}

impl PreparedCall {
    pub(super) fn of<A: Action>(client: &Client, action: &A) -> Result<Self, Error> {
        let mut protocol = client.protocol();
        if A::UNSIGNED {
            // There is no signature, so that it can't be a legacy one either.
            protocol = Protocol::default();
        }
        // What has a token can come again: the service does it once.
        let missing = A::CLIENT_TOKEN.filter(|_| action.client_token().is_none());
        let token = missing.map(|name| ClientToken::draw(name, || client.random()));
        let has_token = token.is_some() || action.client_token().is_some_and(|token| !token.is_empty());
        let idempotent = A::IDEMPOTENT || A::CLIENT_TOKEN.is_some() && has_token;
        let call = Self::new(client, Target::of::<A>(), &action, A::ENCODING, protocol, token)?;
        Ok(Self { unsigned: A::UNSIGNED, idempotent, rate_limit: A::RATE_LIMIT, ..call })
    }

    /// The error of an answer, without what isn't to be shown.
    pub(crate) fn fault(&self, mut error: ReadError) -> Error {
        if let Some(secret) = &self.options.secret {
            error.withhold(secret.expose_secret());
        }
        Error::fault(error)
    }

    pub(super) fn dynamic<P: Serialize + ?Sized>(
        client: &Client,
        [service, version, action]: [&str; 3],
        parameters: &P,
    ) -> Result<Self, Error> {
        let target = Target::checked(service, version, action).map_err(Error::config)?;
        Self::new(client, target, &parameters, Encoding::Any, client.protocol(), None)
    }

    fn new(
        client: &Client,
        target: Target,
        parameters: &dyn Writable,
        encoding: Encoding,
        protocol: Protocol,
        token: Option<ClientToken>,
    ) -> Result<Self, Error> {
        let payload = Payload::new(parameters, encoding, &target.service, protocol, token, || client.random());
        match payload {
            Ok(payload) => {
                let options = Options::default();
                Ok(Self { target, payload, protocol, unsigned: false, idempotent: false, rate_limit: None, options })
            }
            Err(error) => Err(Error::payload(error).of(target)),
        }
    }
}
