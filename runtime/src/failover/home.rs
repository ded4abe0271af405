//! Where a call is at home, and what would be elsewhere.

use super::place::Place;
use crate::endpoint::{Domain, Endpoint, EndpointError, Site};

/// Where calls go by themselves, which failover doesn't leave.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Home<'a> {
    /// `None` if nothing has shown it yet.
    site: Option<Site>,
    region: Option<&'a str>,
    is_ai: bool,
}

impl<'a> Home<'a> {
    /// Of calls for a region that go to this endpoint: because of their site, if one is given.
    pub(crate) fn new(endpoint: &'a Endpoint, site: Option<Site>, region: Option<&'a str>, domain: Domain) -> Self {
        let place = Place::of(endpoint);
        Self {
            site: site.or(place.and_then(|place| place.site)),
            region: place.and_then(|place| place.region).or(region),
            is_ai: place.map_or(domain == Domain::Ai, |place| place.is_ai),
        }
    }

    /// Whether an endpoint is for calls to this service from here, as far as it shows.
    pub(super) fn is_for(&self, service: &str, endpoint: &Endpoint) -> bool {
        Place::of(endpoint).is_none_or(|place| place.service == service && place.is_ai == self.is_ai)
    }

    /// Checks that an endpoint is no other site, region or finance zone. If it is the first to show a site, that is it.
    pub(super) fn check(&mut self, endpoint: &Endpoint) -> Result<(), EndpointError> {
        let Some(place) = Place::of(endpoint) else { return Ok(()) };
        let fault = if place.service.is_empty() {
            Some("which names no service: `{service}.` before it stands for the one that is called".to_owned())
        } else {
            self.elsewhere(place)
        };
        if let Some(fault) = fault {
            return Err(EndpointError::new(format!("failover to `{endpoint}`, {fault}")));
        }
        self.site = self.site.or(place.site);
        Ok(())
    }

    /// What would be left, or entered.
    fn elsewhere(&self, place: Place<'_>) -> Option<String> {
        if let (Some(home), Some(other)) = (self.site, place.site)
            && home != other
        {
            return Some(format!("which is of the {other} site, would leave the {home} one"));
        }
        match (self.region, place.region) {
            (home, region) if home == region => None,
            (Some(home), _) if is_finance(home) => {
                Some(format!("which isn't in {home}, would leave that finance zone"))
            }
            (_, Some(region)) if is_finance(region) => {
                Some(format!("which is in the finance zone {region}, would enter it: that takes the region {region}"))
            }
            (Some(home), Some(region)) => Some(format!("which is in {region}, would leave the region {home}")),
            (None, Some(region)) => {
                Some(format!("which is in {region}, is for a client of that region: this one has none"))
            }
            (_, None) => None,
        }
    }
}

fn is_finance(region: &str) -> bool {
    region.ends_with("-fsi")
}
