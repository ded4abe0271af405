//! The default transport: reqwest, with everything switched off that would act on its own.

use std::fmt;
use std::sync::OnceLock;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::uri::Scheme;
use http::{Request, Response};
use reqwest::redirect;

use super::tls::{self, Roots};
use super::urls::Urls;
use super::{Body, Connections, Proxy, Transport, TransportError, Trust};

/// After how long a silence a peer is asked whether it is there, three times at most: gateways on the way drop what is
/// silent for minutes, and tell nobody.
const TCP_KEEPALIVE: Duration = Duration::from_secs(15);

/// The longest time that a connection is kept for: hyper adds it to the time that it is, and panics where that is too much.
const A_YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// HTTP over the network.
pub(crate) struct HttpTransport {
    connections: Connections,
    https: OnceLock<Https>,
    plain: OnceLock<reqwest::Client>,
    urls: Urls,
}

/// What https goes through.
struct Https {
    client: reqwest::Client,
    proxy: Option<Proxy>,
}

impl HttpTransport {
    pub(crate) fn new(connections: Connections) -> Self {
        Self { connections, https: OnceLock::new(), plain: OnceLock::new(), urls: Urls::default() }
    }

    /// Makes ready for https, which reads the platform's roots, so that the first call needn't.
    ///
    /// # Errors
    ///
    /// If TLS can't be set up, or the environment's proxy isn't one. Plain http works nevertheless.
    pub(crate) fn prepare_https(&self) -> Result<(), TransportError> {
        self.https().map(drop)
    }

    fn https(&self) -> Result<&Https, TransportError> {
        if let Some(https) = self.https.get() {
            return Ok(https);
        }
        let Trust { named, nobody_else } = &self.connections.trust;
        if let Some(lack) = tls::lack(named) {
            return Err(TransportError::not_sent(lack));
        }
        let proxy = self.connections.proxy().map_err(TransportError::not_sent)?;
        let builder = match &proxy {
            Some(proxy) => self.builder().proxy(proxy.rule()?),
            // reqwest asks the system, and variables that we found unset.
            None if cfg!(feature = "system-proxy") && self.connections.env.is_process() => self.builder(),
            None => self.builder().no_proxy(),
        };
        let roots = if *nobody_else { Roots::Nobody } else { Roots::Load };
        let client = tls::configure(builder, roots, named)?.build()?;
        // If another thread was faster, its client is as good.
        Ok(self.https.get_or_init(|| Https { client, proxy }))
    }

    /// Plain http is for this machine, and for the metadata service on its own link. No proxy leads there.
    fn plain(&self) -> Result<&reqwest::Client, TransportError> {
        if let Some(client) = self.plain.get() {
            return Ok(client);
        }
        let client = tls::configure(self.builder().no_proxy(), Roots::Nobody, &[])?.build()?;
        Ok(self.plain.get_or_init(|| client))
    }

    /// No redirect is followed: a signed request is for one host. Nothing is sent again: whether a call may run twice is
    /// not for a connection pool to decide. That holds for what was sent: a request that waited for a connection which
    /// closed goes to another one.
    ///
    /// As many connections are kept as were busy at once. A limit would make bursts connect anew, and they last no longer
    /// than `keep_alive`.
    fn builder(&self) -> reqwest::ClientBuilder {
        let keep_alive = self.connections.keep_alive.min(A_YEAR);
        let most_idle = if keep_alive.is_zero() { 0 } else { usize::MAX };
        reqwest::Client::builder()
            .user_agent(concat!("tencent-action/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(self.connections.connect_timeout)
            .pool_idle_timeout(keep_alive)
            .pool_max_idle_per_host(most_idle)
            .tcp_keepalive(TCP_KEEPALIVE)
            // A request is written in one go; to wait for more would only delay its end.
            .tcp_nodelay(true)
    }
}

impl Https {
    /// Adds to an error what the user can do about it.
    fn explain(&self, error: TransportError) -> TransportError {
        let text = error.to_string();
        let hint = self.proxy.as_ref().and_then(|proxy| proxy.hint(&text));
        error.with_hint(hint.or_else(|| tls::hint(&text)))
    }
}

#[async_trait]
impl Transport for HttpTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let is_plain = request.uri().scheme() == Some(&Scheme::HTTP);
        let request = self.urls.request(request)?;
        let response = if is_plain {
            self.plain()?.execute(request).await?
        } else {
            let https = self.https()?;
            https.client.execute(request).await.map_err(|error| https.explain(error.into()))?
        };
        Ok(Response::from(response).map(Body::new))
    }

    fn fmt_debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("reqwest")
    }
}
