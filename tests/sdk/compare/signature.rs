//! Signatures: theirs by our functions, ours by theirs.

use http::Method;
use tencent_action::signing::{
    Authorization, CanonicalRequest, LegacyStringToSign, PayloadHash, SigningKey, StringToSign, Timestamp,
};

use super::{Resigned, pairs, same};
use crate::cases::Case;
use crate::wire::Wire;

/// Signs the SDK's request, exactly its bytes and its headers, and compares with what it sent.
pub(super) fn theirs_by_us(case: &Case, theirs: &Wire) -> Result<(), String> {
    if case.form.skip {
        return same("authorization", "SKIP", theirs.header("authorization")?);
    }
    if case.form.is_legacy() {
        let (signed, signature) = legacy(case, theirs)?;
        return same("their signature", &signed, &signature);
    }
    let sent = theirs.header("authorization")?;
    same("their authorization", &*tc3(case, theirs, signed_headers(sent)?)?.to_string(), sent)
}

/// Compares what we sent with what the SDK signs it with.
pub(super) fn ours_by_them(case: &Case, ours: &Wire, resigned: &Resigned) -> Result<(), String> {
    let Resigned { tc3: two_headers, authorization, legacy: signature } = resigned;
    if case.form.skip {
        return same("authorization", ours.header("authorization")?, "SKIP");
    }
    if case.form.is_legacy() {
        let (signed, sent) = legacy(case, ours)?;
        same("our signature, twice", &signed, &sent)?;
        return same("our signature", &Some(sent), signature);
    }
    // Every stage of the SDK's, over our bytes.
    let signed = tc3(case, ours, vec!["content-type", "host"])?.signature();
    same("our signature of two headers", &Some(signed), two_headers)?;
    // Its last stages, over the headers that we sign.
    same("our authorization", &Some(ours.header("authorization")?), &authorization.as_deref())
}

/// The header that a request should have, with these headers signed.
fn tc3(case: &Case, wire: &Wire, names: Vec<&str>) -> Result<Authorization, String> {
    let second = wire.header("x-tc-timestamp")?.parse().map_err(|_| "the timestamp isn't a number")?;
    let timestamp = Timestamp::from_second(second).ok_or("there is no such time")?;
    let headers = names.into_iter().map(|name| Ok((name, wire.header(name)?))).collect::<Result<Vec<_>, String>>()?;
    let hash = match wire.headers.get("x-tc-content-sha256").map(String::as_str) {
        Some("UNSIGNED-PAYLOAD") => PayloadHash::unsigned(),
        _ => PayloadHash::of(&wire.body),
    };
    let method = method(wire)?;
    let canonical = CanonicalRequest::new(&method, wire.query(), headers, hash);
    let string_to_sign = StringToSign::new(timestamp, case.service, &canonical);
    let credential = case.credential();
    Ok(SigningKey::derive(&credential, timestamp, case.service).authorize(&credential, &canonical, &string_to_sign))
}

/// The signature that a request should have, and the one that it has.
fn legacy(case: &Case, wire: &Wire) -> Result<(String, String), String> {
    let mut all = pairs::decoded(wire)?;
    let signature = all.remove("Signature").ok_or("there is no signature")?;
    let by = all.get("SignatureMethod").and_then(|method| method.parse().ok()).ok_or("there is no such method")?;
    let method = method(wire)?;
    let pairs = all.iter().map(|(name, value)| (&**name, &**value));
    let signed = LegacyStringToSign::new(&method, wire.header("host")?, pairs).sign(&case.credential(), by);
    Ok((signed, signature))
}

fn method(wire: &Wire) -> Result<Method, String> {
    wire.method.parse().map_err(|_| format!("`{}` is no method", wire.method))
}

fn signed_headers(authorization: &str) -> Result<Vec<&str>, String> {
    let names = authorization.split(", ").find_map(|item| item.strip_prefix("SignedHeaders="));
    Ok(names.ok_or("it doesn't say which headers are signed")?.split(';').collect())
}
