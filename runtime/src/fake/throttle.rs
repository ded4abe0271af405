//! Limits on the rate of requests, counted as the gateway counts.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use http::header;

use super::authorization::Authorization;
use super::gate::Admitted;
use super::incoming::Incoming;
use crate::response::ApiError;

/// The limits of actions, and what has come in the present second.
#[derive(Default)]
pub(super) struct Throttle {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// By service and action.
    limits: HashMap<[String; 2], u32>,
    second: u64,
    /// By service, action, host and account.
    counts: HashMap<[String; 4], u32>,
}

impl Throttle {
    pub(super) fn limit(&self, service: &str, action: &str, limit: u32) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.limits.insert([service, action].map(str::to_owned), limit);
    }

    /// Counts a request; refuses it if it is one too many.
    pub(super) fn count(
        &self,
        admitted: &Admitted,
        incoming: &Incoming<'_>,
        arrived: SystemTime,
    ) -> Result<(), ApiError> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let [service, action] = [&admitted.service, &admitted.action].map(Clone::clone);
        let Some(&limit) = state.limits.get(&[service.clone(), action.clone()]) else { return Ok(()) };
        state.turn_to(arrived);
        let host = incoming.header(header::HOST.as_str()).unwrap_or_default().to_owned();
        let count = state.counts.entry([service, action, host, account(incoming)]).or_default();
        *count = count.saturating_add(1);
        if *count <= limit { Ok(()) } else { Err(refusal(*count, limit)) }
    }
}

impl State {
    /// A new second begins from nothing.
    fn turn_to(&mut self, arrived: SystemTime) {
        let second = arrived.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        if second != self.second {
            self.second = second;
            self.counts.clear();
        }
    }
}

/// The secret id, which stands for its account: here, each has one. Empty if there is no signature.
fn account(incoming: &Incoming<'_>) -> String {
    let legacy = incoming.legacy().and_then(|_| incoming.common("SecretId"));
    let tc3 = || Some(Authorization::read(incoming.request.headers()).ok()?.secret_id);
    legacy.or_else(tc3).unwrap_or_default().to_owned()
}

/// In the words of the real gateway.
fn refusal(count: u32, limit: u32) -> ApiError {
    let message = format!(
        "Your current request times equals to `{count}` in a second, which exceeds the frequency limit `{limit}` \
         for a second. Please reduce the frequency of calls."
    );
    ApiError::new("RequestLimitExceeded", message)
}
