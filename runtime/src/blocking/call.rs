//! A call that blocks when it is sent.

use std::fmt;
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::EventStream;
use super::runtime::Runtime;
use crate::client::Language;
use crate::endpoint::Domain;
use crate::error::Error;
use crate::explanation::Explanation;
use crate::response::Reply;

/// A call to be sent, as [`tencent_action::Call`](crate::Call) is one to be awaited.
///
/// [`Client::call`](super::Client::call) and its like return it with the request already serialized, so that it borrows
/// nothing. Until it is [sent](Self::send), it can be given a region, an endpoint, a language or a deadline of its own.
///
/// # Example
///
/// ```no_run
/// use std::time::Duration;
/// use tencent_action::{blocking::Client, tencent_action};
///
/// #[tencent_action(service = "cvm", version = "2017-03-12")]
/// struct DescribeZones;
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// let client = Client::from_env()?;
/// for region in ["ap-guangzhou", "ap-singapore"] {
///     let reply = client.call(&DescribeZones).region(region).timeout(Duration::from_secs(5)).send()?;
///     println!("{region}: {}", reply.request_id());
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a call does nothing until `.send()`"]
pub struct Call<R> {
    call: crate::Call<R>,
    runtime: Runtime,
}

impl<R> Call<R> {
    pub(super) fn new(call: crate::Call<R>, runtime: Runtime) -> Self {
        Self { call, runtime }
    }

    /// Asks for data in this region. One that can't be a region is an error when the call is sent.
    pub fn region(self, region: impl Into<String>) -> Self {
        self.with(|call| call.region(region))
    }

    /// Calls the service in this domain.
    pub fn domain(self, domain: Domain) -> Self {
        self.with(|call| call.domain(domain))
    }

    /// Sends this call to another endpoint, as `https://host`. One that can't be an endpoint, or is plain http where the
    /// client doesn't allow it, is an error when the call is sent.
    pub fn endpoint(self, endpoint: impl AsRef<str>) -> Self {
        self.with(|call| call.endpoint(endpoint))
    }

    /// Asks for error messages in this language.
    pub fn language(self, language: Language) -> Self {
        self.with(|call| call.language(language))
    }

    /// The deadline of this call, from [`send`](Self::send) to the end of the body; of a stream, to its beginning. Without it, it is
    /// the client's: 60 seconds, unless [that](crate::ClientBuilder::timeout) says otherwise.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|call| call.timeout(timeout))
    }

    /// How long one attempt of this call may take: see [`tencent_action::Call::attempt_timeout`](crate::Call::attempt_timeout).
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.with(|call| call.attempt_timeout(timeout))
    }

    /// Says whether this call may run twice and do no more than once, whatever the action declares.
    pub fn idempotent(self, idempotent: bool) -> Self {
        self.with(|call| call.idempotent(idempotent))
    }

    /// Shows what the call would send and how its signature comes about, and sends nothing.
    ///
    /// # Errors
    ///
    /// Those that sending has before anything goes out: no credential, a request that can't be written, a faulty option.
    pub fn explain(self) -> Result<Explanation, Error> {
        let (call, runtime) = self.into_parts()?;
        runtime.block_on(call.explain())?
    }

    fn with(mut self, change: impl FnOnce(crate::Call<R>) -> crate::Call<R>) -> Self {
        self.call = change(self.call);
        self
    }

    /// The same as one to be awaited; it fails where one that blocks would come to no end.
    pub(super) fn into_async(self) -> crate::Call<R> {
        match self.runtime.check() {
            Ok(()) => self.call,
            Err(error) => self.call.failing(error),
        }
    }

    pub(super) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// What it is sent with.
    fn into_parts(self) -> Result<(crate::Call<R>, Runtime), Error> {
        let Self { call, runtime } = self;
        match runtime.check() {
            Ok(()) => Ok((call, runtime)),
            Err(error) => {
                let (_, call) = call.into_parts()?;
                Err(error.about(&call))
            }
        }
    }
}

impl<T: DeserializeOwned> Call<Reply<T>> {
    /// Sends it, and blocks until there is a reply, an error, or no time left.
    ///
    /// # Errors
    ///
    /// - The request can't be sent, or the service refuses it, as for a call that is awaited.
    /// - It is sent from where it could come to no end: see [the guide](crate::guide::blocking#where-it-may-be-called).
    pub fn send(self) -> Result<Reply<T>, Error> {
        let (call, runtime) = self.into_parts()?;
        runtime.block_on(call)?
    }
}

impl<T> Call<crate::EventStream<T>> {
    /// How long the stream may pause. The default is the client's, 60 seconds.
    pub fn idle_timeout(self, timeout: Duration) -> Self {
        self.with(|call| call.idle_timeout(timeout))
    }

    /// Sends it, and blocks until the stream begins.
    ///
    /// # Errors
    ///
    /// Those of a call of an action that doesn't stream.
    pub fn send(self) -> Result<EventStream<T>, Error> {
        let (call, runtime) = self.into_parts()?;
        let chunks = runtime.block_on(call)??;
        Ok(EventStream::new(chunks, runtime))
    }
}

impl<R> fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.call.fmt(f)
    }
}
