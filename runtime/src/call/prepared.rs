//! A call that is ready to be signed.

use bytes::Bytes;
use serde::Serialize;

use super::Options;
use super::target::Target;
use crate::action::Action;
use crate::error::Error;
use crate::payload;

/// A call that can be signed any number of times: its payload is serialized, nothing in it is dated.
#[derive(Debug)]
pub(crate) struct PreparedCall {
    pub(crate) target: Target,
    pub(crate) payload: Bytes,
    pub(crate) idempotent: bool,
    pub(crate) options: Options,
}

impl PreparedCall {
    pub(super) fn of<A: Action>(action: &A) -> Result<Self, Error> {
        Self::new(Target::of::<A>(), action, A::IDEMPOTENT)
    }

    pub(super) fn dynamic<P: Serialize + ?Sized>(
        service: &str,
        version: &str,
        action: &str,
        parameters: &P,
    ) -> Result<Self, Error> {
        let target = Target::checked(service, version, action).map_err(Error::config)?;
        Self::new(target, parameters, false)
    }

    fn new<P: Serialize + ?Sized>(target: Target, parameters: &P, idempotent: bool) -> Result<Self, Error> {
        match payload::to_json(parameters) {
            Ok(payload) => Ok(Self { target, payload, idempotent, options: Options::default() }),
            Err(error) => Err(Error::payload(target, error)),
        }
    }
}
