//! A call: an action, serialized once, on its way through a client.

mod options;
mod prepared;
mod target;

pub(crate) use self::options::Options;
pub(crate) use self::prepared::PreparedCall;
pub(crate) use self::target::Target;

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::action::Action;
use crate::client::{Client, Language, check_region};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::response::{RawReply, Reply};

/// A call on its way: a future of the reply.
///
/// `send` and [`Client::call`] return it with the request already serialized, so that it borrows nothing and can be
/// spawned. Nothing is sent before it is polled. Until then, it can be given a region, an endpoint, a language or a
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
    response: PhantomData<fn() -> R>,
}

enum State {
    /// Not polled yet. A fault that is known by now is told when it is.
    Ready(Client, Result<PreparedCall, Error>),
    Running(Pin<Box<dyn Future<Output = Result<RawReply, Error>> + Send>>),
    Done,
}

impl<R> Call<R> {
    pub(crate) fn new<A: Action<Response = R>>(client: Client, action: &A) -> Self {
        Self { state: State::Ready(client, PreparedCall::of(action)), response: PhantomData }
    }

    /// Asks for data in this region, as [`ClientBuilder::region`](crate::ClientBuilder::region) does for all calls.
    ///
    /// A region that can't be one is an error when the call is awaited.
    pub fn region(self, region: impl Into<String>) -> Self {
        let region = region.into();
        self.with(|call| {
            check_region(&region)?;
            call.options.region = Some(region);
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

    /// The deadline of this call, from the first poll to the end of the body.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|call| {
            call.options.timeout = Some(timeout);
            Ok(())
        })
    }

    /// Says whether this call may run twice and do no more than once, whatever the action declares.
    ///
    /// It decides what [`Error::is_retryable`] says where the operation may have run.
    pub fn idempotent(self, idempotent: bool) -> Self {
        self.with(|call| {
            call.idempotent = idempotent;
            Ok(())
        })
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

impl Call<Value> {
    pub(crate) fn dynamic<P: Serialize + ?Sized>(
        client: Client,
        [service, version, action]: [&str; 3],
        parameters: &P,
    ) -> Self {
        let prepared = PreparedCall::dynamic(service, version, action, parameters);
        Self { state: State::Ready(client, prepared), response: PhantomData }
    }
}

impl State {
    /// Apart from `Call`, so that it is compiled once and not for each response type.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<RawReply, Error>> {
        let mut running = match std::mem::replace(self, Self::Done) {
            Self::Ready(client, prepared) => Box::pin(async move { client.run(&prepared?).await }),
            Self::Running(running) => running,
            Self::Done => return Poll::Pending,
        };
        let outcome = running.as_mut().poll(cx);
        if outcome.is_pending() {
            *self = Self::Running(running);
        }
        outcome
    }
}

impl<R: DeserializeOwned> Future for Call<R> {
    type Output = Result<Reply<R>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.state.poll(cx).map(|reply| reply?.decode())
    }
}

impl<R> fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}
