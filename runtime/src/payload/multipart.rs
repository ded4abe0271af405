//! `multipart/form-data`, for actions with binary members.

use std::fmt::Write;

use http::HeaderValue;

use super::writer::{Part, Writable, Writer};
use super::{ClientToken, Payload, PayloadError};

/// A request as multipart, each member a part, between boundaries that occur in none of them.
pub(super) fn multipart(
    value: &dyn Writable,
    token: Option<ClientToken>,
    random: impl FnMut() -> u64,
) -> Result<Payload, PayloadError> {
    let mut parts = Writer::parts(value)?;
    parts.extend(token.map(|token| (token.name.to_owned(), Part::Text(token.token))));
    let boundary = boundary(&parts, random);
    let len = parts.iter().map(|(name, part)| 2 * name.len() + bytes(part).len() + AROUND).sum::<usize>();
    let mut body = Vec::with_capacity(len + AROUND);
    write(&mut body, &parts, &boundary);
    let content_type = HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}"));
    let content_type = content_type.map_err(|error| PayloadError::Member("boundary".into(), error.to_string()))?;
    Ok(Payload::Multipart { content_type, body: body.into() })
}

/// More than there is around a part, so that a body is given its room at once.
const AROUND: usize = 160;

/// Lower case: the content type is signed in lower case. The attempt counts, since a clock may leave nothing to chance.
fn boundary(parts: &[(String, Part)], mut random: impl FnMut() -> u64) -> String {
    let mut attempt = 0_u64;
    loop {
        let boundary = format!("{:016x}{:016x}", random(), random().wrapping_add(attempt));
        attempt += 1;
        if !parts.iter().any(|(_, part)| contains(bytes(part), boundary.as_bytes())) {
            return boundary;
        }
    }
}

fn write(body: &mut Vec<u8>, parts: &[(String, Part)], boundary: &str) {
    for (name, part) in parts {
        let mut head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", escaped(name));
        // Writing to a `String` can't fail.
        _ = match part {
            Part::Text(_) => Ok(()),
            Part::Json(_) => write!(head, "\r\nContent-Type: application/json"),
            Part::Binary(_) => write!(head, "; filename=\"{}\"", escaped(name)),
        };
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(b"\r\n\r\n");
        body.extend_from_slice(bytes(part));
        body.extend_from_slice(b"\r\n");
    }
    if !parts.is_empty() {
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    }
}

/// As browsers do it, so that a name can't end its quotes or its line.
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

fn bytes(part: &Part) -> &[u8] {
    match part {
        Part::Text(text) => text.as_bytes(),
        Part::Json(bytes) | Part::Binary(bytes) => bytes,
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
