//! The metadata service of a CVM instance: a few texts over plain http, which no other machine can reach.

use std::net::Ipv4Addr;

use bytes::Bytes;
use http::{Request, StatusCode};
use http_body_util::{BodyExt, Limited};
use zeroize::Zeroizing;

use crate::endpoint::{Endpoint, EndpointError};
use crate::transport::{Transport, TransportError};

/// Where it is, seen from any instance. It is on a link-local address, so that plain http needs no permission.
pub(super) const ENDPOINT: &str = "http://metadata.tencentyun.com";
const PATH: &str = "/latest/meta-data/cam/security-credentials/";
/// The most that is read. An answer is some 600 bytes.
const LIMIT: usize = 64 << 10;

/// What the service answers with.
#[derive(Debug)]
pub(super) enum Answer {
    Text(Zeroizing<String>),
    /// There is no such thing.
    NotFound,
    /// The status says that something is wrong.
    Status(StatusCode),
    /// Something that isn't text, or too much of it.
    Unreadable,
}

/// Asks for the name of the role, or for the credential of a role with this name.
///
/// # Errors
///
/// If no answer came.
pub(super) async fn get(
    transport: &dyn Transport,
    endpoint: &Endpoint,
    role: Option<&str>,
) -> Result<Answer, TransportError> {
    let uri = format!("{endpoint}{PATH}{}", role.unwrap_or_default());
    let request = Request::get(uri).body(Bytes::new()).map_err(TransportError::not_sent)?;
    let response = transport.send(request).await?;
    match response.status() {
        StatusCode::OK => {}
        StatusCode::NOT_FOUND => return Ok(Answer::NotFound),
        status => return Ok(Answer::Status(status)),
    }
    let body = Limited::new(response.into_body(), LIMIT).collect().await;
    let bytes = match body {
        Ok(body) => body.to_bytes(),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => return Ok(Answer::Unreadable),
        Err(error) => return Err(error.into()),
    };
    Ok(match std::str::from_utf8(&bytes) {
        Ok(text) => Answer::Text(Zeroizing::new(text.trim().to_owned())),
        Err(_) => Answer::Unreadable,
    })
}

/// An endpoint that may be plain http: the service itself, this machine, and link-local addresses.
pub(super) fn endpoint(text: &str) -> Result<Endpoint, EndpointError> {
    let endpoint = Endpoint::parse(text)?;
    let host = endpoint.host().split(':').next().unwrap_or_default();
    let is_near = text == ENDPOINT || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_link_local());
    endpoint.check_plain_http(is_near)?;
    Ok(endpoint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_stays_near() {
        for near in
            [ENDPOINT, "http://169.254.0.23", "http://169.254.0.23:80", "http://127.0.0.1:9", "https://proxy.example"]
        {
            assert!(endpoint(near).is_ok(), "{near}");
        }
        for far in
            ["http://10.0.0.1", "http://metadata.tencentyun.com.example", "http://169.254.0.23.example", "ftp://x"]
        {
            assert!(endpoint(far).is_err(), "{far}");
        }
    }
}
