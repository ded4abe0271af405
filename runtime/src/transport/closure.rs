//! A closure is a transport.

use std::fmt;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};

use super::{Body, Transport, TransportError};

#[async_trait]
impl<F, Answer, B, E> Transport for F
where
    F: Fn(Request<Bytes>) -> Answer + Send + Sync + 'static,
    Answer: Future<Output = Result<Response<B>, E>> + Send,
    B: Into<Body> + Send,
    E: Into<TransportError> + Send,
{
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        match self(request).await {
            Ok(response) => Ok(response.map(Into::into)),
            Err(error) => Err(error.into()),
        }
    }

    fn fmt_debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a closure")
    }
}
