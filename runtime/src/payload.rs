//! The payload of a call: the request value, serialized once.

use bytes::Bytes;
use serde::Serialize;

/// Serializes a request as JSON.
pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<Bytes, serde_json::Error> {
    serde_json::to_vec(value).map(Bytes::from)
}
