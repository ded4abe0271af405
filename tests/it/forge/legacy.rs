//! A signer of HmacSHA1 and HmacSHA256.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::Request;
use sha1::Sha1;

use super::hmac_sha256;

const URLENCODED: &str = "application/x-www-form-urlencoded";

/// A request before it is signed; each field can be forged.
#[derive(Clone)]
pub(crate) struct Legacy {
    pub(crate) method: &'static str,
    pub(crate) host: &'static str,
    pub(crate) content_type: &'static str,
    pub(crate) key: &'static str,
    pub(crate) with_sha256: bool,
    pub(crate) pairs: Vec<(String, String)>,
}

impl Legacy {
    /// A form, signed by HmacSHA256.
    pub(crate) fn form() -> Self {
        let pairs = [
            ("Action", "ManageTask"),
            ("Version", "2018-07-17"),
            ("Timestamp", "1551113065"),
            ("Nonce", "11886"),
            ("SecretId", "AKID1"),
            ("SignatureMethod", "HmacSHA256"),
            ("TaskId", "t"),
            ("OperationType", "Abort"),
        ];
        Self {
            method: "POST",
            host: "vod.tencentcloudapi.com",
            content_type: URLENCODED,
            key: "key-1",
            with_sha256: true,
            pairs: pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
        }
    }

    /// A query, signed by HmacSHA1, which isn't named.
    pub(crate) fn query() -> Self {
        Self { method: "GET", with_sha256: false, ..Self::form().without("SignatureMethod") }
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub(crate) fn pair(self, name: &str, value: &str) -> Self {
        let mut changed = self.without(name);
        changed.pairs.push((name.to_owned(), value.to_owned()));
        changed
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.pairs.retain(|(known, _)| known != name);
        self
    }

    pub(crate) fn signature(&self) -> String {
        let mut pairs: Vec<_> = self.pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.sort_by(|one, other| one.split_once('=').unwrap().0.cmp(other.split_once('=').unwrap().0));
        let text = format!("{}{}/?{}", self.method, self.host, pairs.join("&"));
        if self.with_sha256 {
            return STANDARD.encode(hmac_sha256(self.key.as_bytes(), &text));
        }
        let mut mac = Hmac::<Sha1>::new_from_slice(self.key.as_bytes()).unwrap();
        mac.update(text.as_bytes());
        STANDARD.encode(mac.finalize().into_bytes())
    }

    /// The parameters as they go over the wire, in the order in which they were added.
    pub(crate) fn text(&self) -> String {
        let pair = |(name, value): &(String, String)| format!("{}={}&", encode(name), encode(value));
        let pairs: String = self.pairs.iter().map(pair).collect();
        format!("{pairs}Signature={}", encode(&self.signature()))
    }

    pub(crate) fn sign(&self) -> Request<Bytes> {
        self.carrying(&self.text())
    }

    /// The request without its signature.
    pub(crate) fn unsigned(&self) -> Request<Bytes> {
        let text = self.text();
        self.carrying(text.rsplit_once("&Signature=").unwrap().0)
    }

    /// The request with this signature in place of its own.
    pub(crate) fn signed_with(&self, signature: &str) -> Request<Bytes> {
        let text = self.text();
        let (rest, _) = text.rsplit_once("&Signature=").unwrap();
        self.carrying(&format!("{rest}&Signature={}", encode(signature)))
    }

    /// The request with this text in place of its parameters.
    pub(crate) fn carrying(&self, text: &str) -> Request<Bytes> {
        let request = Request::builder().method(self.method).header("host", self.host);
        let request =
            if self.content_type.is_empty() { request } else { request.header("content-type", self.content_type) };
        let url = format!("https://{}/", self.host);
        if self.method == "GET" {
            return request.uri(format!("{url}?{text}")).body(Bytes::new()).unwrap();
        }
        request.uri(url).body(text.to_owned().into()).unwrap()
    }
}

/// Percent-encoding with everything encoded that may be.
fn encode(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}
