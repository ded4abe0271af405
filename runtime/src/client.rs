//! The client: everything that calls share.

mod attempt;
mod builder;
mod undeclared;
mod diagnosis;
mod handles;
mod progress;
mod renewal;
mod retrying;
mod request;
mod route;
mod run;
mod skew;
mod rate_limit;
mod warm_up;
mod spans;
mod host;

pub use self::builder::ClientBuilder;
pub(crate) use self::builder::check_region;
pub(crate) use self::spans::CallSpan;

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use self::builder::Timeouts;
use self::request::{Signing, Template};
use self::route::Route;
use self::skew::Skew;
use crate::action::{Action, StreamingAction};
use crate::call::{Call, PreparedCall};
use crate::clock::Clock;
use crate::credential::{Credential, CredentialError, Source};
use crate::error::Error;
use crate::explanation::Explanation;
use crate::failover::Breakers;
use crate::memo::Memo;
use crate::paginate::{Pages, PaginatedAction};
use crate::protocol::Protocol;
use crate::rate_limit::RateLimits;
use crate::response::Reply;
use crate::retry::{Budget, RetryPolicy};
use crate::signing::KeyCache;
use crate::stats::{Counters, Stats};
use crate::stream::EventStream;
use crate::transport::Transport;

/// Calls Tencent Cloud.
///
/// A client holds credentials, endpoint and a pool of connections. Make one and clone it wherever it is needed: a clone
/// is cheap and shares all of that.
///
/// # Example
///
/// ```no_run
/// use tencent_action::{Client, Site};
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// // Credentials, region, site and endpoint from the environment.
/// let client = Client::from_env()?;
///
/// // The same, with the mainland site whatever the environment says.
/// let client = Client::builder().site(Site::Mainland).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
    protocol: Protocol,
}

struct Inner {
    credentials: Source,
    route: Route,
    /// `None` if calls go to one host and no other.
    failover: Option<Breakers>,
    language: Option<Language>,
    timeouts: Timeouts,
    response_limit: usize,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    templates: Memo<Template>,
    keys: KeyCache,
    skew: Skew,
    rate_limits: RateLimits,
    retry: RetryPolicy,
    budget: Budget,
    counters: Counters,
}

/// The language of error messages, for those services that know more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// `zh-CN`
    Chinese,
    /// `en-US`
    English,
}

impl Client {
    /// A client set up from the environment.
    ///
    /// | variable | meaning | unset or empty |
    /// |---|---|---|
    /// | `TENCENTCLOUD_SECRET_ID`, `TENCENTCLOUD_SECRET_KEY` | the key pair | other sources are asked: see [`DefaultCredentials`](crate::DefaultCredentials) |
    /// | `TENCENTCLOUD_TOKEN`, `TENCENTCLOUD_SESSION_TOKEN` | token of a temporary key | a long-term key |
    /// | `TENCENTCLOUD_REGION` | region, as `ap-guangzhou` | none is sent |
    /// | `TENCENTCLOUD_SITE` | `international` or `mainland` | `international` |
    /// | `TENCENTCLOUD_ENDPOINT` | `https://host` that all calls go to | the site's own hosts |
    ///
    /// # Errors
    ///
    /// - A variable's value makes no sense, or isn't Unicode.
    /// - The endpoint is plain http to another machine.
    /// - No TLS backend could be started.
    ///
    /// Missing credentials show at the first call.
    pub fn from_env() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Begins a client. What isn't said is taken from the environment, as [`from_env`](Self::from_env) does.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    fn with(&self, protocol: Protocol) -> Self {
        Self { inner: Arc::clone(&self.inner), protocol }
    }

    pub(crate) fn protocol(&self) -> Protocol {
        self.protocol
    }

    pub(crate) fn random(&self) -> u64 {
        self.inner.clock.random()
    }

    pub(crate) fn now(&self) -> SystemTime {
        self.inner.clock.now()
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        &self.inner.clock
    }

    /// The region of calls that aren't given one.
    pub(crate) fn region(&self) -> Option<&str> {
        self.inner.route.region.as_deref()
    }

    /// The credential that a call would be signed with now. It says when it [expires](Credential::expires_at).
    ///
    /// # Errors
    ///
    /// If there is none, as a call's: [`Error::credential`] has the reason.
    pub async fn credential(&self) -> Result<Credential, Error> {
        self.find_credential().await.map_err(Error::credential_fault)
    }

    pub(crate) async fn find_credential(&self) -> Result<Credential, CredentialError> {
        self.inner.credentials.credential(&*self.inner.clock).await
    }

    /// How long finding it may take.
    pub(crate) fn credential_timeout(&self) -> Duration {
        self.inner.credentials.timeout()
    }

    /// What this client and its clones have done so far: calls, attempts, waits, and what became of them.
    ///
    /// It costs a few loads, and nobody waits for it. `tracing` tells the same call by call: see
    /// [`guide::observing`](crate::guide::observing).
    ///
    /// # Example
    ///
    /// ```
    /// # use tencent_action::fake::FakeCloud;
    /// # use tencent_action::{Empty, tencent_action};
    /// # #[tencent_action(service = "cvm", version = "2017-03-12")]
    /// # struct DescribeZones;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tencent_action::Error> {
    /// # let cloud = FakeCloud::in_process();
    /// # cloud.on(|_: DescribeZones| Ok(Empty));
    /// # let client = cloud.client().build()?;
    /// DescribeZones.send(&client).await?;
    /// let stats = client.stats();
    /// assert_eq!((stats.calls, stats.succeeded, stats.retries), (1, 1, 0));
    /// println!("{stats}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn stats(&self) -> Stats {
        self.inner.counters.snapshot()
    }

    /// Calls an action: what the generated `send` does, for code that is generic over actions.
    pub fn call<A: Action>(&self, action: &A) -> Call<Reply<A::Response>> {
        Call::new(self.clone(), action)
    }

    /// Calls an action and reads its answer as it comes: what the generated `stream` does, for code that is generic over
    /// actions.
    ///
    /// The call is ready when the stream begins. An error that the service answers with instead is an error of the call.
    ///
    /// # Example
    ///
    /// ```
    /// use tencent_action::{Client, Error, EventStream, StreamingAction};
    ///
    /// async fn begin<A: StreamingAction>(client: &Client, action: &A) -> Result<EventStream<A::Chunk>, Error> {
    ///     let chunks = client.stream(action).await?;
    ///     println!("{} {} begins: {}", A::SERVICE, A::NAME, chunks.request_id());
    ///     Ok(chunks)
    /// }
    /// ```
    pub fn stream<A: StreamingAction>(&self, action: &A) -> Call<EventStream<A::Chunk>> {
        Call::new(self.clone(), action)
    }

    /// Calls an action page by page: what the generated `pages` does, for code that is generic over actions.
    ///
    /// Nothing is sent before the first page is asked for.
    ///
    /// # Example
    ///
    /// ```
    /// use tencent_action::{Client, Error, PaginatedAction};
    ///
    /// async fn count<A: PaginatedAction>(client: &Client, request: A) -> Result<usize, Error> {
    ///     let mut items = client.pages(request).items();
    ///     let mut count = 0;
    ///     while let Some(item) = items.next().await {
    ///         item?;
    ///         count += 1;
    ///     }
    ///     Ok(count)
    /// }
    /// ```
    pub fn pages<A: PaginatedAction>(&self, request: A) -> Pages<A> {
        Pages::new(self.clone(), request)
    }

    /// What a prepared call would send.
    pub(crate) async fn explain(&self, call: &PreparedCall) -> Result<Explanation, Error> {
        let explanation = async {
            let credential = self.credential_for(call).await?;
            let endpoint = self.inner.likely_endpoint(call)?;
            Signing::new(&self.inner, call, credential.as_ref(), &endpoint)?.explanation()
        };
        explanation.await.map_err(|error: Error| error.about(call))
    }

    /// The credential to sign a call with, unless it goes unsigned.
    async fn credential_for(&self, call: &PreparedCall) -> Result<Option<Credential>, Error> {
        if call.unsigned { Ok(None) } else { self.credential().await.map(Some) }
    }
}

/// Shows no credential: `Source` prints as its type does, and those print no secret.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { credentials, route, .. } = &*self.inner;
        f.debug_struct("Client").field("credentials", credentials).field("route", route).finish_non_exhaustive()
    }
}

impl Language {
    fn as_str(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en-US",
        }
    }
}
