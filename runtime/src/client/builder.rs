//! How a client is set up.

#[cfg(feature = "blocking")]
mod blocking;
mod connections;
mod failover;
mod rate_limits;
mod route;
mod settings;
mod timeouts;
mod transport;

pub(crate) use self::settings::check_region;
pub(super) use self::timeouts::Timeouts;

use std::fmt;
use std::sync::Arc;

use super::skew::Skew;
use super::{Client, Inner, Language};
use crate::clock::{Clock, SystemClock};
use crate::credential::{Access, DefaultCredentials, Given, ProvideCredential};
use crate::endpoint::{Domain, Site};
use crate::env::Env;
use crate::error::Error;
use crate::failover::{Breakers, Failover};
use crate::memo::Memo;
use crate::protocol::{Protocol, RequestForm};
use crate::retry::{Budget, RetryPolicy};
use crate::signing::{KeyCache, SignatureMethod};
use crate::stats::Counters;
use crate::transport::Transport;

/// The largest body that is read: the API caps its responses at 50 MB.
const RESPONSE_LIMIT: usize = 50 << 20;

/// Sets up a [`Client`].
///
/// What isn't said here is taken from the environment (the table is at [`Client::from_env`]), and what the environment
/// doesn't say either has a default.
#[derive(Default)]
#[must_use = "a builder does nothing until `.build()`"]
pub struct ClientBuilder {
    env: Env,
    credentials: Option<Given>,
    site: Option<Site>,
    domain: Domain,
    region: Option<String>,
    regional_host: bool,
    endpoint: Option<String>,
    allow_plain_http: bool,
    language: Option<Language>,
    protocol: Protocol,
    retry: RetryPolicy,
    timeouts: timeouts::Said,
    response_limit: Option<usize>,
    transport: Option<Arc<dyn Transport>>,
    wraps: Vec<transport::Wrap>,
    clock: Option<Arc<dyn Clock>>,
    rate_limits: rate_limits::Said,
    connections: connections::Said,
    failover: Option<Failover>,
}

impl ClientBuilder {
    /// Signs with these credentials: a [`Credential`](crate::Credential), or a source of some.
    pub fn credentials(mut self, credentials: impl ProvideCredential) -> Self {
        self.credentials = Some(Given::new(credentials));
        self
    }

    /// Calls this site. The default is the international one.
    ///
    /// | site | domain | region | host |
    /// |---|---|---|---|
    /// | international | public | any, or none | `vod.intl.tencentcloudapi.com` |
    /// | mainland | public | any, or none | `vod.tencentcloudapi.com` |
    /// | either | public | `ap-tokyo`, with [`regional_host`](Self::regional_host) | `vod.ap-tokyo.tencentcloudapi.com` |
    /// | either | public | a finance region (`…-fsi`) | `vod.ap-shanghai-fsi.tencentcloudapi.com` |
    /// | either | [`Ai`](Domain::Ai) | any, or none | `vod.ai.tencentcloudapi.com` |
    /// | either | `Ai` | `ap-tokyo`, with `regional_host`; or a finance region | `vod.ai.ap-tokyo.tencentcloudapi.com` |
    /// | either | [`Internal`](Domain::Internal) | any, or none | `vod.internal.tencentcloudapi.com` |
    /// | either | `Internal` | with `regional_host`; or a finance region | an error: none is known |
    ///
    /// An [`endpoint`](Self::endpoint) overrides all of it.
    pub fn site(mut self, site: Site) -> Self {
        self.site = Some(site);
        self
    }

    /// Asks for data in this region (`ap-guangzhou`). Whether a service needs one is on its pages; VOD doesn't.
    ///
    /// The host stays the site's, which leads to the nearest access point: see [`site`](Self::site).
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Calls services in this domain; [`Call::domain`](crate::Call::domain) does it for one call. The default is the
    /// public one.
    pub fn domain(mut self, domain: Domain) -> Self {
        self.domain = domain;
        self
    }

    /// Goes in at the region's own host, not at the nearest. Such a host has no `intl` label, so it doesn't show the site.
    pub fn regional_host(mut self, regional_host: bool) -> Self {
        self.regional_host = regional_host;
        self
    }

    /// Sends all calls to one endpoint, as `https://host` or `https://host:port`.
    ///
    /// Plain http is for loopback only, unless [`allow_plain_http`](Self::allow_plain_http) says otherwise.
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// Lets an endpoint be plain http although it is on another machine. Whoever is in between can read the calls then.
    pub fn allow_plain_http(mut self, allow: bool) -> Self {
        self.allow_plain_http = allow;
        self
    }

    /// Asks for error messages in this language. Only some services heed it.
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Writes requests in this form; [`Client::with_form`] does it for one call. The default is JSON, and a form for the
    /// legacy signatures.
    pub fn form(mut self, form: RequestForm) -> Self {
        self.protocol.form = Some(form);
        self
    }

    /// Signs requests by this method; [`Client::with_signature`] does it for one call. The default is TC3-HMAC-SHA256.
    pub fn signature(mut self, signature: SignatureMethod) -> Self {
        self.protocol.signature = signature;
        self
    }

    /// Doesn't sign the bodies of requests; [`Client::with_unsigned_payload`] does it for one call.
    pub fn unsigned_payload(mut self, unsigned: bool) -> Self {
        self.protocol.unsigned_payload = unsigned;
        self
    }

    /// Tries calls by this policy. The default is three attempts where that may help and does no harm.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// The largest body of a response, or event of a stream, in bytes as they are read: decompressed. The default is 50 MiB;
    /// the API sends no more than 50 MB.
    pub fn response_limit(mut self, bytes: usize) -> Self {
        self.response_limit = Some(bytes);
        self
    }

    /// Takes the time from this clock and not from the system's.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    pub(crate) fn shared_clock(mut self, clock: &Arc<dyn Clock>) -> Self {
        self.clock = Some(Arc::clone(clock));
        self
    }

    /// Takes nothing from the environment, be it variables, files or the role of a machine: what isn't said has its default.
    pub fn without_env(mut self) -> Self {
        self.env = Env::empty();
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// Those of [`Client::from_env`], and what doesn't make sense here: an endpoint that isn't one, a region that can't go
    /// into a header, a form that the signature method can't sign, a rate limit of 0, a root certificate that isn't one, a
    /// proxy's URL that isn't one, a [failover](Self::failover) that would leave the site, the region or the finance zone.
    pub fn build(self) -> Result<Client, Error> {
        let response_limit = self.response_limit.unwrap_or(RESPONSE_LIMIT);
        let route = self.route()?;
        let env = self.env;
        self.protocol.form().map_err(Error::config)?;
        let clock = self.clock.unwrap_or_else(|| Arc::new(SystemClock));
        let failover = failover::decide(self.failover, &route, &clock)?;
        let is_https = route.is_https() || failover.as_ref().is_some_and(Breakers::needs_https);
        let transport = match self.transport {
            Some(transport) => transport,
            None => self.connections.transport(&env, is_https, self.timeouts.longest_connect())?,
        };
        let transport = self.wraps.into_iter().fold(transport, |inner, wrap| wrap(inner));
        let site = route.site;
        let credentials = self.credentials.unwrap_or_else(|| {
            let (transport, clock) = (Arc::clone(&transport), Arc::clone(&clock));
            Given::new(DefaultCredentials::with_access(Access { env, transport, clock, site: Some(site) }))
        });
        let rate_limits = self.rate_limits.build(&clock)?;
        Ok(Client {
            inner: Arc::new(Inner {
                credentials: credentials.with_clock(&clock),
                route,
                failover,
                language: self.language,
                timeouts: self.timeouts.decide(),
                response_limit,
                transport,
                clock,
                templates: Memo::default(),
                keys: KeyCache::default(),
                skew: Skew::default(),
                retry: self.retry,
                budget: Budget::default(),
                counters: Counters::default(),
                rate_limits,
            }),
            protocol: self.protocol,
        })
    }

    #[cfg(test)]
    pub(crate) fn env(mut self, env: Env) -> Self {
        self.env = env;
        self
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
