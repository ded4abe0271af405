//! `application/octet-stream`: one member is the body, the others are headers.

use bytes::Bytes;
use http::{HeaderName, HeaderValue};

use super::writer::{Part, Writable, Writer};
use super::{ClientToken, PayloadError};

/// A body as it is, and the headers that go with it.
#[derive(Debug)]
pub(crate) struct Octets {
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Bytes,
}

/// A request as bytes. A member `TopicId` of `cls` goes into the header `X-CLS-TopicId`.
pub(super) fn octets(value: &dyn Writable, token: Option<ClientToken>, service: &str) -> Result<Octets, PayloadError> {
    let mut octets = Octets { headers: Vec::new(), body: Bytes::new() };
    let token = token.map(|token| (token.name.to_owned(), Part::Text(token.token)));
    for (name, part) in Writer::parts(value)?.into_iter().chain(token) {
        match part {
            Part::Binary(_) if !octets.body.is_empty() => {
                return Err(PayloadError::Member(name, "is a second body".to_owned()));
            }
            Part::Binary(bytes) => octets.body = bytes.into(),
            Part::Text(text) => octets.headers.push(header(service, &name, &text)?),
            Part::Json(_) => {
                let fault = "is a list or an object, which a header can't carry".to_owned();
                return Err(PayloadError::Member(name, fault));
            }
        }
    }
    Ok(octets)
}

fn header(service: &str, name: &str, text: &str) -> Result<(HeaderName, HeaderValue), PayloadError> {
    let fault = || PayloadError::Member(name.to_owned(), "has characters that a header can't carry".to_owned());
    let header = format!("x-{service}-{name}").to_ascii_lowercase();
    let header = HeaderName::try_from(header).map_err(|_| fault())?;
    if text.starts_with([' ', '\t']) || text.ends_with([' ', '\t']) {
        // These aren't part of a header's value.
        return Err(PayloadError::Member(
            name.to_owned(),
            "has spaces at an end, which a header can't carry".to_owned(),
        ));
    }
    Ok((header, HeaderValue::try_from(text).map_err(|_| fault())?))
}
