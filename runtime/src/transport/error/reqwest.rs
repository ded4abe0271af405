//! What an error of reqwest says about the request: whether it may have gone out.

use std::error::Error as StdError;
use std::iter;

use hyper_util::client::legacy;

use super::{Sent, TransportError};

/// Without the URL: with legacy signatures it carries one.
impl From<reqwest::Error> for TransportError {
    fn from(error: reqwest::Error) -> Self {
        let permanent = error.is_builder();
        let sent = if permanent || is_unsent(&error) { Sent::NotSent } else { Sent::MaybeSent };
        Self { sent, permanent, hint: None, source: error.without_url().into() }
    }
}

/// Whether the request was never written, or the server says that it left it alone.
fn is_unsent(error: &reqwest::Error) -> bool {
    // An error of a body comes after the head of the answer, so the request did arrive.
    error.is_request()
        && causes(error).any(|cause| is_without_connection(cause) || is_canceled(cause) || is_refused(cause))
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    iter::successors(error.source(), |&cause| cause.source())
}

/// Whether no connection was given the request: none came about (name, TCP, proxy, TLS), or it broke before.
///
/// hyper-util notes the connection in every error that comes after the request was handed to one.
fn is_without_connection(cause: &(dyn StdError + 'static)) -> bool {
    cause.downcast_ref::<legacy::Error>().is_some_and(|error| error.connect_info().is_none())
}

/// Whether the connection closed while the request was waiting for it. hyper-util sends it again itself if the connection
/// was one that had been kept.
fn is_canceled(cause: &(dyn StdError + 'static)) -> bool {
    cause.downcast_ref::<hyper::Error>().is_some_and(hyper::Error::is_canceled)
}

/// Whether an HTTP/2 server refused the stream, or took its leave before it: it didn't process the request (RFC 9113,
/// sections 6.8 and 8.7).
#[cfg(feature = "http2")]
fn is_refused(cause: &(dyn StdError + 'static)) -> bool {
    cause.downcast_ref::<h2::Error>().is_some_and(|error| {
        let refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
        let left = error.is_go_away() && error.reason() == Some(h2::Reason::NO_ERROR);
        error.is_remote() && (refused || left)
    })
}

#[cfg(not(feature = "http2"))]
fn is_refused(_: &(dyn StdError + 'static)) -> bool {
    false
}
