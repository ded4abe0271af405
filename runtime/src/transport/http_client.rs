//! The default transport: reqwest, with everything switched off that would act on its own.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use reqwest::redirect;

use super::{Body, Transport, TransportError, tls};

/// HTTP over the network.
pub(crate) struct HttpTransport {
    client: reqwest::Client,
}

impl HttpTransport {
    /// A transport that gives up on a connection after this long.
    ///
    /// No redirect is followed: a signed request is for one host. Nothing is sent again: whether a call may run twice is
    /// not for a connection pool to decide.
    pub(crate) fn new(connect_timeout: Duration) -> Result<Self, TransportError> {
        let builder = reqwest::Client::builder()
            .user_agent(concat!("tencent-action/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(connect_timeout);
        let client = tls::configure(builder)?.build()?;
        Ok(Self { client })
    }

    /// Whether some TLS backend is compiled in.
    pub(crate) const fn has_tls() -> bool {
        cfg!(any(feature = "native-tls", feature = "rustls-ring", feature = "rustls-aws-lc-rs"))
    }
}

#[async_trait]
impl Transport for HttpTransport {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let request = reqwest::Request::try_from(request)?;
        let response = Response::from(self.client.execute(request).await?);
        Ok(response.map(Body::new))
    }

    fn fmt_debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("reqwest")
    }
}
