//! Scalars of the lenient pass, out of their JSON.
//!
//! They aren't left to `deserialize_any`: with serde_json's feature `arbitrary_precision`, which any crate may turn on,
//! that makes a map of a number.

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde_json::value::RawValue;

use super::Reading;
use crate::response::text::string;

/// A string, or the digits of a number as they stand there: as a float, some would be lost.
pub(super) fn text<'de, D, V>(inner: D, reading: &Reading<'_>, visitor: V) -> Result<V::Value, D::Error>
where
    D: Deserializer<'de>,
    V: Visitor<'de>,
{
    let json = <&RawValue>::deserialize(inner)?.get();
    match json.as_bytes().first() {
        Some(b'"') => visit_text(json, reading, visitor),
        Some(b'-' | b'0'..=b'9') => visitor.visit_str(json),
        _ => Err(other(json, &visitor)),
    }
}

/// A number, a boolean or a string.
pub(super) fn scalar<'de, D, V>(inner: D, reading: &Reading<'_>, visitor: V) -> Result<V::Value, D::Error>
where
    D: Deserializer<'de>,
    V: Visitor<'de>,
{
    let json = <&RawValue>::deserialize(inner)?.get();
    match json.as_bytes().first() {
        Some(b'"') => visit_text(json, reading, visitor),
        Some(b'-' | b'0'..=b'9') => visit_number(json, visitor),
        Some(b't' | b'f') => visitor.visit_bool(json == "true"),
        _ => Err(other(json, &visitor)),
    }
}

fn visit_text<'de, V: Visitor<'de>, E: Error>(json: &str, reading: &Reading<'_>, visitor: V) -> Result<V::Value, E> {
    let text = string(json);
    let outcome = visitor.visit_str(&text);
    reading.last.replace(text);
    outcome
}

fn visit_number<'de, V: Visitor<'de>, E: Error>(json: &str, visitor: V) -> Result<V::Value, E> {
    if let Ok(number) = json.parse() {
        return visitor.visit_u64(number);
    }
    if let Ok(number) = json.parse() {
        return visitor.visit_i64(number);
    }
    match json.parse::<f64>() {
        Ok(number) if number.is_finite() => visitor.visit_f64(number),
        _ => Err(E::custom("number out of range")),
    }
}

/// What is none of the scalars that were expected.
fn other<'de, V: Visitor<'de>, E: Error>(json: &str, visitor: &V) -> E {
    let unexpected = match json.as_bytes().first() {
        Some(b'[') => Unexpected::Seq,
        Some(b'{') => Unexpected::Map,
        Some(b't' | b'f') => Unexpected::Bool(json == "true"),
        _ => Unexpected::Other("null"),
    };
    E::invalid_type(unexpected, visitor)
}
