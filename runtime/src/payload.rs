//! The payload of a call: the request value, serialized once.

use bytes::Bytes;
use serde::Serialize;
use serde::ser::Error;

/// Serializes a request as JSON. It must be an object: the API has parameters by name only.
pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<Bytes, serde_json::Error> {
    let payload = serde_json::to_vec(value)?;
    if payload.first() != Some(&b'{') {
        return Err(Error::custom("it isn't an object, with a member for each parameter"));
    }
    Ok(payload.into())
}
