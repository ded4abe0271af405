//! Where a host of the vendor is, as its labels show it.

use crate::endpoint::{Endpoint, Site};

/// What the vendor's hosts end in. Only the first is in its documentation; the others are in drafts of its SDKs.
const ROOTS: [&str; 3] = ["tencentcloudapi.com", "tencentcloudapi.com.cn", "tencentcloudapi.cn"];

/// What the labels of a host say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place<'a> {
    pub(super) service: &'a str,
    /// Hosts of a region, and those of the domains that aren't the public one, are the same for both sites.
    pub(super) site: Option<Site>,
    /// The region whose access point it is; anything that isn't known otherwise counts as one.
    pub(super) region: Option<&'a str>,
    pub(super) is_ai: bool,
}

impl<'a> Place<'a> {
    /// Of a host, if it is the vendor's.
    pub(super) fn of(endpoint: &'a Endpoint) -> Option<Self> {
        let name = endpoint.name();
        let name = name.strip_suffix('.').unwrap_or(name);
        let labels = ROOTS.iter().find_map(|root| name.strip_suffix(root))?;
        let labels = if labels.is_empty() { labels } else { labels.strip_suffix('.')? };
        let (service, rest) = labels.split_once('.').unwrap_or((labels, ""));
        let (is_ai, rest) = match rest.strip_prefix("ai") {
            Some("") => (true, ""),
            Some(more) if more.starts_with('.') => (true, &more[1..]),
            _ => (false, rest),
        };
        let (site, region) = match rest {
            "" if is_ai => (None, None),
            "" => (Some(Site::Mainland), None),
            "intl" => (Some(Site::International), None),
            "internal" => (None, None),
            region => (None, Some(region)),
        };
        Some(Self { service, site, region, is_ai })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_where_a_host_is() {
        use Site::{International, Mainland};
        for (host, service, site, region, is_ai) in [
            ("vod.tencentcloudapi.com", "vod", Some(Mainland), None, false),
            ("vod.tencentcloudapi.com.", "vod", Some(Mainland), None, false),
            ("VOD.tencentcloudapi.com:8443", "vod", Some(Mainland), None, false),
            ("vod.tencentcloudapi.com.cn", "vod", Some(Mainland), None, false),
            ("vod.tencentcloudapi.cn", "vod", Some(Mainland), None, false),
            ("vod.intl.tencentcloudapi.com", "vod", Some(International), None, false),
            ("vod.ap-tokyo.tencentcloudapi.com", "vod", None, Some("ap-tokyo"), false),
            ("vod.ap-shanghai-fsi.tencentcloudapi.com", "vod", None, Some("ap-shanghai-fsi"), false),
            ("es.ai.tencentcloudapi.com", "es", None, None, true),
            ("es.ai.ap-tokyo.tencentcloudapi.com", "es", None, Some("ap-tokyo"), true),
            ("es.ai.internal.tencentcloudapi.com", "es", None, None, true),
            ("vod.internal.tencentcloudapi.com", "vod", None, None, false),
            // What nobody knows is nowhere that a client could be.
            ("vod.air.tencentcloudapi.com", "vod", None, Some("air"), false),
            ("vod.ap-tokyo.intl.tencentcloudapi.com", "vod", None, Some("ap-tokyo.intl"), false),
            ("tencentcloudapi.com", "", Some(Mainland), None, false),
        ] {
            let endpoint = Endpoint::parse(host).unwrap();
            assert_eq!(Place::of(&endpoint), Some(Place { service, site, region, is_ai }), "{host}");
        }
    }

    #[test]
    fn other_hosts_say_nothing() {
        for host in ["http://127.0.0.1:80", "gateway.example", "eviltencentcloudapi.com", "tencentcloudapi.com.example"]
        {
            assert_eq!(Place::of(&Endpoint::parse(host).unwrap()), None, "{host}");
        }
    }
}
