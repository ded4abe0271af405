//! The way out: one signed HTTP request in, one HTTP response back.

mod body;
mod closure;
mod connections;
mod error;
mod http_client;
mod proxy;
mod roots;
mod tls;
mod urls;

pub use self::body::Body;
pub(crate) use self::connections::Connections;
pub use self::error::TransportError;
pub(crate) use self::http_client::HttpTransport;
pub(crate) use self::proxy::{Proxy, ProxyError};
pub(crate) use self::roots::{RootError, Trust, read as read_certificates};

use std::fmt;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};

/// Sends one HTTP request and brings the response.
///
/// The default goes over the network with reqwest. Give the client another with
/// [`ClientBuilder::transport`](crate::ClientBuilder::transport): another HTTP library, or a closure, for a test. One that counts or
/// records goes around the client's, by [`ClientBuilder::wrap_transport`](crate::ClientBuilder::wrap_transport).
///
/// ```
/// use bytes::Bytes;
/// use http::{Request, Response};
/// use tencent_action::{Client, Credential, TransportError};
///
/// let answer = |request: Request<Bytes>| async move {
///     assert_eq!(request.headers()["x-tc-action"], "ManageTask");
///     Ok::<_, TransportError>(Response::new(r#"{"Response":{"RequestId":"1"}}"#))
/// };
/// let client = Client::builder()
///     .credentials(Credential::with_secret_id("AKID").secret_key("key"))
///     .transport(answer)
///     .build()?;
/// # Ok::<(), tencent_action::Error>(())
/// ```
///
/// # What an implementation must not do
///
/// Send a request twice, follow a redirect, or change method, host, query, body or the headers that are signed: the
/// signature covers them, and whether to try again is decided by who knows whether the action allows it.
#[async_trait]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no transport",
    note = "a closure is one if it takes `http::Request<Bytes>` and returns a future of `Result<http::Response<B>, E>`, with `B: Into<Body>` and `E: Into<TransportError>`"
)]
pub trait Transport: Send + Sync + 'static {
    /// Sends the request. Whatever HTTP status comes back is a response, not an error.
    ///
    /// # Errors
    ///
    /// If no response came. The error says whether the request may have reached the server.
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError>;

    /// How the transport shows in the `Debug` output of a client: `Transport`, unless it says otherwise.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn fmt_debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}

#[cfg(test)]
#[cfg(feature = "__rustls")]
mod tests;
