//! Random parameters, written as a client writes them and read as the cloud reads them; and requests that are damaged.

mod value;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use serde_json::Value;

use self::value::{Any, Part};
use super::authorization::Authorization;
use super::node::Node;
use super::unflatten::unflatten;
use super::{multipart, pairs};
use crate::action::Encoding;
use crate::payload::{Payload, Writer, encode};
use crate::protocol::Protocol;
use crate::random::{DEEP, Random, cases, nested};
use crate::response::ApiError;

fn written(pairs: &[(String, String)]) -> String {
    encode(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

/// The parameters of a query.
fn read(query: &[u8]) -> Result<Value, ApiError> {
    let pairs = pairs::decode(query)?;
    unflatten(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))).map(|all| Node::Object(all).to_json())
}

#[test]
fn any_value_comes_back_from_a_query_or_has_no_form_in_one() {
    cases(Any::request, |request| {
        let json = serde_json::to_value(request).unwrap();
        let flat = Writer::pairs(request);
        let of_json = Writer::pairs(&json);
        assert_eq!(flat.is_ok(), value::has_form(&json, false), "{flat:?}");
        assert_eq!(flat.as_ref().ok(), of_json.as_ref().ok(), "{json}");
        if let Ok(pairs) = flat {
            assert_eq!(read(written(&pairs).as_bytes()).unwrap(), value::in_words(&json), "{pairs:?}");
        }
    });
}

#[test]
fn any_query_is_read_as_what_writes_it_or_refused() {
    const PIECES: &[&str] =
        &["A", ".", "0", "1", "2", ".0.", "=", "&", "%", "%2E", "%C3%A9", "%ff", "+", "é", "B.0=", "01"];
    let make = |random: &mut Random| {
        let query = match Writer::pairs(&Any::request(random)) {
            Ok(pairs) if random.once_in(2) => written(&pairs),
            _ => random.text(PIECES, 24),
        };
        random.damage(query.into_bytes(), PIECES)
    };
    cases(make, |query| match read(query) {
        Ok(json) => {
            let written = written(&Writer::pairs(&json).unwrap());
            assert_eq!(read(written.as_bytes()).unwrap(), json);
        }
        Err(error) => assert!(!error.message().is_empty()),
    });
}

/// The headers and the body of a request in parts.
fn multipart_of(request: &Part, random: &mut Random) -> (HeaderMap, Bytes) {
    let random = || random.number_below(u64::MAX);
    match Payload::new(request, Encoding::Multipart, "vod", Protocol::default(), None, random).unwrap() {
        Payload::Multipart { content_type, body } => {
            ([(header::CONTENT_TYPE, content_type)].into_iter().collect(), body)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn any_request_in_parts_comes_back() {
    let make = |random: &mut Random| {
        let request = Part::request(random);
        let sent = multipart_of(&request, random);
        (request, sent)
    };
    cases(make, |(request, (headers, body))| {
        let read = multipart::parse(headers, body).unwrap();
        assert_eq!(Node::Object(read).to_json(), request.received());
    });
}

#[test]
fn any_damaged_parts_are_read_or_refused() {
    const PIECES: &[&str] = &[
        "\r\n",
        "--",
        "\r\n\r\n",
        ":",
        ";",
        "=",
        "\"",
        "\\",
        "name",
        "filename",
        "form-data",
        "application/json",
        "\u{0}",
        "é",
    ];
    let make = |random: &mut Random| {
        let request = Part::request(random);
        let (mut headers, body) = multipart_of(&request, random);
        let content_type = random.damage(headers[header::CONTENT_TYPE].as_bytes().to_vec(), PIECES);
        if let (true, Ok(value)) = (random.once_in(4), HeaderValue::from_bytes(&content_type)) {
            headers.insert(header::CONTENT_TYPE, value);
        }
        (headers, Bytes::from(random.damage(body.to_vec(), PIECES)))
    };
    cases(make, |(headers, body)| match multipart::parse(headers, body) {
        Ok(members) => assert!(!members.contains_key("")),
        Err(error) => assert!(["InvalidRequest", "InvalidParameter"].contains(&error.code()), "{error}"),
    });
}

#[test]
fn any_authorization_is_read_as_what_writes_it_or_refused() {
    const GOOD: &str =
        "TC3-HMAC-SHA256 Credential=AKID/2026-11-30/vod/tc3_request, SignedHeaders=content-type;host, Signature=";
    const PIECES: &[&str] =
        &[",", " ", "=", "/", ";", "Credential=", "Signature=", "SignedHeaders=", "tc3_request", "a", "SKIP"];
    let make = |random: &mut Random| {
        let text = format!("{GOOD}{}", "0a".repeat(32));
        random.damage(text.into_bytes(), PIECES)
    };
    let headers = |value: HeaderValue| HeaderMap::from_iter([(header::AUTHORIZATION, value)]);
    cases(make, |bytes| {
        let Ok(value) = HeaderValue::from_bytes(bytes) else { return };
        let sent = headers(value);
        match Authorization::read(&sent) {
            Ok(read) => {
                let Authorization { secret_id, date, service, signed_headers, signature } = &read;
                let again = format!(
                    "TC3-HMAC-SHA256 Credential={secret_id}/{date}/{service}/tc3_request,SignedHeaders={},Signature={signature}",
                    signed_headers.join(";")
                );
                assert_eq!(Authorization::read(&headers(again.parse().unwrap())), Ok(read));
            }
            Err(error) => assert_eq!(error.code(), "AuthFailure.InvalidAuthorization"),
        }
    });
}

#[test]
fn parameters_of_any_depth_are_refused() {
    assert_eq!(read(nested(DEEP, "A.", "0=1", "").as_bytes()).unwrap_err().code(), "InvalidParameter");
    let head = "--b\r\nContent-Disposition: form-data; name=\"A\"\r\nContent-Type: application/json\r\n\r\n";
    let body = format!("{head}{}\r\n--b--", nested(DEEP, "[", "", "]"));
    let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, "multipart/form-data; boundary=b".parse().unwrap())]);
    assert_eq!(multipart::parse(&headers, &body.into()).unwrap_err().code(), "InvalidParameter");
}
