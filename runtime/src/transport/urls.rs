//! Requests as reqwest wants them.

use bytes::Bytes;
use http::{Request, Uri};
use reqwest::Url;

use crate::memo::Memo;

/// The addresses of requests as URLs, each parsed once: that takes as long as a signature.
#[derive(Debug, Default)]
pub(super) struct Urls(Memo<Parsed>);

struct Parsed {
    uri: Uri,
    url: Url,
}

impl Urls {
    /// What reqwest makes of a request. What it is asked for: one with a query, which won't come again, and one with extensions,
    /// which only it can take along.
    pub(super) fn request(&self, request: Request<Bytes>) -> Result<reqwest::Request, reqwest::Error> {
        let recurs = request.uri().query().is_none() && request.extensions().is_empty();
        let Some(url) = recurs.then(|| self.url(request.uri())).flatten() else {
            return reqwest::Request::try_from(request);
        };
        let (parts, body) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, url);
        *request.headers_mut() = parts.headers;
        *request.version_mut() = parts.version;
        *request.body_mut() = Some(body.into());
        Ok(request)
    }

    /// None if reqwest has an error for it.
    fn url(&self, uri: &Uri) -> Option<Url> {
        let parse = || Url::parse(&uri.to_string()).map(|url| Parsed { uri: uri.clone(), url });
        let parsed = self.0.find_or(uri.authority()?.as_str(), |parsed| parsed.uri == *uri, parse);
        parsed.ok().map(|parsed| parsed.url.clone())
    }
}

#[cfg(test)]
mod tests {
    use http::Version;

    use super::*;

    fn post(uri: &str) -> Request<Bytes> {
        let request = Request::post(uri).version(Version::HTTP_2).header("x-tc-action", "ManageTask");
        request.body(Bytes::from_static(b"{}")).unwrap()
    }

    /// All that can be seen of it.
    fn seen(request: &reqwest::Request) -> String {
        format!("{request:?} {:?} {:?}", request.version(), request.body().and_then(reqwest::Body::as_bytes))
    }

    #[test]
    fn a_request_is_what_reqwest_makes_of_it_and_stays_so() {
        let urls = Urls::default();
        let addresses =
            ["https://vod.example/", "https://VOD.example:443/", "https://vod.example/other", "http://[::1]:80/?a=b+c"];
        for uri in addresses.into_iter().cycle().take(8) {
            let expected = reqwest::Request::try_from(post(uri)).unwrap();
            assert_eq!(seen(&urls.request(post(uri)).unwrap()), seen(&expected));
        }
    }

    #[test]
    fn what_is_no_url_is_reqwests_error() {
        for uri in ["/", "https://a b/"].iter().filter_map(|uri| uri.parse::<Uri>().ok()) {
            let mut request = post("https://vod.example/");
            *request.uri_mut() = uri;
            assert!(Urls::default().request(request).unwrap_err().is_builder());
        }
    }
}
