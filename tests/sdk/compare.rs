//! Our request and the SDK's, held against each other.
//!
//! What differs by right is named where it is dropped or read in two ways; everything else must be the same.

mod multipart;
mod pairs;
mod signature;

pub(crate) use self::pairs::decoded;

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Deserialize;
use serde_json::Value;

use crate::cases::Case;
use crate::wire::Wire;

/// What the SDK makes of a request.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Answer {
    pub(crate) theirs: Wire,
    /// Of a request that we have sent.
    pub(crate) resigned: Option<Resigned>,
}

/// The SDK's signatures of our request.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Resigned {
    /// TC3, of the two headers that the SDK signs.
    tc3: Option<String>,
    /// The header, with the headers that we sign.
    authorization: Option<String>,
    /// The parameter `Signature`.
    legacy: Option<String>,
}

/// What only the SDK sends, or is up to an HTTP library. None of it is signed.
const THEIRS: [&str; 7] =
    ["accept", "accept-encoding", "connection", "content-length", "user-agent", "x-tc-requestclient", "x-tc-traceid"];

/// Fails with the first difference that shouldn't be.
pub(crate) fn compare(case: &Case, ours: &Wire, answer: &Answer) -> Result<(), String> {
    let theirs = &answer.theirs;
    same("method", &ours.method, &theirs.method)?;
    same("address", ours.address(), theirs.address())?;
    same("headers", &headers(case, ours), &headers(case, theirs))?;
    parameters(case, ours, theirs)?;
    signature::theirs_by_us(case, theirs)?;
    let resigned = answer.resigned.as_ref().ok_or("the SDK wasn't given our request")?;
    signature::ours_by_them(case, ours, resigned)
}

/// The headers that both send, with the same value. `Authorization` is another where it is a signature, for the SDK
/// doesn't sign the action.
fn headers<'a>(case: &Case, wire: &'a Wire) -> BTreeMap<&'a str, &'a str> {
    let is_signature = |name| name == "authorization" && !case.form.skip && !case.form.is_legacy();
    let headers = wire.headers.iter().map(|(name, value)| (&**name, &**value));
    headers.filter(|(name, _)| !THEIRS.contains(name) && !is_signature(*name)).collect()
}

fn parameters(case: &Case, ours: &Wire, theirs: &Wire) -> Result<(), String> {
    match case.form.encoding {
        "multipart" => multipart::compare(case, ours, theirs),
        // The other parameters are headers.
        "octet-stream" => same_bytes("body", &ours.body, &theirs.body),
        _ if case.form.is_flat() => pairs::compare(case, ours, theirs),
        // Spaces between values and escapes within them are up to the writer.
        _ => same("body", &json(&ours.body)?, &json(&theirs.body)?),
    }
}

fn json(body: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(body).map_err(|error| format!("this isn't JSON: {error}"))
}

fn same<T: PartialEq + Debug + ?Sized>(what: &str, ours: &T, theirs: &T) -> Result<(), String> {
    if ours == theirs { Ok(()) } else { Err(format!("{what}: ours is {ours:?}, theirs is {theirs:?}")) }
}

fn same_bytes(what: &str, ours: &[u8], theirs: &[u8]) -> Result<(), String> {
    same(what, &ours.escape_ascii().to_string(), &theirs.escape_ascii().to_string())
}
