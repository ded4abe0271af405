//! What a call would send, and how its signature comes about.

mod curl;
mod mask;

pub(crate) use self::mask::shortened;

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, header};

use self::mask::Mask;
use crate::credential::Credential;

/// A request that wasn't sent, and the texts that its signature was made of.
///
/// [`Call::explain`](crate::Call::explain) gives it. Its `Display` shows everything, for comparing with what another
/// program signs, or with the vendor's API Explorer. Secret id and token are masked unless
/// [`revealed`](Self::revealed); the secret key is in none of it.
///
/// # Example
///
/// ```
/// use tencent_action::{Client, Credential, tencent_action};
///
/// #[tencent_action(service = "vod", version = "2018-07-17")]
/// struct ManageTask {
///     task_id: &'static str,
///     operation_type: &'static str,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), tencent_action::Error> {
/// let credential = Credential::with_secret_id("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE").secret_key("key");
/// let client = Client::builder().credentials(credential).build()?;
///
/// let explanation = ManageTask { task_id: "t", operation_type: "Abort" }.send(&client).explain().await?;
/// assert!(explanation.canonical_request().is_some_and(|text| text.starts_with("POST\n/\n\ncontent-type:application/json\n")));
/// println!("{}", explanation.curl());
/// println!("{explanation}");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Explanation {
    request: Request<Bytes>,
    canonical_request: Option<String>,
    string_to_sign: Option<String>,
    mask: Mask,
}

impl Explanation {
    pub(crate) fn new(
        request: Request<Bytes>,
        canonical_request: Option<String>,
        string_to_sign: Option<String>,
        credential: Option<&Credential>,
    ) -> Self {
        Self { request, canonical_request, string_to_sign, mask: Mask::of(credential) }
    }

    /// The same, with secret id and token in plain sight: whoever reads it could send the request, for five minutes.
    #[must_use]
    pub fn revealed(mut self) -> Self {
        self.mask = Mask::default();
        self
    }

    /// `GET` or `POST`.
    pub fn method(&self) -> &Method {
        self.request.method()
    }

    /// The URL, with its query if there is one.
    pub fn url(&self) -> String {
        self.mask.hide(&self.request.uri().to_string())
    }

    /// The headers, by their names in lower case, in the order that they are sent in.
    pub fn headers(&self) -> impl Iterator<Item = (&str, String)> {
        let headers: &HeaderMap = self.request.headers();
        headers.iter().map(|(name, value)| (name.as_str(), self.mask.hide(&text(value))))
    }

    /// The body; empty for a GET.
    pub fn body(&self) -> Bytes {
        let body = self.request.body();
        // A form has secret id and token in it; what isn't text hasn't.
        match std::str::from_utf8(body) {
            Ok(text) => self.mask.hide(text).into(),
            Err(_) => body.clone(),
        }
    }

    /// What TC3-HMAC-SHA256 hashes first; `None` for the legacy signatures, and for a call that goes unsigned.
    pub fn canonical_request(&self) -> Option<String> {
        self.canonical_request.as_deref().map(|text| self.mask.hide(text))
    }

    /// The text that was signed; `None` for a call that goes unsigned.
    pub fn string_to_sign(&self) -> Option<String> {
        self.string_to_sign.as_deref().map(|text| self.mask.hide(text))
    }

    /// The header `Authorization`; `None` for the legacy signatures, whose signature is a parameter.
    pub fn authorization(&self) -> Option<String> {
        self.request.headers().get(header::AUTHORIZATION).map(|value| self.mask.hide(&text(value)))
    }

    /// A command that sends the same request, for a POSIX shell. It works if it is [`revealed`](Self::revealed).
    pub fn curl(&self) -> String {
        curl::command(&self.request, &self.mask)
    }
}

/// Everything, a heading above each part.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# Request\n{} {}", self.method(), self.url())?;
        for (name, value) in self.headers() {
            writeln!(f, "{name}: {value}")?;
        }
        if !self.body().is_empty() {
            writeln!(f, "\n{}", String::from_utf8_lossy(&self.body()))?;
        }
        if let Some(canonical_request) = self.canonical_request() {
            writeln!(f, "\n# Canonical request\n{canonical_request}")?;
        }
        if let Some(string_to_sign) = self.string_to_sign() {
            writeln!(f, "\n# String to sign\n{string_to_sign}")?;
        }
        write!(f, "\n# As a command\n{}", self.curl())
    }
}

impl fmt::Debug for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Explanation").field("method", self.method()).field("url", &self.url()).finish_non_exhaustive()
    }
}

fn text(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}
