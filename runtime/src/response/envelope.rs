//! The envelope, `{"Response": {…, "RequestId": "…"}}`, and what comes instead of it.
//!
//! A body is read twice at most: once over its head, skipping the data, to see whether it is an error; once for the data (see `decode`).

use serde::Deserialize;
use serde_json::Value;
use serde_json::error::Category;

use super::fault::{Fault, ReadError};
use super::{ApiError, RawReply};

/// Tells success from failure. A success comes back with its request id filled in.
pub(crate) fn judge(mut reply: RawReply) -> Result<RawReply, ReadError> {
    let (request_id, fault) = examine(&reply);
    reply.request_id = request_id.or(reply.request_id);
    match fault {
        None => Ok(reply),
        Some(fault) => Err(ReadError { fault, reply: Box::new(reply) }),
    }
}

fn examine(reply: &RawReply) -> (Option<String>, Option<Fault>) {
    let body = reply.body.trim_ascii_start();
    match body {
        [] => return (None, Some(Fault::Empty)),
        [b'<', ..] => return (None, Some(Fault::Html)),
        // serde would take the elements for the members.
        [b'[', ..] => return (None, Some(Fault::WrongShape)),
        _ => {}
    }
    let outer: Outer = match serde_json::from_slice(body) {
        Ok(outer) => outer,
        Err(error) => {
            let fault = match error.classify() {
                Category::Eof => Fault::Truncated,
                Category::Data => Fault::WrongShape,
                Category::Syntax | Category::Io => Fault::NotJson(error),
            };
            return (None, Some(fault));
        }
    };
    let Some(head) = outer.response else {
        return (None, Some(outer.legacy_error().map_or(Fault::WrongShape, Fault::Api)));
    };
    let fault = match head.error {
        Some(error) => Some(Fault::Api(ApiError::new(error.code, error.message))),
        None if reply.status != http::StatusCode::OK => Some(Fault::Status),
        None => None,
    };
    (text(head.request_id), fault)
}

#[derive(Deserialize)]
struct Outer {
    #[serde(rename = "Response")]
    response: Option<Head>,
    /// The error form of the API before this one: `{"code": 4000, "message": "…", "codeDesc": "InvalidParameter"}`.
    code: Option<Value>,
    #[serde(rename = "codeDesc")]
    code_desc: Option<Value>,
    message: Option<Value>,
}

impl Outer {
    fn legacy_error(self) -> Option<ApiError> {
        let number = self.code.filter(|code| *code != 0)?;
        let code = self.code_desc.and_then(text).unwrap_or_else(|| text(number.clone()).unwrap_or(number.to_string()));
        Some(ApiError::new(code, self.message.and_then(text).unwrap_or_default()))
    }
}

/// What any response has; the data is skipped.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "Error")]
    error: Option<ErrorBody>,
    #[serde(rename = "RequestId", default)]
    request_id: Value,
}

#[derive(Deserialize)]
struct ErrorBody {
    #[serde(rename = "Code", default)]
    code: String,
    #[serde(rename = "Message", default)]
    message: String,
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text),
        _ => None,
    }
}
