//! All of a canonical request but the hash of its payload: the same for every call of an action.

use std::fmt;

use http::Method;
use sha2::{Digest, Sha256};

/// The text up to the hash, and the state of a hasher that has read it.
#[derive(Clone)]
pub(crate) struct CanonicalHead {
    text: String,
    signed_headers: String,
    hashed: Sha256,
}

impl CanonicalHead {
    pub(crate) fn new<'h>(method: &Method, query: &str, headers: impl IntoIterator<Item = (&'h str, &'h str)>) -> Self {
        let normal = |text: &str| text.trim().to_lowercase();
        let mut headers: Vec<_> = headers.into_iter().map(|(name, value)| (normal(name), normal(value))).collect();
        headers.sort();
        let names: Vec<_> = headers.iter().map(|(name, _)| name.as_str()).collect();
        let signed_headers = names.join(";");

        let lines: String = headers.iter().flat_map(|(name, value)| [name, ":", value, "\n"]).collect();
        let text = format!("{method}\n/\n{query}\n{lines}\n{signed_headers}\n");
        let hashed = Sha256::new_with_prefix(&text);
        Self { text, signed_headers, hashed }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn signed_headers(&self) -> &str {
        &self.signed_headers
    }

    pub(super) fn hashed(&self) -> Sha256 {
        self.hashed.clone()
    }
}

/// The text is all there is to it.
impl PartialEq for CanonicalHead {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for CanonicalHead {}

impl fmt::Debug for CanonicalHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}
