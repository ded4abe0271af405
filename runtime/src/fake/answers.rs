//! How answers are written.

use std::sync::Arc;
use std::time::SystemTime;

use http::{HeaderValue, Response, header};
use serde_json::{Value, json};

use super::handlers::Answer;
use super::received::Received;
use super::stream;
use crate::clock::Clock;
use crate::response::ApiError;
use crate::signing::Timestamp;
use crate::transport::Body;

/// What a handler answered.
pub(super) fn success(answer: Answer, clock: &Arc<dyn Clock>, request_id: &str) -> Response<Body> {
    match answer {
        Answer::Data(data) => enveloped(data, request_id),
        Answer::Stream(items) => stream::respond(items, clock, request_id),
    }
}

/// An error, which is noted too.
pub(super) fn error(error: ApiError, received: &mut Received) -> Response<Body> {
    let data = json!({ "Error": { "Code": error.code(), "Message": error.message() } });
    received.error = Some(error);
    enveloped(data, &received.request_id)
}

/// The data, an object, with the request id in it and the envelope around it.
fn enveloped(mut data: Value, request_id: &str) -> Response<Body> {
    data["RequestId"] = request_id.into();
    let mut response = Response::new(Body::from(json!({ "Response": data }).to_string()));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// The response with this date, unless it has one. A time that can't be written is left out.
pub(super) fn dated<B>(mut response: Response<B>, now: Option<SystemTime>) -> Response<B> {
    let printed = now.and_then(|now| {
        // The years that can be written.
        Timestamp::from_system_time(now)?;
        HeaderValue::try_from(httpdate::fmt_http_date(now)).ok()
    });
    if let Some(date) = printed {
        response.headers_mut().entry(header::DATE).or_insert(date);
    }
    response
}
