//! What to look at first, where the server refused a key, a signature or a region.

use http::HeaderMap;

use super::skew::server_second;
use crate::credential::Credential;
use crate::endpoint::{Endpoint, Site};
use crate::signing::Timestamp;

/// What is known of a call that was refused.
pub(super) struct Refused<'a> {
    pub(super) code: &'a str,
    pub(super) message: &'a str,
    /// The region that the call was for.
    pub(super) region: Option<&'a str>,
    pub(super) service: &'a str,
    pub(super) credential: &'a Credential,
    pub(super) endpoint: &'a Endpoint,
    /// The site that chose the host; `None` if it was set.
    pub(super) site: Option<Site>,
    /// When it was signed, by our clock.
    pub(super) timestamp: Timestamp,
    /// The headers of the answer.
    pub(super) headers: &'a HeaderMap,
}

impl Refused<'_> {
    /// The cure, or where to look for it, on one line.
    pub(super) fn cure(&self) -> Option<String> {
        match self.code {
            "AuthFailure.SecretIdNotFound" | "AuthFailure.InvalidSecretId" => {
                self.swapped().or_else(|| self.other_site())
            }
            "AuthFailure.SignatureExpire" => self.clock(),
            "AuthFailure.SignatureFailure" => Some(self.signature()),
            "UnsupportedRegion" => Some(self.other_region()),
            "MissingParameter" if self.message.contains("Region") => Some(self.other_region()),
            _ => None,
        }
    }

    /// Whether the key is temporary, and refused for its age or its token, so that a new one may do.
    pub(super) fn may_be_renewed(&self) -> bool {
        let is_renewable = matches!(self.code, "AuthFailure.TokenFailure" | "AuthFailure.SecretIdNotFound");
        is_renewable && self.credential.is_temporary()
    }

    /// A secret id that one site doesn't know is mostly one of the other's.
    fn other_site(&self) -> Option<String> {
        let (site, other) = (self.site?, self.site?.other());
        Some(format!(
            "the call went to the {site} site; if the key is of the {other} site, set TENCENTCLOUD_SITE={other}"
        ))
    }

    fn other_region(&self) -> String {
        match self.region {
            Some(region) => format!("the call was for the region {region}"),
            None => "the call named no region: set TENCENTCLOUD_REGION, or the client's `region`".to_owned(),
        }
    }

    /// How far our clock is off, by the server's `Date`.
    fn clock(&self) -> Option<String> {
        let ahead = self.timestamp.as_second().checked_sub(server_second(self.headers)?)?;
        let direction = if ahead > 0 { "ahead of" } else { "behind" };
        // A signature is good for 300 seconds; an answer takes a while, so a few are no fault of the clock.
        (ahead.unsigned_abs() > 300)
            .then(|| format!("this machine's clock is {} s {direction} the server's: set it", ahead.unsigned_abs()))
    }

    /// Blanks around id and key, the commonest fault, have been refused before anything was sent.
    fn signature(&self) -> String {
        let found: Vec<_> = [self.swapped(), self.clock(), self.scope()].into_iter().flatten().collect();
        if found.is_empty() {
            let key = "the secret key may be another's, or not complete";
            return format!("{key}; the call's `explain()` shows what was signed");
        }
        found.join("; ")
    }

    /// Secret ids begin with `AKID`, or `IKID` on the international site; keys with anything.
    fn swapped(&self) -> Option<String> {
        let is_id = |text: &str| text.starts_with("AKID") || text.starts_with("IKID");
        (is_id(self.credential.secret_key()) && !is_id(self.credential.secret_id()))
            .then(|| "secret id and secret key look swapped".to_owned())
    }

    /// A signature is for the service that the first label of the host names.
    fn scope(&self) -> Option<String> {
        let (label, domain) = self.endpoint.host().split_once('.')?;
        let is_vendor = domain == "tencentcloudapi.com" || domain.ends_with(".tencentcloudapi.com");
        (is_vendor && label != self.service)
            .then(|| format!("the signature is for the service `{}`, and the host is of `{label}`", self.service))
    }
}

#[cfg(test)]
mod tests {
    use http::header;

    use super::*;

    fn cure(code: &str, id: &str, key: &str, endpoint: &str, date: Option<&str>) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.extend(date.map(|date| (header::DATE, date.parse().unwrap())));
        let refused = Refused {
            code,
            message: "m",
            region: None,
            service: "vod",
            credential: &Credential::with_secret_id(id).secret_key(key),
            endpoint: &Endpoint::parse(endpoint).unwrap(),
            site: (endpoint == "vod.intl.tencentcloudapi.com").then_some(Site::International),
            timestamp: Timestamp::from_second(1_551_113_065).unwrap(),
            headers: &headers,
        };
        refused.cure()
    }

    #[test]
    fn each_cause_is_named() {
        let (own, late) = ("vod.intl.tencentcloudapi.com", Some("Mon, 25 Feb 2019 16:39:24 GMT"));
        for (id, key, endpoint, date, expected) in [
            ("key", "AKID1", own, None, "secret id and secret key look swapped"),
            ("AKID1", "key", own, late, "this machine's clock is 301 s ahead of the server's: set it"),
            (
                "AKID1",
                "key",
                "https://cvm.tencentcloudapi.com",
                None,
                "the signature is for the service `vod`, and the host is of `cvm`",
            ),
            (
                "AKID1",
                "key",
                "http://127.0.0.1:80",
                Some("not a date"),
                "the secret key may be another's, or not complete; the call's `explain()` shows what was signed",
            ),
            (
                "key",
                "IKID1",
                own,
                late,
                "secret id and secret key look swapped; this machine's clock is 301 s ahead of the server's: set it",
            ),
        ] {
            assert_eq!(cure("AuthFailure.SignatureFailure", id, key, endpoint, date).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_region_that_is_missing_or_wrong_is_told() {
        let credential = &Credential::with_secret_id("AKID1").secret_key("key");
        let cure = |code, message, region| {
            let (endpoint, timestamp) = (&Endpoint::parse("vod.example").unwrap(), Timestamp::from_second(0).unwrap());
            let headers = &HeaderMap::new();
            Refused { code, message, region, service: "vod", credential, endpoint, site: None, timestamp, headers }
                .cure()
        };
        let missing = "The request is missing a required parameter `Region`.";
        let none = Some("the call named no region: set TENCENTCLOUD_REGION, or the client's `region`".to_owned());
        assert_eq!(cure("MissingParameter", missing, None), none);
        assert_eq!(cure("UnsupportedRegion", "m", None), none);
        let other = cure("UnsupportedRegion", "m", Some("ap-nowhere"));
        assert_eq!(other.as_deref(), Some("the call was for the region ap-nowhere"));
        assert_eq!(cure("MissingParameter", "`TaskId` is missing.", None), None);
    }

    #[test]
    fn a_date_within_the_window_is_no_cause() {
        let expired = |date| cure("AuthFailure.SignatureExpire", "AKID1", "key", "vod.intl.tencentcloudapi.com", date);
        assert_eq!(expired(Some("Mon, 25 Feb 2019 16:44:25 GMT")), None);
        assert_eq!(expired(None), None);
        let behind = expired(Some("Mon, 25 Feb 2019 17:44:25 GMT")).unwrap();
        assert_eq!(behind, "this machine's clock is 3600 s behind the server's: set it");
    }

    #[test]
    fn an_unknown_id_may_be_of_the_other_site_if_the_site_chose_the_host() {
        let unknown = |endpoint| cure("AuthFailure.SecretIdNotFound", "AKID1", "key", endpoint, None);
        assert!(unknown("vod.intl.tencentcloudapi.com").unwrap().ends_with("set TENCENTCLOUD_SITE=mainland"));
        assert_eq!(unknown("http://127.0.0.1:80"), None);
        let swapped = cure("AuthFailure.InvalidSecretId", "key", "AKID1", "vod.intl.tencentcloudapi.com", None);
        assert_eq!(swapped.as_deref(), Some("secret id and secret key look swapped"));
        assert_eq!(cure("LimitExceeded", "AKID1", "key", "vod.intl.tencentcloudapi.com", None), None);
    }
}
