//! A request of any HTTP client, signed in place.

use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderMap, HeaderName};
use http::uri::Scheme;
use http::{HeaderValue, Request, Uri};

use super::{CanonicalRequest, PayloadHash, SigningKey, StringToSign, Timestamp};
use crate::credential::Credential;

const ACTION: HeaderName = HeaderName::from_static("x-tc-action");
const CONTENT_HASH: HeaderName = HeaderName::from_static("x-tc-content-sha256");
const TIMESTAMP: HeaderName = HeaderName::from_static("x-tc-timestamp");
const TOKEN: HeaderName = HeaderName::from_static("x-tc-token");
const VERSION: HeaderName = HeaderName::from_static("x-tc-version");

/// Signs a request with TC3-HMAC-SHA256, for whatever HTTP client is going to send it.
///
/// The request is complete but for its signature: its body, an absolute URI whose path is `/`, and the headers
/// `Content-Type`, `X-TC-Action` and `X-TC-Version`; `X-TC-Region` and `X-TC-Language` if they are wanted. What is added is
/// `Host`, if it isn't there, `X-TC-Timestamp`, the `X-TC-Token` of a temporary key, and `Authorization`; the last two are
/// marked as sensitive. Signed again, for a retry, it gets new ones.
///
/// `service` is the first label of the service's own domain, as `vod`, whatever host the request goes to. The server accepts
/// a timestamp for 300 seconds. A body isn't signed if the request says so itself, by the header
/// `X-TC-Content-SHA256: UNSIGNED-PAYLOAD`.
///
/// What is signed is what must be sent: the client mustn't change the body, the query, `Content-Type` or `Host`, nor send it
/// elsewhere on a redirect.
///
/// # Errors
///
/// Nothing is changed then:
///
/// - One of the three headers isn't there, or twice, or isn't ASCII text.
/// - The URI has a path, or no scheme before its host; or neither it nor a header has a host.
/// - The secret id or the token has characters that can't go into a header.
///
/// # Example
///
/// ```
/// use http::Request;
/// use tencent_action::signing::{Timestamp, sign};
/// use tencent_action::{Clock, Credential, SystemClock};
///
/// let mut request = Request::post("https://vod.tencentcloudapi.com/")
///     .header("Content-Type", "application/json")
///     .header("X-TC-Action", "ManageTask")
///     .header("X-TC-Version", "2018-07-17")
///     .body(r#"{"TaskId":"251000333-…","OperationType":"Abort"}"#)?;
///
/// let credential = Credential::with_secret_id("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE").secret_key("key");
/// let now = Timestamp::from_system_time(SystemClock.now()).ok_or("a clock before 1970")?;
/// sign(&mut request, "vod", &credential, now)?;
///
/// assert_eq!(request.headers()["host"], "vod.tencentcloudapi.com");
/// assert!(request.headers()["authorization"].to_str()?.starts_with("TC3-HMAC-SHA256 Credential=AKIDz8krb"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sign<B: AsRef<[u8]>>(
    request: &mut Request<B>,
    service: &str,
    credential: &Credential,
    timestamp: Timestamp,
) -> Result<(), SignError> {
    let host = host(request.headers(), request.uri())?;
    let authorization = authorize(request, &host, service, credential, timestamp)?;
    let token = credential.token().map(|token| sensitive("token", token)).transpose()?;

    let headers = request.headers_mut();
    headers.insert(HOST, host);
    headers.insert(TIMESTAMP, timestamp.as_second().into());
    headers.insert(AUTHORIZATION, authorization);
    match token {
        Some(token) => headers.insert(TOKEN, token),
        // It was another key's.
        None => headers.remove(TOKEN),
    };
    Ok(())
}

/// The stages, over what the request says.
fn authorize<B: AsRef<[u8]>>(
    request: &Request<B>,
    host: &HeaderValue,
    service: &str,
    credential: &Credential,
    timestamp: Timestamp,
) -> Result<HeaderValue, SignError> {
    let headers = request.headers();
    only(headers, &VERSION)?;
    let signed = [
        ("content-type", only(headers, &CONTENT_TYPE)?),
        ("host", text(&HOST, host)?),
        ("x-tc-action", only(headers, &ACTION)?),
    ];
    let is_unsigned = headers.get(CONTENT_HASH).is_some_and(|value| value == "UNSIGNED-PAYLOAD");
    let hash = if is_unsigned { PayloadHash::unsigned() } else { PayloadHash::of(request.body().as_ref()) };
    let query = request.uri().query().unwrap_or_default();
    let canonical = CanonicalRequest::new(request.method(), query, signed, hash);
    let string_to_sign = StringToSign::new(timestamp, service, &canonical);
    let key = SigningKey::derive(credential, timestamp, service);
    let authorization = key.authorize(credential, &canonical, &string_to_sign);
    authorization.into_header_value().map_err(|_| SignError::unfit("secret id"))
}

/// The host that the request says, or that of its URI as HTTP clients write it: with the port, unless it is the scheme's.
fn host(headers: &HeaderMap, uri: &Uri) -> Result<HeaderValue, SignError> {
    // It has no path either.
    if uri.authority().is_some() && uri.scheme().is_none() {
        return Err(SignError("the URI of the request has no scheme: put `https://` before its host".to_owned()));
    }
    if uri.path() != "/" {
        return Err(SignError(format!("the path of the request is `{}`: the API has none but `/`", uri.path())));
    }
    if headers.contains_key(HOST) {
        only(headers, &HOST)?;
        return Ok(headers[HOST].clone());
    }
    let nowhere = || SignError("the request has no host, neither in its URI nor in a header".to_owned());
    let authority = uri.authority().ok_or_else(nowhere)?;
    let port = authority.port_u16().filter(|port| Some(*port) != default_port(uri.scheme()));
    let host = port.map_or_else(|| authority.host().to_owned(), |port| format!("{}:{port}", authority.host()));
    HeaderValue::try_from(host).map_err(|_| nowhere())
}

fn default_port(scheme: Option<&Scheme>) -> Option<u16> {
    match scheme?.as_str() {
        "https" => Some(443),
        "http" => Some(80),
        _ => None,
    }
}

/// The one value of a header.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Result<&'h str, SignError> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => text(name, value),
        (None, _) => Err(SignError(format!("the request has no header `{name}`, which the API asks for"))),
        (Some(_), Some(_)) => Err(SignError(format!("the request has more than one header `{name}`"))),
    }
}

fn text<'h>(name: &HeaderName, value: &'h HeaderValue) -> Result<&'h str, SignError> {
    value.to_str().map_err(|_| SignError(format!("the header `{name}` of the request isn't ASCII text")))
}

fn sensitive(what: &str, value: &str) -> Result<HeaderValue, SignError> {
    let mut value = HeaderValue::from_str(value).map_err(|_| SignError::unfit(what))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Why a request can't be [signed](sign). No message has anything secret in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SignError(String);

impl SignError {
    fn unfit(what: &str) -> Self {
        Self(format!("the {what} has characters that can't go into a header"))
    }
}
