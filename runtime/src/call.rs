//! A call: an action, serialized once, on its way through a client.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::action::Action;
use crate::client::Client;
use crate::error::Error;
use crate::payload;
use crate::response::{RawReply, Reply};

/// What a call is for: the three words that choose an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) service: &'static str,
    pub(crate) version: &'static str,
    pub(crate) action: &'static str,
}

impl Target {
    fn of<A: Action>() -> Self {
        Self { service: A::SERVICE, version: A::VERSION, action: A::NAME }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.service, self.action)
    }
}

/// A call that is ready to be signed, any number of times: its payload is serialized, nothing in it is dated.
#[derive(Debug)]
pub(crate) struct PreparedCall {
    pub(crate) target: Target,
    pub(crate) payload: Bytes,
}

impl PreparedCall {
    fn new<A: Action>(action: &A) -> Result<Self, Error> {
        let target = Target::of::<A>();
        let payload = payload::to_json(action).map_err(|error| Error::payload(target, error))?;
        Ok(Self { target, payload })
    }
}

/// A call under way: a future of the reply.
///
/// `send` and [`Client::call`] return it with the request already serialized, so that it borrows nothing and can be
/// spawned. Nothing is sent before it is polled.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<R> {
    reply: Pin<Box<dyn Future<Output = Result<RawReply, Error>> + Send>>,
    response: PhantomData<fn() -> R>,
}

impl<R> Call<R> {
    pub(crate) fn new<A: Action<Response = R>>(client: Client, action: &A) -> Self {
        Self { reply: start(client, PreparedCall::new(action)), response: PhantomData }
    }
}

/// Apart from `Call::new`, so that it is compiled once and not for each response type.
fn start(
    client: Client,
    call: Result<PreparedCall, Error>,
) -> Pin<Box<dyn Future<Output = Result<RawReply, Error>> + Send>> {
    Box::pin(async move { client.run(&call?).await })
}

impl<R: DeserializeOwned> Future for Call<R> {
    type Output = Result<Reply<R>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.reply.as_mut().poll(cx).map(|reply| reply?.decode())
    }
}

impl<R> fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}
