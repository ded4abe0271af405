//! The cache itself: who waits for what, and who refreshes.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;

use tokio::runtime::Handle;
use tracing::instrument::{Instrument, WithSubscriber};

use super::flight::{Flight, Landing};
use super::state::{State, Verdict};
use crate::clock::Clock;
use crate::credential::moment::Moment;
use crate::credential::provider::ask;
use crate::credential::{Credential, CredentialError, ProvideCredential};

pub(super) struct Cache {
    source: Box<dyn ProvideCredential>,
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

/// What a caller does next.
enum Next {
    Answer(Result<Option<Credential>, CredentialError>),
    Wait(Flight),
    /// Refresh, for all who wait.
    Refresh(Landing, Flight),
}

/// A refresh, from its beginning to its landing.
type Refresh = Pin<Box<dyn Future<Output = Result<Option<Credential>, CredentialError>> + Send>>;

impl Cache {
    pub(super) fn new(source: Box<dyn ProvideCredential>, clock: Arc<dyn Clock>) -> Self {
        Self { source, clock, state: Mutex::default() }
    }

    pub(super) fn source(&self) -> &dyn ProvideCredential {
        &*self.source
    }

    /// What is kept, or what a refresh brings.
    pub(super) async fn latest(self: &Arc<Self>) -> Result<Option<Credential>, CredentialError> {
        // A flight that somebody else began may never land. One that we began does, or nothing will.
        for _ in 0..2 {
            let flight = match self.next() {
                Next::Answer(answer) => return answer,
                Next::Wait(flight) => flight,
                Next::Refresh(landing, flight) => match self.lead(self.refresh(landing)).await {
                    Some(answer) => return answer,
                    None => flight,
                },
            };
            if let Some(answer) = flight.answer(&*self.clock).await {
                return answer;
            }
        }
        let fault =
            format!("asking {} came to no end: it panicked, or its runtime stands still", self.source.looks_at());
        Err(CredentialError::new(fault))
    }

    fn next(self: &Arc<Self>) -> Next {
        let (now, timeout) = (self.clock.now(), self.source.timeout());
        let mut state = self.state();
        let verdict = state.judge(now);
        let mut take_off = || {
            let (landing, flight) = Flight::begin(now, timeout);
            state.take_off(flight.clone());
            (landing, flight)
        };
        match verdict {
            Verdict::Take(credential) => Next::Answer(Ok(Some(credential))),
            Verdict::TakeAndRenew(credential) => {
                if let Ok(runtime) = Handle::try_current() {
                    spawn(&runtime, self.refresh(take_off().0));
                }
                Next::Answer(Ok(Some(credential)))
            }
            Verdict::Join(flight) => Next::Wait(flight),
            Verdict::Begin => {
                let (landing, flight) = take_off();
                Next::Refresh(landing, flight)
            }
            Verdict::Repeat(answer) => Next::Answer(answer),
        }
    }

    /// Drives a refresh. One that takes time goes on as a task of its own, which no caller can end: then there is no answer
    /// yet.
    async fn lead(&self, mut refresh: Refresh) -> Option<Result<Option<Credential>, CredentialError>> {
        if let Poll::Ready(answer) = poll_fn(|cx| Poll::Ready(refresh.as_mut().poll(cx))).await {
            return Some(answer);
        }
        match Handle::try_current() {
            Ok(runtime) => {
                spawn(&runtime, refresh);
                None
            }
            Err(_) => Some(refresh.await),
        }
    }

    fn refresh(self: &Arc<Self>, landing: Landing) -> Refresh {
        let cache = Arc::clone(self);
        Box::pin(async move {
            let answer = ask(&*cache.source, &*cache.clock).await;
            cache.settle(&answer);
            landing.land(answer.clone());
            answer
        })
    }

    fn settle(&self, answer: &Result<Option<Credential>, CredentialError>) {
        let (now, random) = (self.clock.now(), self.clock.random());
        let kept = {
            let mut state = self.state();
            state.settle(answer, now, random);
            state.last_resort(now)
        };
        // Without the lock: whoever is told may ask for the credential.
        match (answer, kept.and_then(|kept| kept.expires_at())) {
            (Ok(Some(_)), Some(expires_at)) => tracing::debug!(until = %Moment(expires_at), "got a credential"),
            (Err(error), Some(expires_at)) => {
                tracing::warn!(error = %error.outline(), until = %Moment(expires_at), "the credential can't be renewed");
            }
            _ => {}
        }
    }

    /// The cloud doesn't want this credential.
    pub(super) fn refuse(&self, refused: &Credential) {
        self.state().refuse(refused);
    }

    /// The same, of a call that can't be tried with another.
    pub(super) fn give_up(&self, refused: &Credential) {
        self.state().give_up(refused, self.clock.now());
    }

    pub(super) fn last_resort(&self) -> Option<Credential> {
        self.state().last_resort(self.clock.now())
    }

    /// Nothing in it can be left half done, so a poisoned lock is as good as any.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What it logs goes to the caller's subscriber.
fn spawn(runtime: &Handle, refresh: Refresh) {
    runtime.spawn(refresh.in_current_span().with_current_subscriber());
}
