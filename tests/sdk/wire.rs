//! A request as it goes over the wire.

use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Request};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A request, and how both programs write one down.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Wire {
    pub(crate) method: String,
    pub(crate) url: String,
    /// By their names in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    #[serde(serialize_with = "as_text", deserialize_with = "from_text")]
    pub(crate) body: Vec<u8>,
}

impl Wire {
    pub(crate) fn of(request: &Request<Bytes>) -> Self {
        Self {
            method: request.method().to_string(),
            url: request.uri().to_string(),
            headers: headers(request.headers()),
            body: request.body().to_vec(),
        }
    }

    /// What is before the `?`.
    pub(crate) fn address(&self) -> &str {
        self.url.split('?').next().unwrap_or_default()
    }

    /// What is behind the `?`, as it is.
    pub(crate) fn query(&self) -> &str {
        self.url.split_once('?').map_or("", |(_, query)| query)
    }

    pub(crate) fn header(&self, name: &str) -> Result<&str, String> {
        self.headers.get(name).map(String::as_str).ok_or_else(|| format!("there is no header {name}"))
    }
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, url, headers, body } = self;
        write!(f, "{method} {url} {headers:?} {}", body.escape_ascii())
    }
}

fn headers(all: &HeaderMap) -> BTreeMap<String, String> {
    assert_eq!(all.keys_len(), all.len(), "a header is there twice: {all:?}");
    all.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect()
}

/// Bytes as text, a character each: JSON has nothing for bytes.
pub(crate) fn as_text<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&bytes.iter().copied().map(char::from).collect::<String>())
}

fn from_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.chars().map(|char| u8::try_from(char).map_err(serde::de::Error::custom)).collect()
}
