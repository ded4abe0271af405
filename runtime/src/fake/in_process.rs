//! The way into the cloud without a socket.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response, header};

use super::core::Core;
use crate::transport::{Body, Transport, TransportError};

/// A [`Transport`] that leads into a [`FakeCloud`](super::FakeCloud) without a socket.
#[derive(Clone)]
pub struct FakeTransport {
    pub(super) core: Arc<Core>,
}

#[async_trait]
impl Transport for FakeTransport {
    async fn send(&self, mut request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        // Over a socket, the host would be a header in any case.
        if let Some(authority) = request.uri().authority().filter(|_| !request.headers().contains_key(header::HOST)) {
            let host = authority.as_str().parse().map_err(TransportError::not_sent)?;
            request.headers_mut().insert(header::HOST, host);
        }
        Ok(self.core.answer(&request).await?)
    }

    fn fmt_debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl fmt::Debug for FakeTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FakeTransport")
    }
}
