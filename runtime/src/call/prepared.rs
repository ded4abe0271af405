//! A call that is ready to be signed.

use serde::Serialize;

use super::Options;
use super::target::Target;
use crate::action::{Action, Encoding};
use crate::client::Client;
use crate::error::Error;
use crate::payload::Payload;
use crate::protocol::Protocol;

/// A call that can be signed any number of times: its payload is serialized, nothing in it is dated.
#[derive(Debug)]
pub(crate) struct PreparedCall {
    pub(crate) target: Target,
    pub(crate) payload: Payload,
    pub(crate) protocol: Protocol,
    /// Whether it goes without signature and credential.
    pub(crate) unsigned: bool,
    pub(crate) idempotent: bool,
    pub(crate) options: Options,
}

impl PreparedCall {
    pub(super) fn of<A: Action>(client: &Client, action: &A) -> Result<Self, Error> {
        let mut protocol = client.protocol();
        if A::UNSIGNED {
            // There is no signature, so that it can't be a legacy one either.
            protocol = Protocol::default();
        }
        let call = Self::new(client, Target::of::<A>(), action, A::ENCODING, protocol)?;
        Ok(Self { unsigned: A::UNSIGNED, idempotent: A::IDEMPOTENT, ..call })
    }

    pub(super) fn dynamic<P: Serialize + ?Sized>(
        client: &Client,
        [service, version, action]: [&str; 3],
        parameters: &P,
    ) -> Result<Self, Error> {
        let target = Target::checked(service, version, action).map_err(Error::config)?;
        Self::new(client, target, parameters, Encoding::Any, client.protocol())
    }

    fn new<P: Serialize + ?Sized>(
        client: &Client,
        target: Target,
        parameters: &P,
        encoding: Encoding,
        protocol: Protocol,
    ) -> Result<Self, Error> {
        let payload = Payload::new(parameters, encoding, &target.service, protocol, || client.random());
        match payload {
            Ok(payload) => {
                let options = Options::default();
                Ok(Self { target, payload, protocol, unsigned: false, idempotent: false, options })
            }
            Err(error) => Err(Error::payload(error).of(target)),
        }
    }
}
