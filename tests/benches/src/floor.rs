//! The least that a signed request takes, by hand: the day's HMAC keyed once, buffers kept, every constant header made once.

use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderName, HeaderValue, Method, Request, Uri};
use sha2::{Digest, Sha256};

use crate::subject::{REGION, SECRET_ID, SECRET_KEY};

const DATE: &str = "2019-02-25";
const BEGINNING: &str = "POST\n/\n\ncontent-type:application/json\nhost:vod.tencentcloudapi.com\nx-tc-action:managetask\n\n\
                         content-type;host;x-tc-action\n";

/// One service, one action, one day, one key.
pub(crate) struct Floor {
    key: Hmac<Sha256>,
    canonical: Vec<u8>,
    string_to_sign: Vec<u8>,
    authorization: Vec<u8>,
    /// What comes after the second.
    scope: String,
    /// How long the constant beginnings are.
    constant: [usize; 3],
    uri: Uri,
    host: HeaderValue,
    region: HeaderValue,
}

impl Floor {
    pub(crate) fn new() -> Self {
        let scope = format!("{DATE}/vod/tc3_request");
        let canonical = Vec::from(BEGINNING);
        let string_to_sign = Vec::from("TC3-HMAC-SHA256\n");
        let signed = "SignedHeaders=content-type;host;x-tc-action";
        let authorization =
            format!("TC3-HMAC-SHA256 Credential={SECRET_ID}/{scope}, {signed}, Signature=").into_bytes();
        Self {
            key: keyed(&day_key()),
            constant: [canonical.len(), string_to_sign.len(), authorization.len()],
            canonical,
            string_to_sign,
            authorization,
            scope: format!("\n{scope}\n"),
            uri: Uri::from_static("https://vod.tencentcloudapi.com/"),
            host: HeaderValue::from_static("vod.tencentcloudapi.com"),
            region: HeaderValue::from_static(REGION),
        }
    }

    /// The header `Authorization` of a payload.
    pub(crate) fn sign(&mut self, payload: &[u8], second: i64) -> &[u8] {
        let [canonical, string_to_sign, authorization] = self.constant;
        self.canonical.truncate(canonical);
        push_hex(&mut self.canonical, &Sha256::digest(payload));
        self.string_to_sign.truncate(string_to_sign);
        push_decimal(&mut self.string_to_sign, second);
        self.string_to_sign.extend_from_slice(self.scope.as_bytes());
        push_hex(&mut self.string_to_sign, &Sha256::digest(&self.canonical));
        let mut mac = self.key.clone();
        mac.update(&self.string_to_sign);
        self.authorization.truncate(authorization);
        push_hex(&mut self.authorization, &mac.finalize().into_bytes());
        &self.authorization
    }

    /// The text that is hashed first.
    pub(crate) fn canonical(&mut self, payload: &[u8]) -> &[u8] {
        self.canonical.truncate(self.constant[0]);
        push_hex(&mut self.canonical, &Sha256::digest(payload));
        &self.canonical
    }

    /// A signed request, with its seven headers.
    pub(crate) fn request(&mut self, payload: Vec<u8>, second: i64) -> Request<Bytes> {
        self.sign(&payload, second);
        let mut authorization = HeaderValue::from_bytes(&self.authorization).expect("ASCII");
        authorization.set_sensitive(true);
        let mut request = Request::new(Bytes::from(payload));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.uri.clone();
        let headers = request.headers_mut();
        headers.reserve(7);
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(HOST, self.host.clone());
        headers.insert(HeaderName::from_static("x-tc-action"), HeaderValue::from_static("ManageTask"));
        headers.insert(HeaderName::from_static("x-tc-version"), HeaderValue::from_static("2018-07-17"));
        headers.insert(HeaderName::from_static("x-tc-timestamp"), second.into());
        headers.insert(AUTHORIZATION, authorization);
        headers.insert(HeaderName::from_static("x-tc-region"), self.region.clone());
        request
    }
}

fn day_key() -> Vec<u8> {
    let link = |key: Vec<u8>, message: &str| {
        let mut mac = keyed(&key);
        mac.update(message.as_bytes());
        mac.finalize().into_bytes().to_vec()
    };
    [DATE, "vod", "tc3_request"].into_iter().fold(format!("TC3{SECRET_KEY}").into_bytes(), link)
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of any length")
}

fn push_decimal(text: &mut Vec<u8>, number: i64) {
    let mut digits = [0; 20];
    let (mut rest, mut at) = (number.unsigned_abs(), digits.len());
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).expect("a digit");
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    text.extend_from_slice(&digits[at..]);
}

fn push_hex(text: &mut Vec<u8>, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        text.extend_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
}
