//! A signer of TC3-HMAC-SHA256.

use bytes::Bytes;
use http::Request;

use super::{hex, hmac_sha256, sha256};

pub(crate) const BODY: &str = r#"{"TaskId":"t","OperationType":"Abort"}"#;
pub(crate) const AUTHORIZATION: &str = "authorization";

/// A request before it is signed; each field can be forged.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) method: &'static str,
    pub(crate) query: String,
    pub(crate) id: &'static str,
    pub(crate) key: &'static str,
    pub(crate) date: &'static str,
    pub(crate) service: &'static str,
    pub(crate) terminator: &'static str,
    pub(crate) signed: &'static [&'static str],
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    /// What is hashed in place of the body, if something is.
    pub(crate) hashed: Option<&'static str>,
}

impl Draft {
    /// POST with JSON.
    pub(crate) fn right() -> Self {
        let headers = [
            ("content-type", "application/json"),
            ("host", "vod.tencentcloudapi.com"),
            ("x-tc-action", "ManageTask"),
            ("x-tc-version", "2018-07-17"),
            ("x-tc-timestamp", "1551113065"),
        ];
        Self {
            method: "POST",
            query: String::new(),
            id: "AKID1",
            key: "key-1",
            date: "2019-02-25",
            service: "vod",
            terminator: "tc3_request",
            signed: &["content-type", "host", "x-tc-action"],
            headers: headers.map(|(name, value)| (name, value.to_owned())).to_vec(),
            body: BODY.into(),
            hashed: None,
        }
    }

    /// GET with this query.
    pub(crate) fn query(query: &str) -> Self {
        let form = Self::right().header("content-type", "application/x-www-form-urlencoded");
        Self { method: "GET", query: query.to_owned(), body: Vec::new(), ..form }
    }

    /// POST with this body.
    pub(crate) fn body(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..Self::right().header("content-type", content_type) }
    }

    /// To another action.
    pub(crate) fn to(self, service: &'static str, version: &str, action: &str) -> Self {
        let to = self.header("host", &format!("{service}.tencentcloudapi.com"));
        Self { service, ..to.header("x-tc-version", version).header("x-tc-action", action) }
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self
    }

    fn value(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    pub(crate) fn authorization(&self) -> String {
        let line = |text: String, name: &&str| format!("{text}{name}:{}\n", self.value(name).to_lowercase());
        let lines = self.signed.iter().fold(String::new(), line);
        let names = self.signed.join(";");
        let hash = self.hashed.map_or_else(|| sha256(&self.body), sha256);
        let canonical = format!("{}\n/\n{}\n{lines}\n{names}\n{hash}", self.method, self.query);
        let scope = format!("{}/{}/{}", self.date, self.service, self.terminator);
        let text = format!("TC3-HMAC-SHA256\n{}\n{scope}\n{}", self.value("x-tc-timestamp"), sha256(&canonical));
        let mut key = format!("TC3{}", self.key).into_bytes();
        for part in [self.date, self.service, self.terminator] {
            key = hmac_sha256(&key, part);
        }
        let signature = hex(&hmac_sha256(&key, &text));
        format!("TC3-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={signature}", self.id)
    }

    pub(crate) fn sign(self) -> Request<Bytes> {
        let authorization = self.authorization();
        self.header(AUTHORIZATION, &authorization).unsigned()
    }

    /// This request with the signature of another one.
    pub(crate) fn signed_as(self, other: &Self) -> Request<Bytes> {
        self.header(AUTHORIZATION, &other.authorization()).unsigned()
    }

    /// The request as it stands, with the `Authorization` header that was put there by hand, if any.
    pub(crate) fn unsigned(self) -> Request<Bytes> {
        let query = if self.query.is_empty() { String::new() } else { format!("?{}", self.query) };
        let mut request =
            Request::builder().method(self.method).uri(format!("https://vod.tencentcloudapi.com/{query}"));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        request.body(self.body.into()).unwrap()
    }
}
