//! Where a call goes: service, site, region, domain and overrides become an origin.

mod domain;
#[cfg(test)]
mod tests;

pub use self::domain::Domain;

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use http::Uri;
use http::uri::{Authority, Scheme};

/// What all hosts end in.
const ROOT: &str = "tencentcloudapi.com";

/// Which edition of Tencent Cloud an account belongs to. An account of one is unknown at the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Site {
    /// `intl.cloud.tencent.com`; hosts are `{service}.intl.tencentcloudapi.com`. The default.
    #[default]
    International,
    /// `cloud.tencent.com`, the site of mainland China; hosts are `{service}.tencentcloudapi.com`.
    Mainland,
}

impl Site {
    /// The other one: what to try when a secret id isn't found.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::International => Self::Mainland,
            Self::Mainland => Self::International,
        }
    }

    fn domain(self) -> &'static str {
        match self {
            Self::International => "intl.tencentcloudapi.com",
            Self::Mainland => ROOT,
        }
    }
}

/// `international` or `mainland`, as `TENCENTCLOUD_SITE` takes them.
impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::International => "international",
            Self::Mainland => "mainland",
        })
    }
}

impl FromStr for Site {
    type Err = EndpointError;

    fn from_str(text: &str) -> Result<Self, EndpointError> {
        match text {
            "international" | "intl" => Ok(Self::International),
            "mainland" | "cn" => Ok(Self::Mainland),
            _ => Err(EndpointError(format!("no site is called `{text}`: it is `international` or `mainland`"))),
        }
    }
}

/// An origin that requests go to: scheme, host and port.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Endpoint {
    scheme: Scheme,
    authority: Authority,
}

impl Endpoint {
    /// Reads `https://host`, `http://host:port` or a bare host, which means https.
    pub(crate) fn parse(text: &str) -> Result<Self, EndpointError> {
        let error = |fault: &str| {
            EndpointError(format!("the endpoint {fault}: write it as `https://host`, with a port if it needs one"))
        };
        // What is wrong isn't quoted before it is known to hold no password.
        let uri: Uri = text.parse().map_err(|_| error("isn't a URL"))?;
        let authority = uri.authority().ok_or_else(|| error("has no host"))?;
        if authority.as_str().contains('@') {
            return Err(error("has a user name or password in it"));
        }
        if uri.path().len() > 1 || uri.query().is_some() || text.contains('#') {
            let fault = "has a path, a query or a fragment, and the path of this API is always `/`";
            return Err(error(&format!("`{text}` {fault}")));
        }
        let scheme = match uri.scheme() {
            None => Scheme::HTTPS,
            Some(scheme) if *scheme == Scheme::HTTPS || *scheme == Scheme::HTTP => scheme.clone(),
            Some(_) => return Err(error(&format!("`{text}` is neither https nor http"))),
        };
        // Stricter than the above: it reads addresses and ports.
        let url = reqwest::Url::parse(&format!("{scheme}://{authority}"));
        if url.is_err() || authority.as_str().ends_with(':') {
            return Err(error(&format!("`{text}` has no valid host or port")));
        }
        Self::new(scheme, authority.as_str()).map_err(|_| error(&format!("`{text}` has no valid host")))
    }

    /// The vendor's host for a service.
    ///
    /// Finance regions are reached at their own host only; `regional` pins any other region's host. Neither has an `intl`
    /// label, on either site; nor have the domains that aren't the public one.
    pub(crate) fn of(
        service: &str,
        site: Site,
        domain: Domain,
        region: Option<&str>,
        regional: bool,
    ) -> Result<Self, EndpointError> {
        let region = region.filter(|region| regional || region.ends_with("-fsi"));
        let host = match (domain, region) {
            (Domain::Public, None) => format!("{service}.{}", site.domain()),
            (Domain::Public, Some(region)) => format!("{service}.{region}.{ROOT}"),
            (Domain::Ai, None) => format!("{service}.ai.{ROOT}"),
            (Domain::Ai, Some(region)) => format!("{service}.ai.{region}.{ROOT}"),
            (Domain::Internal, None) => format!("{service}.internal.{ROOT}"),
            (Domain::Internal, Some(region)) => {
                let fault = format!("no host is known for {region} on the internal domain: name one as endpoint");
                return Err(EndpointError(fault));
            }
        };
        Self::new(Scheme::HTTPS, &host).map_err(|_| EndpointError(format!("`{host}` is no valid host")))
    }

    /// In lower case and without a default port, as HTTP libraries write the `Host` header.
    fn new(scheme: Scheme, authority: &str) -> Result<Self, http::uri::InvalidUri> {
        let authority = authority.to_ascii_lowercase();
        let default_port = if scheme == Scheme::HTTPS { ":443" } else { ":80" };
        let authority = authority.strip_suffix(default_port).unwrap_or(&authority).parse()?;
        Ok(Self { scheme, authority })
    }

    /// Plain http is for this machine: anywhere else, whoever listens can read the calls.
    pub(crate) fn check_plain_http(&self, allowed: bool) -> Result<(), EndpointError> {
        if self.is_https() || allowed || self.is_loopback() {
            return Ok(());
        }
        Err(EndpointError(format!(
            "the endpoint `{self}` is plain http to another machine: use https, or `.allow_plain_http(true)`"
        )))
    }

    /// `self == other`, and quicker: both are in lower case.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.host() == other.host() && self.is_https() == other.is_https()
    }

    pub(crate) fn is_https(&self) -> bool {
        self.scheme == Scheme::HTTPS
    }

    fn is_loopback(&self) -> bool {
        let host = self.authority.host();
        let address = host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost" || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    /// The host without a port.
    pub(crate) fn name(&self) -> &str {
        self.authority.host()
    }

    /// The value of the `Host` header.
    pub(crate) fn host(&self) -> &str {
        self.authority.as_str()
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.authority)
    }
}

/// What is wrong with an endpoint, a site or a region.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct EndpointError(String);

impl EndpointError {
    pub(crate) fn new(fault: String) -> Self {
        Self(fault)
    }
}
