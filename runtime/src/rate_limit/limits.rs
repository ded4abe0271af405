//! What limits a client keeps, and the turn of one attempt.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::time::Duration;

use super::{RateKey, RateLimiter};
use crate::call::{PreparedCall, Target};
use crate::error::Error;

/// The limits of a client: those that actions declare, and those that it was given.
pub(crate) struct RateLimits {
    /// `None` if there are no limits.
    limiter: Option<Box<dyn RateLimiter>>,
    /// Instead of what is declared, by service and action.
    said: HashMap<(String, String), NonZeroU32>,
}

impl RateLimits {
    pub(crate) fn none() -> Self {
        Self { limiter: None, said: HashMap::new() }
    }

    /// Of a limiter, and of what was said of some actions.
    pub(crate) fn new(limiter: impl RateLimiter, said: Vec<(String, String, u32)>) -> Result<Self, Error> {
        let said = said.into_iter().map(|(service, action, limit)| {
            let limit = NonZeroU32::new(limit).ok_or_else(|| {
                let fault = "with a limit of 0 requests a second it could never be called: say 1 or more";
                Error::config(format!("{service} {action}: {fault}"))
            })?;
            Ok(((service, action), limit))
        });
        Ok(Self { limiter: Some(Box::new(limiter)), said: said.collect::<Result<_, Error>>()? })
    }

    /// The turn of an attempt at a call that goes to this host, if the call has a limit.
    pub(crate) fn turn(&self, call: &PreparedCall, account: Option<&str>, host: &str) -> Option<Turn<'_>> {
        let (limiter, limit) = (self.limiter.as_ref()?, self.limit(call)?);
        Some(Turn { limiter: &**limiter, key: RateKey::of(&call.target, host, account), limit })
    }

    /// How many calls like this one may go a second, if that is limited.
    pub(crate) fn limit(&self, call: &PreparedCall) -> Option<NonZeroU32> {
        self.limiter.as_ref().and_then(|_| self.said(&call.target).or(call.rate_limit))
    }

    fn said(&self, target: &Target) -> Option<NonZeroU32> {
        // Most clients say nothing, and needn't make the words into a key.
        if self.said.is_empty() {
            return None;
        }
        self.said.get(&(target.service.to_string(), target.action.to_string())).copied()
    }
}

/// The turn of one attempt, for which it waits; later it learns what came of it.
pub(crate) struct Turn<'a> {
    limiter: &'a dyn RateLimiter,
    key: RateKey,
    limit: NonZeroU32,
}

impl Turn<'_> {
    /// Waits for it, if it comes while there is time `left` of a call's `deadline`.
    pub(crate) async fn comes(&self, left: Duration, deadline: Duration) -> Result<(), Error> {
        let outcome = self.limiter.acquire(&self.key, self.limit, left).await;
        outcome.map_err(|error| Error::rate_limit(error, self.limit, deadline))
    }

    /// Tells the limiter of an attempt that failed, if that concerns it.
    pub(crate) fn failed(&self, error: &Error) {
        if error.is_throttled() {
            self.limiter.throttled(&self.key);
        }
    }
}
