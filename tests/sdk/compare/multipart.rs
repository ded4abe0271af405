//! Parameters as parts.

use super::{json, same, same_bytes};
use crate::cases::Case;
use crate::wire::Wire;

/// A part's head, and its value.
type Part<'a> = (&'a [u8], &'a [u8]);

/// Compares the bodies byte for byte, but for the JSON in them.
pub(super) fn compare(case: &Case, ours: &Wire, theirs: &Wire) -> Result<(), String> {
    if case.parameters.0.iter().all(|(_, value)| !value.is_array() && !value.is_object()) {
        return same_bytes("body", &ours.body, &theirs.body);
    }
    let (ours, theirs) = (parts(ours)?, parts(theirs)?);
    same("number of parts", &ours.len(), &theirs.len())?;
    for ((our_head, ours), (their_head, theirs)) in ours.into_iter().zip(theirs) {
        same_bytes("head", our_head, their_head)?;
        if our_head.ends_with(b"\r\nContent-Type: application/json") {
            same("part", &json(ours)?, &json(theirs)?)?;
        } else {
            same_bytes("part", ours, theirs)?;
        }
    }
    Ok(())
}

/// What is between the boundaries that the content type names.
fn parts(wire: &Wire) -> Result<Vec<Part<'_>>, String> {
    let boundary = wire.header("content-type")?.strip_prefix("multipart/form-data; boundary=").ok_or("no boundary")?;
    let [begin, next, end] =
        [format!("--{boundary}\r\n"), format!("\r\n--{boundary}\r\n"), format!("\r\n--{boundary}--\r\n")];
    let body = wire.body.strip_prefix(begin.as_bytes()).and_then(|body| body.strip_suffix(end.as_bytes()));
    let mut rest = Some(body.ok_or("the body isn't between boundaries")?);
    let mut parts = Vec::new();
    while let Some(body) = rest {
        let (part, after) = split(body, next.as_bytes()).map_or((body, None), |(part, after)| (part, Some(after)));
        parts.push(split(part, b"\r\n\r\n").ok_or("a part has no head")?);
        rest = after;
    }
    Ok(parts)
}

fn split<'a>(bytes: &'a [u8], by: &[u8]) -> Option<Part<'a>> {
    let at = bytes.windows(by.len()).position(|window| window == by)?;
    Some((&bytes[..at], &bytes[at + by.len()..]))
}
