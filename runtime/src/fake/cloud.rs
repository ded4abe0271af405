//! The cloud as its user holds it.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::accounts::Accounts;
use super::core::{Core, Observer};
use super::handlers::Handlers;
use super::in_process::FakeTransport;
use super::received::Received;
use super::schedule::Schedule;
use super::server::Server;
use super::stream::StreamItem;
use super::throttle::Throttle;
use crate::action::{Action, StreamingAction};
use crate::client::{Client, ClientBuilder};
use crate::clock::{Clock, SystemClock};
use crate::credential::Credential;
use crate::response::ApiError;

/// A Tencent Cloud on this machine. See [the module](super) for what it checks, and for an example.
///
/// A clone is the same cloud. It stops when the last clone goes.
#[derive(Clone)]
pub struct FakeCloud {
    pub(super) core: Arc<Core>,
    credential: Credential,
    server: Option<Arc<Server>>,
}

impl FakeCloud {
    /// Starts a cloud that listens on loopback, at a free port, with a key pair of its own.
    ///
    /// It runs on its own thread, so a test on a current-thread runtime can't lock it up.
    ///
    /// # Errors
    ///
    /// If no socket or thread is to be had.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// A cloud without a socket, for tests on paused time.
    pub fn in_process() -> Self {
        Self::builder().in_process()
    }

    /// Begins a cloud with other keys, clock or port.
    pub fn builder() -> FakeCloudBuilder {
        FakeCloudBuilder::default()
    }

    /// Registers the handler of an action: it gets the request, decoded strictly, and gives the response or an error.
    ///
    /// A second handler for one action replaces the first. The request must be owned, that is, without lifetimes.
    /// Handlers run one after another, on the cloud's thread, so one that waits holds up the others: a
    /// [latency](super::Fault::latency) doesn't.
    pub fn on<A, F>(&self, handler: F) -> &Self
    where
        A: Action<Response: Serialize> + DeserializeOwned,
        F: Fn(A) -> Result<A::Response, ApiError> + Send + Sync + 'static,
    {
        self.core.handlers.add_typed(handler);
        self
    }

    /// Registers the handler of an action that streams: it gets the request, decoded strictly, and gives the items of the
    /// stream, or the error that is answered instead.
    ///
    /// The items are taken one by one, as the caller reads, and dropped with the connection, so there may be no end to
    /// them. An action has one handler: this one, or one of [`on`](Self::on).
    ///
    /// ```
    /// # use tencent_action::fake::{FakeCloud, StreamItem};
    /// # use tencent_action::{ApiError, tencent_action, tencent_data};
    /// use std::time::Duration;
    ///
    /// #[tencent_action(service = "hunyuan", version = "2023-09-01", stream = Word)]
    /// struct ChatTranslations {
    ///     text: String,
    /// }
    ///
    /// #[tencent_data]
    /// struct Word {
    ///     content: String,
    /// }
    ///
    /// # let cloud = FakeCloud::in_process();
    /// cloud.on_stream(|chat: ChatTranslations| {
    ///     if chat.text.is_empty() {
    ///         return Err(ApiError::new("InvalidParameterValue", "There is no text."));
    ///     }
    ///     let word = Word { content: chat.text.to_uppercase() };
    ///     Ok([StreamItem::Chunk(word), StreamItem::Silence(Duration::from_secs(1)), StreamItem::BreakOff])
    /// });
    /// ```
    pub fn on_stream<A, I, F>(&self, handler: F) -> &Self
    where
        A: StreamingAction<Chunk: Serialize + 'static> + DeserializeOwned,
        I: IntoIterator<Item = StreamItem<A::Chunk>, IntoIter: Send + 'static>,
        F: Fn(A) -> Result<I, ApiError> + Send + Sync + 'static,
    {
        self.core.handlers.add_stream(handler);
        self
    }

    /// Registers a handler in terms of JSON, for what isn't declared. Its parameters aren't checked; it must answer with
    /// an object, to which the request id is added.
    ///
    /// Parameters from a query or a form are nested again, and stay strings; bytes are base64. In a request of bytes, the
    /// body is the member `Body`, and the headers' names are in lower case.
    pub fn on_json<F>(&self, service: &str, version: &str, action: &str, handler: F) -> &Self
    where
        F: Fn(&Value) -> Result<Value, ApiError> + Send + Sync + 'static,
    {
        self.core.handlers.add_json([service, version, action], handler);
        self
    }

    /// Begins a client of this cloud: with its key pair and its clock, over its socket if it has one, untouched by the
    /// environment.
    pub fn client(&self) -> ClientBuilder {
        let client =
            Client::builder().without_env().credentials(self.credential.clone()).shared_clock(&self.core.clock);
        match self.endpoint() {
            Some(endpoint) => client.endpoint(endpoint),
            None => client.transport(self.transport()),
        }
    }

    /// The way into this cloud without a socket.
    pub fn transport(&self) -> FakeTransport {
        FakeTransport { core: Arc::clone(&self.core) }
    }

    /// Where the cloud listens, as `http://127.0.0.1:PORT`, if it does.
    pub fn endpoint(&self) -> Option<String> {
        self.server.as_ref().map(|server| format!("http://{}", server.address()))
    }

    /// Lets another credential in: with a token, if requests must carry it; with an expiry, until then.
    ///
    /// It takes the place of one with the same secret id.
    pub fn add_credential(&self, credential: Credential) -> &Self {
        self.core.accounts.add(credential);
        self
    }

    /// Lets the credential with this secret id in no more.
    pub fn remove_credential(&self, secret_id: &str) -> &Self {
        self.core.accounts.remove(secret_id);
        self
    }

    /// The key pair that this cloud knows from the beginning.
    pub fn credential(&self) -> &Credential {
        &self.credential
    }

    /// The requests that came in, in the order in which the cloud was done with them: the latest 1,000.
    ///
    /// Those that were refused are among them, and those that met a fault, also if it kept them from being read.
    pub fn received(&self) -> Vec<Received> {
        self.core.received.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

impl fmt::Debug for FakeCloud {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeCloud").field("endpoint", &self.endpoint()).finish_non_exhaustive()
    }
}

/// Sets up a [`FakeCloud`].
#[must_use = "a builder does nothing until `.start()` or `.in_process()`"]
pub struct FakeCloudBuilder {
    credential: Credential,
    clock: Arc<dyn Clock>,
    port: u16,
    observer: Option<Observer>,
}

impl Default for FakeCloudBuilder {
    fn default() -> Self {
        Self {
            credential: Credential::with_secret_id("AKIDfake").secret_key("a-key-that-opens-nothing"),
            clock: Arc::new(SystemClock),
            port: 0,
            observer: None,
        }
    }
}

impl FakeCloudBuilder {
    /// The credential that the cloud knows from the beginning. With a token, requests must carry it.
    pub fn credential(mut self, credential: Credential) -> Self {
        self.credential = credential;
        self
    }

    /// The cloud's clock, by which it judges timestamps, and that of the clients that [`FakeCloud::client`] begins.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The port to listen on; 0, the default, is a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Calls `observer` with each request as it is answered, for logs.
    pub fn observe(mut self, observer: impl Fn(&Received) + Send + Sync + 'static) -> Self {
        self.observer = Some(Box::new(observer));
        self
    }

    /// Starts the cloud on loopback.
    ///
    /// # Errors
    ///
    /// If the port is taken, or no thread is to be had.
    pub fn start(self) -> io::Result<FakeCloud> {
        let address = SocketAddr::from(([127, 0, 0, 1], self.port));
        let cloud = self.in_process();
        let server = Server::start(address, Arc::clone(&cloud.core))?;
        Ok(FakeCloud { server: Some(Arc::new(server)), ..cloud })
    }

    /// Makes the cloud without a socket.
    pub fn in_process(self) -> FakeCloud {
        let core = Core {
            accounts: Accounts::of(self.credential.clone()),
            clock: self.clock,
            skew: AtomicI64::new(0),
            handlers: Handlers::default(),
            throttle: Throttle::default(),
            schedule: Schedule::default(),
            observer: self.observer,
            received: Mutex::default(),
        };
        FakeCloud { core: Arc::new(core), credential: self.credential, server: None }
    }
}

impl fmt::Debug for FakeCloudBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeCloudBuilder").field("port", &self.port).finish_non_exhaustive()
    }
}
