//! A call: an action, serialized once, on its way through a client.

mod options;
mod prepared;
mod target;
mod under_way;

pub(crate) use self::options::Options;
use self::prepared::Declared;
pub(crate) use self::prepared::PreparedCall;
pub(crate) use self::target::Target;
pub(crate) use self::under_way::{Ended, UnderWay};

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::action::Action;
use crate::client::{Client, Language, check_region};
use crate::endpoint::{Domain, Endpoint};
use crate::error::Error;
use crate::explanation::Explanation;
use crate::payload::Writable;
use crate::response::Reply;
use crate::stream::EventStream;

/// A call on its way: a future of the [`Reply`], or of the [`EventStream`] when it begins.
///
/// `send`, `stream` and their like on [`Client`] return it with the request already serialized, so that it borrows
/// nothing and can be spawned. Nothing is sent before it is polled. Until then, it can be given a region, an endpoint, a language or a
/// deadline of its own; what it isn't given is the client's.
///
/// # Example
///
/// ```no_run
/// use std::time::Duration;
/// use tencent_action::{Client, tencent_action};
///
/// #[tencent_action(service = "cvm", version = "2017-03-12")]
/// struct DescribeZones;
///
/// # async fn zones() -> Result<(), tencent_action::Error> {
/// let client = Client::from_env()?;
/// for region in ["ap-guangzhou", "ap-singapore"] {
///     let reply = DescribeZones.send(&client).region(region).timeout(Duration::from_secs(5)).await?;
///     println!("{region}: {}", reply.request_id());
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<R> {
    state: State,
    outcome: PhantomData<fn() -> R>,
}

enum State {
    /// Not polled yet. A fault that is known by now is told when it is.
    Ready(Client, Result<PreparedCall, Error>),
    UnderWay(UnderWay),
    Done,
}

/// What a call may lead to: a [`Reply`], or an [`EventStream`].
pub(crate) trait Outcome: Sized {
    fn of(ended: Ended) -> Result<Self, Error>;
}

impl<T: DeserializeOwned> Outcome for Reply<T> {
    fn of(ended: Ended) -> Result<Self, Error> {
        let mut data = None;
        let raw = ended.reply(&mut data)?;
        raw.with(data)
    }
}

impl<T> Outcome for EventStream<T> {
    fn of(ended: Ended) -> Result<Self, Error> {
        ended.stream().map(Self::new)
    }
}

impl<R> Call<R> {
    pub(crate) fn new<A: Action>(client: Client, action: &A) -> Self {
        let state = State::ready(client, Declared::of::<A>(), action.client_token(), &action);
        Self { state, outcome: PhantomData }
    }

    /// Of an action that nobody declared.
    pub(crate) fn dynamic<P: Serialize + ?Sized>(client: Client, words: [&str; 3], parameters: &P) -> Self {
        let prepared = PreparedCall::dynamic(&client, words, parameters);
        Self { state: State::Ready(client, prepared), outcome: PhantomData }
    }

    /// Asks for data in this region, as [`ClientBuilder::region`](crate::ClientBuilder::region) does for all calls.
    ///
    /// A region that can't be one is an error when the call is awaited.
    pub fn region(self, region: impl Into<String>) -> Self {
        let region = region.into();
        self.with(|call| {
            check_region(&region).map_err(Error::config)?;
            call.options.region = Some(region);
            Ok(())
        })
    }

    /// Calls the service in this domain, as [`ClientBuilder::domain`](crate::ClientBuilder::domain) does for all calls.
    pub fn domain(self, domain: Domain) -> Self {
        self.with(|call| {
            call.options.domain = Some(domain);
            Ok(())
        })
    }

    /// Sends this call to another endpoint, as [`ClientBuilder::endpoint`](crate::ClientBuilder::endpoint) does all.
    ///
    /// An endpoint that can't be one, or is plain http where the client doesn't allow it, is an error when the call is
    /// awaited.
    pub fn endpoint(self, endpoint: impl AsRef<str>) -> Self {
        self.with(|call| {
            call.options.endpoint = Some(Endpoint::parse(endpoint.as_ref()).map_err(Error::config)?);
            Ok(())
        })
    }

    /// Asks for error messages in this language.
    pub fn language(self, language: Language) -> Self {
        self.with(|call| {
            call.options.language = Some(language);
            Ok(())
        })
    }

    /// The deadline of this call, from the first poll to the end of the body; of a stream, to its beginning. Without it, it is the
    /// client's: 60 seconds, unless [that](crate::ClientBuilder::timeout) says otherwise.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|call| {
            call.options.timeout = Some(timeout);
            Ok(())
        })
    }

    /// How long each attempt at this call may take, as
    /// [`ClientBuilder::attempt_timeout`](crate::ClientBuilder::attempt_timeout) says it for all. The default is half of the
    /// deadline, where another attempt can follow.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.with(|call| {
            call.options.attempt_timeout = Some(timeout);
            Ok(())
        })
    }

    /// Says whether this call may run twice and do no more than once, whatever the action declares.
    ///
    /// It decides whether the call is tried again where the operation may have run, see [`Error::is_retryable`].
    pub fn idempotent(self, idempotent: bool) -> Self {
        self.with(|call| {
            call.idempotent = idempotent;
            Ok(())
        })
    }

    /// Shows nothing of the answer in errors and logs, nor this secret of the request, should it be answered.
    pub(crate) fn secret(self, secret: &str) -> Self {
        self.with(|call| {
            call.options.secret = Some(secret.into());
            Ok(())
        })
    }

    /// Shows what the call would send and how its signature comes about, and sends nothing.
    ///
    /// It asks for a credential, as sending would.
    ///
    /// # Errors
    ///
    /// Those that sending has before anything goes out: no credential, a request that can't be written, a faulty option.
    pub async fn explain(self) -> Result<Explanation, Error> {
        let (client, call) = self.into_parts()?;
        client.explain(&call).await
    }

    /// What a call is made of that nobody has polled.
    pub(crate) fn into_parts(self) -> Result<(Client, PreparedCall), Error> {
        match self.state {
            State::Ready(client, prepared) => Ok((client, prepared?)),
            State::UnderWay(_) | State::Done => Err(Error::config("the call is under way: take one that isn't polled")),
        }
    }

    /// The same call, which fails with this as soon as it is polled.
    #[cfg(feature = "blocking")]
    pub(crate) fn failing(self, error: Error) -> Self {
        self.with(|_| Err(error))
    }

    /// How many calls like this one can wait for their turns at once, and none of them in vain.
    pub(crate) fn crowd(&self) -> usize {
        match &self.state {
            State::Ready(client, Ok(call)) => client.crowd(call),
            _ => usize::MAX,
        }
    }

    /// Changes a call that hasn't been polled yet; to one that has, it is too late.
    fn with(mut self, change: impl FnOnce(&mut PreparedCall) -> Result<(), Error>) -> Self {
        if let State::Ready(_, prepared) = &mut self.state {
            let changed = match prepared {
                Ok(call) => change(call).map_err(|error| error.about(call)),
                // The first fault is told.
                Err(_) => Ok(()),
            };
            if let Err(error) = changed {
                *prepared = Err(error);
            }
        }
        self
    }
}

impl<T> Call<EventStream<T>> {
    /// How long the stream may pause, as [`ClientBuilder::idle_timeout`](crate::ClientBuilder::idle_timeout) says it for
    /// all. The default is 60 seconds.
    pub fn idle_timeout(self, timeout: Duration) -> Self {
        self.with(|call| {
            call.options.idle_timeout = Some(timeout);
            Ok(())
        })
    }
}

impl State {
    /// Apart from `Call`, so that it is compiled once and not for each action.
    fn ready(client: Client, declared: &Declared, token: Option<&str>, parameters: &dyn Writable) -> Self {
        let prepared = PreparedCall::of(&client, declared, token, parameters);
        Self::Ready(client, prepared)
    }

    /// Apart from `Call`, so that it is compiled once and not for each outcome.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Ended> {
        let mut call = match std::mem::replace(self, Self::Done) {
            Self::Ready(client, prepared) => UnderWay::begin(client, prepared.map(Arc::new)),
            Self::UnderWay(call) => call,
            Self::Done => return Poll::Pending,
        };
        let ended = call.poll(cx);
        if ended.is_pending() {
            *self = Self::UnderWay(call);
        }
        ended
    }
}

impl<R: Outcome> Future for Call<R> {
    type Output = Result<R, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.state.poll(cx).map(Ended::outcome)
    }
}

impl<R> fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}
