//! Reading of `application/octet-stream`: a body of bytes, and headers.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderName, Request};

use super::handlers::Declared;
use super::node::Node;
use super::parameters::invalid;
use crate::action::Kind;
use crate::response::ApiError;

/// What the body is called where no declaration tells.
const BODY: &str = "Body";

/// The parameters of a request: a header `X-CLS-TopicId` is the member `TopicId` of `cls`.
///
/// Case is lost on the way, since headers have none; the declaration knows it. Without one, names are in lower case.
pub(super) fn parse(
    request: &Request<Bytes>,
    service: &str,
    declared: Option<Declared>,
) -> Result<BTreeMap<String, Node>, ApiError> {
    let fields = declared.map(|declared| declared.fields).unwrap_or_default();
    let prefix = format!("x-{service}-");
    let mut members = BTreeMap::new();
    for (header, value) in request.headers() {
        let Some(name) = header.as_str().strip_prefix(&prefix) else { continue };
        let declared = fields.iter().find(|field| field.wire_name.eq_ignore_ascii_case(name));
        let name = declared.map_or(name, |field| field.wire_name);
        if members.insert(name.to_owned(), Node::Text(text(header, value.as_bytes())?)).is_some() {
            return Err(invalid(format!("The parameter `{name}` is there twice.")));
        }
    }
    let body = fields.iter().find(|field| field.kind == Kind::Binary);
    // An empty body is the same as none.
    if !request.body().is_empty() || body.is_none_or(|field| field.required) {
        let name = body.map_or(BODY, |field| field.wire_name);
        members.insert(name.to_owned(), Node::Binary(request.body().clone()));
    }
    Ok(members)
}

fn text(header: &HeaderName, value: &[u8]) -> Result<String, ApiError> {
    let text = std::str::from_utf8(value).map_err(|_| invalid(format!("The header `{header}` is not UTF-8.")))?;
    Ok(text.to_owned())
}
