//! The rate limit's place in an attempt.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use super::Client;
use super::host::Host;
use super::run::Run;
use crate::call::PreparedCall;
use crate::credential::Credential;
use crate::error::{Error, Stage};
use crate::rate_limit::Turn;

/// After a longer wait for a turn, a credential may have been renewed.
const FRESH: Duration = Duration::from_secs(1);

impl<'a> Run<'a> {
    /// Waits until an attempt may be made, and gives its host and the credential to make it with.
    ///
    /// The credential comes first, since the limit is that of its account, and the host second, since it has a limit of
    /// its own. The signature comes after, so that it is dated when the request goes. In between the credential may
    /// have expired, so its source is asked again after a wait; and the host may have failed others, so that the turn
    /// is at another's. A turn is for the moment: if the source takes time, there is another to be waited for, or too
    /// many would go at once.
    pub(super) async fn turn(&self) -> Result<(Host<'a>, Option<Credential>, Option<Turn<'a>>), Error> {
        let (inner, call) = (self.inner(), self.call);
        self.progress.reach(Stage::Credential);
        let mut credential = self.client.credential_for(call).await?;
        let mut host = self.host()?;
        loop {
            let account = credential.as_ref().map(Credential::secret_id);
            let Some(turn) = inner.rate_limits.turn(call, account, host.endpoint.host()) else {
                return Ok((host, credential, None));
            };
            let holds = self.wait_for(&turn).await? <= FRESH || self.freshen(&mut credential).await?;
            match self.detour(&host)? {
                Some(detour) => host = detour,
                None if holds => return Ok((host, credential, Some(turn))),
                None => {}
            }
        }
    }

    /// Takes what the source of the credential gives now. Gives whether that took no time, so that the turn holds.
    ///
    /// A credential without an expiry isn't kept by anybody, and its source may take time whenever it is asked. What it
    /// gave when the call began will do then: each call would need two turns otherwise. One that has an expiry, and for
    /// which the cache has to ask, is over or was refused.
    async fn freshen(&self, credential: &mut Option<Credential>) -> Result<bool, Error> {
        let mut latest = pin!(self.client.credential_for(self.call));
        if let Poll::Ready(latest) = poll_fn(|cx| Poll::Ready(latest.as_mut().poll(cx))).await {
            *credential = latest?;
            return Ok(true);
        }
        if credential.as_ref().is_some_and(|credential| credential.expires_at().is_none()) {
            return Ok(true);
        }
        self.progress.reach(Stage::Credential);
        *credential = latest.await?;
        Ok(false)
    }

    /// Gives how long it waited: not at all, if its turn was when it asked.
    async fn wait_for(&self, turn: &Turn<'_>) -> Result<Duration, Error> {
        self.progress.reach(Stage::Turn);
        let (left, mut waits) = (self.time_left(), false);
        let mut comes = pin!(turn.comes(left, self.deadline.after));
        poll_fn(|cx| {
            let comes = comes.as_mut().poll(cx);
            waits |= comes.is_pending();
            comes
        })
        .await?;
        if !waits {
            return Ok(Duration::ZERO);
        }
        let waited = left.saturating_sub(self.time_left());
        self.inner().counters.waited_for_turn(waited);
        tracing::debug!(?waited, "its turn");
        Ok(waited)
    }
}

impl Client {
    /// How many calls like this one may be under way so that none waits for its turn for most of its deadline: as many as
    /// go in a quarter of it. To keep up with its limit, it takes no more as long as answers don't take longer than that.
    pub(crate) fn crowd(&self, call: &PreparedCall) -> usize {
        let Some(limit) = self.inner.rate_limits.limit(call) else { return usize::MAX };
        let quarter = call.options.timeout.unwrap_or(self.inner.timeouts.deadline) / 4;
        let crowd = u128::from(limit.get()).saturating_mul(quarter.as_millis()) / 1000;
        usize::try_from(crowd).unwrap_or(usize::MAX).max(1)
    }
}
