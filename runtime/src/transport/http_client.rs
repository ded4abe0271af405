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
use super::{Body, Transport, TransportError};

/// How long a connection may lie idle. The vendor closes one after 60 seconds, and a request on a closed one is lost.
const IDLE: Duration = Duration::from_secs(50);

/// HTTP over the network.
pub(crate) struct HttpTransport {
    connect_timeout: Duration,
    https: OnceLock<reqwest::Client>,
    plain: OnceLock<reqwest::Client>,
}

impl HttpTransport {
    /// A transport that gives up on a connection after this long.
    pub(crate) fn new(connect_timeout: Duration) -> Self {
        Self { connect_timeout, https: OnceLock::new(), plain: OnceLock::new() }
    }

    /// Makes ready for https, which reads the platform's roots, so that the first call needn't.
    ///
    /// # Errors
    ///
    /// If TLS can't be set up. Plain http works nevertheless.
    pub(crate) fn prepare_https(&self) -> Result<(), TransportError> {
        self.https().map(drop)
    }

    fn https(&self) -> Result<&reqwest::Client, TransportError> {
        if let Some(lack) = tls::LACKS {
            return Err(TransportError::not_sent(lack));
        }
        self.client(&self.https, Roots::Load)
    }

    /// The client for https or plain http, made when first needed.
    fn client<'a>(
        &self,
        cell: &'a OnceLock<reqwest::Client>,
        roots: Roots,
    ) -> Result<&'a reqwest::Client, TransportError> {
        if let Some(client) = cell.get() {
            return Ok(client);
        }
        let client = tls::configure(self.builder(roots), roots)?.build()?;
        // If another thread was faster, its client is as good.
        Ok(cell.get_or_init(|| client))
    }

    /// No redirect is followed: a signed request is for one host. Nothing is sent again: whether a call may run twice is
    /// not for a connection pool to decide.
    fn builder(&self, roots: Roots) -> reqwest::ClientBuilder {
        let builder = reqwest::Client::builder();
        // Plain http is for this machine, and for the metadata service on its own link. No proxy leads there.
        let builder = if roots == Roots::Nobody { builder.no_proxy() } else { builder };
        builder
            .user_agent(concat!("tencent-action/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(self.connect_timeout)
            .pool_idle_timeout(IDLE)
    }

    #[cfg(test)]
    pub(super) fn of(client: reqwest::Client) -> Self {
        let transport = Self::new(Duration::ZERO);
        transport.https.set(client).expect("it is new");
        transport
    }
}

#[async_trait]
impl Transport for HttpTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let client = if request.uri().scheme() == Some(&Scheme::HTTP) {
            self.client(&self.plain, Roots::Nobody)?
        } else {
            self.https()?
        };
        let request = reqwest::Request::try_from(request)?;
        let response = Response::from(client.execute(request).await?);
        Ok(response.map(Body::new))
    }

    fn fmt_debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("reqwest")
    }
}
