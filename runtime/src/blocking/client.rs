//! The client that blocks.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::runtime::Runtime;
use super::{Call, Pages};
use crate::action::{Action, StreamingAction};
use crate::client::ClientBuilder;
use crate::credential::Credential;
use crate::error::Error;
use crate::paginate::PaginatedAction;
use crate::protocol::RequestForm;
use crate::response::Reply;
use crate::signing::SignatureMethod;
use crate::stats::Stats;

/// Calls Tencent Cloud, and blocks the thread until it has answered.
///
/// It is what [`tencent_action::Client`](crate::Client) is, without async: a clone is cheap and shares everything. Each has one
/// thread of its own for connections and timers, which ends with its last clone. It can be used from many threads at once,
/// from those of a runtime too, and be dropped anywhere. [The guide](crate::guide::blocking) has examples.
#[derive(Clone)]
pub struct Client {
    client: crate::Client,
    runtime: Runtime,
}

impl Client {
    /// A client set up from the environment, as by [`tencent_action::Client::from_env`](crate::Client::from_env).
    ///
    /// # Errors
    ///
    /// Those of [`ClientBuilder::build_blocking`].
    pub fn from_env() -> Result<Self, Error> {
        Self::builder().build_blocking()
    }

    /// Begins a client. [`build_blocking`](ClientBuilder::build_blocking) makes one of this kind, with the settings of the
    /// other.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Of one that nobody else has: a connection that another runtime drives would stand still while that is blocked.
    pub(crate) fn of(client: crate::Client) -> Result<Self, Error> {
        let runtime = Runtime::start()?;
        Ok(Self { client, runtime })
    }

    /// Calls an action. [`Call::send`] sends it.
    pub fn call<A: Action>(&self, action: &A) -> Call<Reply<A::Response>> {
        self.made(self.client.call(action))
    }

    /// Calls an action and reads its answer as it comes. [`Call::send`] sends it, and returns when the stream begins.
    pub fn stream<A: StreamingAction>(&self, action: &A) -> Call<crate::EventStream<A::Chunk>> {
        self.made(self.client.stream(action))
    }

    /// Calls an action page by page. Nothing is sent before the first page is asked for.
    pub fn pages<A: PaginatedAction>(&self, request: A) -> Pages<A> {
        Pages::new(self.client.pages(request), self.runtime.clone())
    }

    /// Calls an action that nobody declared: service, version, action, JSON in, JSON out.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), tencent_action::Error> {
    /// # let client = tencent_action::blocking::Client::from_env()?;
    /// let parameters = serde_json::json!({ "TaskId": "251000333-procedure-…" });
    /// let reply = client.call_json("vod", "2018-07-17", "DescribeTaskDetail", &parameters).idempotent(true).send()?;
    /// println!("{}", reply["Status"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn call_json<P: Serialize + ?Sized>(
        &self,
        service: &str,
        version: &str,
        action: &str,
        parameters: &P,
    ) -> Call<Reply<Value>> {
        self.made(self.client.call_json(service, version, action, parameters))
    }

    /// Calls an action that nobody declared, and reads its answer as it comes.
    pub fn stream_json<P: Serialize + ?Sized>(
        &self,
        service: &str,
        version: &str,
        action: &str,
        parameters: &P,
    ) -> Call<crate::EventStream<Value>> {
        self.made(self.client.stream_json(service, version, action, parameters))
    }

    /// The credential that a call would be signed with now. It says when it [expires](Credential::expires_at).
    ///
    /// # Errors
    ///
    /// If there is none, as a call's: [`Error::credential`] has the reason.
    pub fn credential(&self) -> Result<Credential, Error> {
        self.runtime.block_on(self.client.credential())?
    }

    /// Finds the credential and connects to the host of a service: see [`tencent_action::Client::warm_up`].
    ///
    /// # Errors
    ///
    /// As there.
    ///
    /// [`tencent_action::Client::warm_up`]: crate::Client::warm_up
    pub fn warm_up(&self, service: &str) -> Result<(), Error> {
        self.runtime.block_on(self.client.warm_up(service))?
    }

    /// What this client and its clones have done so far, in numbers.
    pub fn stats(&self) -> Stats {
        self.client.stats()
    }

    /// The same client, its requests written in this form.
    #[must_use]
    pub fn with_form(&self, form: RequestForm) -> Self {
        self.with(self.client.with_form(form))
    }

    /// The same client, its requests signed by this method.
    #[must_use]
    pub fn with_signature(&self, signature: SignatureMethod) -> Self {
        self.with(self.client.with_signature(signature))
    }

    /// The same client, which does or doesn't sign the bodies of its requests: see
    /// [`with_unsigned_payload`](crate::Client::with_unsigned_payload).
    #[must_use]
    pub fn with_unsigned_payload(&self, unsigned: bool) -> Self {
        self.with(self.client.with_unsigned_payload(unsigned))
    }

    pub(super) fn client(&self) -> &crate::Client {
        &self.client
    }

    pub(super) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    fn with(&self, client: crate::Client) -> Self {
        Self { client, runtime: self.runtime.clone() }
    }

    fn made<R>(&self, call: crate::Call<R>) -> Call<R> {
        Call::new(call, self.runtime.clone())
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.fmt(f)
    }
}
