//! The envelope, `{"Response": {…, "RequestId": "…"}}`, and what comes instead of it.
//!
//! A body is read twice: once over its head, passing over the data, to see whether it is an error; once for the data (see
//! `decode`). What passes over plain data also makes sure that all of it is JSON.

use http::StatusCode;
use serde_json::error::Category;

use super::fault::{Fault, ReadError};
use super::head::{self, Head, Members};
use super::text::request_id;
use super::{ApiError, RawReply, error_member};

/// Tells success from failure. A success comes back with its request id filled in.
pub(crate) fn judge(mut reply: Box<RawReply>) -> Result<Box<RawReply>, ReadError> {
    let (request_id, fault) = examine(&reply);
    reply.request_id = request_id.or(reply.request_id.take());
    match fault {
        None => Ok(reply),
        Some(fault) => Err(ReadError { fault, reply }),
    }
}

fn examine(reply: &RawReply) -> (Option<String>, Option<Fault>) {
    if let (StatusCode::OK, Some(plain)) = (reply.status, head::plain(&reply.body)) {
        return (plain.request_id.and_then(request_id), None);
    }
    let body = reply.body.trim_ascii_start();
    let fault = match body {
        [] => Fault::Empty,
        [b'<', ..] => Fault::Html,
        [b'[', ..] => Fault::WrongShape,
        _ => match head::read(body, |head| weigh(head, reply.status)) {
            Ok(judgement) => return judgement,
            Err(error) => match error.classify() {
                Category::Eof => Fault::Truncated,
                Category::Data => Fault::WrongShape,
                Category::Syntax | Category::Io => Fault::NotJson(error),
            },
        },
    };
    (None, Some(fault))
}

/// The request id, and what is wrong if anything is.
fn weigh(head: &Head<'_>, status: StatusCode) -> (Option<String>, Option<Fault>) {
    let Some(response) = &head.response else {
        return (head.beside.request_id(), Some(legacy_error(&head.beside).map_or(Fault::WrongShape, Fault::Api)));
    };
    let fault = match response.json("Error").and_then(error_member::read) {
        Some(error) => Some(Fault::Api(error)),
        None if status != StatusCode::OK => Some(Fault::Status),
        None => None,
    };
    (response.request_id(), fault)
}

/// The error form of the API before this one: `{"code": 4000, "message": "…", "codeDesc": "InvalidParameter"}`.
fn legacy_error(members: &Members<'_>) -> Option<ApiError> {
    let number = members.word("code").filter(|code| code != "0")?;
    let code = members.word("codeDesc").unwrap_or(number);
    Some(ApiError::new(code, members.word("message").unwrap_or_default()))
}
