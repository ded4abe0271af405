//! Which hosts are for a call, and which can't be named.

use super::*;
use crate::endpoint::Site;

/// The hosts of a call that goes to `first`, as the client has `said` others.
fn hosts(
    first: &str,
    site: Option<Site>,
    region: Option<&str>,
    said: &[&str],
    service: &str,
) -> Result<String, String> {
    let first = endpoint(first);
    let said = said.iter().fold(Failover::new(), |said, host| said.endpoint(*host));
    let home = Home::new(&first, site, region, Domain::Public);
    let breakers =
        Breakers::new(said, home, false, Arc::new(HandClock::default())).map_err(|error| error.to_string())?;
    let hosts = breakers.hosts(service, &first, home).map_err(|error| error.to_string())?;
    Ok(hosts.iter().map(Endpoint::host).collect::<Vec<_>>().join(" "))
}

#[test]
fn hosts_of_another_service_or_domain_and_those_named_twice_are_left_out() {
    let said = [
        "https://{service}.tencentcloudapi.com",
        "https://cvm.ap-guangzhou.tencentcloudapi.com",
        "https://vod.ai.tencentcloudapi.com",
        "https://{service}.ap-guangzhou.tencentcloudapi.com",
        "https://vod.ap-guangzhou.tencentcloudapi.com",
        "https://gateway.example",
    ];
    assert_eq!(
        hosts("vod.tencentcloudapi.com", Some(Site::Mainland), Some("ap-guangzhou"), &said, "vod").unwrap(),
        "vod.tencentcloudapi.com vod.ap-guangzhou.tencentcloudapi.com gateway.example"
    );
}

/// A client's first host, its site and region, another host, and what is said of that.
type Way = (&'static str, Option<Site>, Option<&'static str>, &'static str, &'static str);

fn check_faults(ways: &[Way]) {
    let root = "tencentcloudapi.com";
    for (first, site, region, other, fault) in ways {
        let message =
            hosts(&format!("{first}.{root}"), *site, *region, &[&format!("{other}.{root}")], "vod").unwrap_err();
        assert_eq!(message, format!("failover to `https://{other}.{root}`, {fault}"));
    }
}

#[test]
fn each_way_out_of_site_and_region_is_a_fault() {
    use Site::{International, Mainland};
    check_faults(&[
        (
            "vod.intl",
            Some(International),
            None,
            "vod",
            "which is of the mainland site, would leave the international one",
        ),
        ("vod", Some(Mainland), None, "vod.intl", "which is of the international site, would leave the mainland one"),
        ("vod.intl", None, None, "vod", "which is of the mainland site, would leave the international one"),
        (
            "vod",
            Some(Mainland),
            Some("ap-guangzhou"),
            "vod.ap-tokyo",
            "which is in ap-tokyo, would leave the region ap-guangzhou",
        ),
        (
            "vod",
            Some(Mainland),
            None,
            "vod.ap-tokyo",
            "which is in ap-tokyo, is for a client of that region: this one has none",
        ),
        (
            "vod.ap-tokyo",
            None,
            Some("ap-seoul"),
            "vod.ap-seoul",
            "which is in ap-seoul, would leave the region ap-tokyo",
        ),
    ]);
}

#[test]
fn each_way_into_a_finance_zone_or_out_of_it_is_a_fault() {
    use Site::Mainland;
    check_faults(&[
        (
            "vod.ap-shanghai-fsi",
            Some(Mainland),
            Some("ap-shanghai-fsi"),
            "vod",
            "which isn't in ap-shanghai-fsi, would leave that finance zone",
        ),
        (
            "vod.ap-shanghai-fsi",
            None,
            None,
            "vod.internal",
            "which isn't in ap-shanghai-fsi, would leave that finance zone",
        ),
        (
            "vod.ap-shanghai-fsi",
            None,
            None,
            "vod.ap-shenzhen-fsi",
            "which isn't in ap-shanghai-fsi, would leave that finance zone",
        ),
        (
            "vod",
            Some(Mainland),
            Some("ap-shanghai"),
            "vod.ap-shanghai-fsi",
            "which is in the finance zone ap-shanghai-fsi, would enter it: that takes the region ap-shanghai-fsi",
        ),
        (
            "vod",
            Some(Mainland),
            None,
            "vod.ap-shanghai-fsi",
            "which is in the finance zone ap-shanghai-fsi, would enter it: that takes the region ap-shanghai-fsi",
        ),
    ]);
}

#[test]
fn a_host_of_ones_own_may_be_anywhere_and_the_vendors_among_them_are_of_one_site() {
    let own = "https://gateway.example";
    assert!(hosts(own, None, None, &["https://other.example", "vod.intl.tencentcloudapi.com"], "vod").is_ok());
    let message = hosts(own, None, None, &["vod.intl.tencentcloudapi.com", "vod.tencentcloudapi.com"], "vod");
    assert!(message.unwrap_err().contains("would leave the international one"));
    assert!(hosts("vod.ap-shanghai-fsi.tencentcloudapi.com", None, None, &[own], "vod").is_ok());
}

#[test]
fn what_is_no_endpoint_is_a_fault() {
    for (said, fault) in [
        (&[][..], "failover names no other endpoint"),
        (&["https://h/v2"], "`https://h/v2` has a path"),
        (&["http://10.0.0.1"], "is plain http to another machine"),
        (&["https://{region}.example"], "isn't a URL"),
        (&["https://tencentcloudapi.com"], "which names no service"),
    ] {
        let message = hosts("vod.tencentcloudapi.com", Some(Site::Mainland), None, said, "vod").unwrap_err();
        assert!(message.contains(fault), "{message}");
    }
}
