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

/// What an action says of itself.
pub(super) struct Declared {
    words: [&'static str; 3],
    encoding: Encoding,
    unsigned: bool,
    idempotent: bool,
    rate_limit: Option<NonZeroU32>,
    client_token: Option<&'static str>,
}

impl Declared {
    pub(super) const fn of<A: Action>() -> &'static Self {
        const {
            &Self {
                words: [A::SERVICE, A::VERSION, A::NAME],
                encoding: A::ENCODING,
                unsigned: A::UNSIGNED,
                idempotent: A::IDEMPOTENT,
                rate_limit: A::RATE_LIMIT,
                client_token: A::CLIENT_TOKEN,
            }
        }
    }
}

impl PreparedCall {
    /// A declared call, with the token that it has of its own.
    pub(super) fn of(
        client: &Client,
        declared: &Declared,
        token: Option<&str>,
        parameters: &dyn Writable,
    ) -> Result<Self, Error> {
        let Declared { words, encoding, unsigned, idempotent, rate_limit, client_token } = *declared;
        // Where there is no signature, it can't be a legacy one either.
        let protocol = if unsigned { Protocol::default() } else { client.protocol() };
        // What has a token can come again: the service does it once.
        let has_token = client_token.is_some() && token.is_none_or(|token| !token.is_empty());
        let drawn = client_token.filter(|_| token.is_none()).map(|name| ClientToken::draw(name, || client.random()));
        let mut call = Self::new(client, Target::declared(words), parameters, encoding, protocol, drawn);
        // In place: a call is large enough that a copy of it counts.
        if let Ok(call) = &mut call {
            call.unsigned = unsigned;
            call.idempotent = idempotent || has_token;
            call.rate_limit = rate_limit;
        }
        call
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
