//! Reading of `multipart/form-data`, by the letter of RFC 7578: what is left or right of it is malformed.
//!
//! Part readers of others are made for streams and for browsers: they are async, and forgive what is to be told here.

mod head;

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderMap, header};

use self::head::{Head, parameters};
use super::node::Node;
use super::parameters::invalid;
use crate::response::ApiError;

/// The parameters in a body: JSON where a part says so, bytes where it has a file name, otherwise text.
pub(super) fn parse(headers: &HeaderMap, body: &Bytes) -> Result<BTreeMap<String, Node>, ApiError> {
    let mut parts = Parts { delimiter: format!("\r\n--{}", boundary(headers)?).into_bytes(), rest: body };
    let mut members = BTreeMap::new();
    if body.is_empty() {
        return Ok(members);
    }
    parts.skip_first_delimiter()?;
    while let Some((head, content)) = parts.next()? {
        let node = node(&head, &body.slice_ref(content))?;
        if members.insert(head.name.clone(), node).is_some() {
            return Err(invalid(format!("The parameter `{}` is there twice.", head.name)));
        }
    }
    Ok(members)
}

fn node(head: &Head, content: &Bytes) -> Result<Node, ApiError> {
    let fault = |what: &str| invalid(format!("The value of parameter `{}` is not {what}.", head.name));
    if head.has_file_name {
        return Ok(Node::Binary(content.clone()));
    }
    let text = std::str::from_utf8(content).map_err(|_| fault("UTF-8"))?;
    if head.is_json {
        return serde_json::from_str(text).map(Node::Json).map_err(|_| fault("JSON"));
    }
    Ok(Node::Text(text.to_owned()))
}

/// The boundary that the content type names: 1 to 70 characters that need no care (RFC 2046).
fn boundary(headers: &HeaderMap) -> Result<String, ApiError> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (_, parameters) = parameters(content_type).ok_or_else(|| malformed("its Content-Type can't be read"))?;
    let boundary = parameters.into_iter().find(|(name, _)| name == "boundary").map(|(_, value)| value);
    let is_right = |text: &String| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"'()+_,-./:=? ".contains(&byte);
        (1..=70).contains(&text.len()) && text.bytes().all(allowed) && !text.ends_with(' ')
    };
    boundary.filter(is_right).ok_or_else(|| malformed("its Content-Type names no boundary"))
}

/// A body that is being read, from behind a delimiter on.
struct Parts<'a> {
    delimiter: Vec<u8>,
    rest: &'a [u8],
}

impl<'a> Parts<'a> {
    /// The first delimiter has no line before it.
    fn skip_first_delimiter(&mut self) -> Result<(), ApiError> {
        let rest = self.delimiter.get(2..).and_then(|first| self.rest.strip_prefix(first));
        self.rest = rest.ok_or_else(|| malformed("it doesn't begin with its boundary"))?;
        Ok(())
    }

    /// The next part, as its head and its content.
    fn next(&mut self) -> Result<Option<(Head, &'a [u8])>, ApiError> {
        if let Some(rest) = self.rest.strip_prefix(b"--") {
            return if rest.is_empty() || rest == b"\r\n" {
                Ok(None)
            } else {
                Err(malformed("it goes on behind its end"))
            };
        }
        let part = self.rest.strip_prefix(b"\r\n").ok_or_else(|| malformed("a boundary doesn't end its line"))?;
        let (head, rest) = split(part, b"\r\n\r\n").ok_or_else(|| malformed("a part has no empty line"))?;
        let (content, rest) = split(rest, &self.delimiter).ok_or_else(|| malformed("it breaks off"))?;
        self.rest = rest;
        Ok(Some((Head::read(head)?, content)))
    }
}

/// What is before and behind the first occurrence.
fn split<'a>(bytes: &'a [u8], separator: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = bytes.windows(separator.len()).position(|window| window == separator)?;
    Some((&bytes[..at], &bytes[at + separator.len()..]))
}

fn malformed(fault: &str) -> ApiError {
    ApiError::new("InvalidRequest", format!("The multipart body of the request is malformed: {fault}."))
}

#[cfg(test)]
mod tests;
