//! One of the other endpoints, as the program named it.

use crate::endpoint::{Endpoint, EndpointError};

/// What stands for the service in an endpoint.
const SERVICE: &str = "{service}";

#[derive(Debug)]
pub(super) enum Alternate {
    Fixed(Endpoint),
    /// With the service still to be filled in.
    Each(String),
}

impl Alternate {
    pub(super) fn parse(text: String, allow_plain_http: bool) -> Result<Self, EndpointError> {
        // Any service is as good as another: it is letters and digits.
        let endpoint = Endpoint::parse(&text.replace(SERVICE, "service"))?;
        endpoint.check_plain_http(allow_plain_http)?;
        Ok(if text.contains(SERVICE) { Self::Each(text) } else { Self::Fixed(endpoint) })
    }

    pub(super) fn is_https(&self) -> bool {
        match self {
            Self::Fixed(endpoint) => endpoint.is_https(),
            Self::Each(text) => !text.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:")),
        }
    }

    /// The endpoint of a service.
    pub(super) fn of(&self, service: &str) -> Result<Endpoint, EndpointError> {
        match self {
            Self::Fixed(endpoint) => Ok(endpoint.clone()),
            Self::Each(text) => Endpoint::parse(&text.replace(SERVICE, service)),
        }
    }
}
