//! Site, region and finance zone, which no failure makes a call leave.

use tencent_action::fake::Fault;
use tencent_action::{ClientBuilder, Domain, Failover, Site};

use super::{A, C, Hosts, task};
use crate::support::client;

/// Why this client can't be built.
fn fault(builder: ClientBuilder, host: &str) -> String {
    builder.failover(Failover::new().endpoint(host)).build().map(drop).unwrap_err().to_string()
}

#[test]
fn a_host_that_is_elsewhere_is_an_error_of_the_builder() {
    let mainland = || client().site(Site::Mainland);
    for (message, expected) in [
        (
            fault(client(), "https://{service}.tencentcloudapi.com"),
            "failover to `https://service.tencentcloudapi.com`, which is of the mainland site, would leave the international one",
        ),
        (
            fault(mainland(), "https://vod.intl.tencentcloudapi.com"),
            "failover to `https://vod.intl.tencentcloudapi.com`, which is of the international site, would leave the mainland one",
        ),
        (
            fault(mainland().region("ap-guangzhou"), "vod.ap-tokyo.tencentcloudapi.com"),
            "failover to `https://vod.ap-tokyo.tencentcloudapi.com`, which is in ap-tokyo, would leave the region ap-guangzhou",
        ),
        (
            fault(mainland(), "vod.ap-tokyo.tencentcloudapi.com"),
            "failover to `https://vod.ap-tokyo.tencentcloudapi.com`, which is in ap-tokyo, is for a client of that region: this one has none",
        ),
        (
            fault(mainland().region("ap-shanghai-fsi"), "vod.tencentcloudapi.com"),
            "failover to `https://vod.tencentcloudapi.com`, which isn't in ap-shanghai-fsi, would leave that finance zone",
        ),
        (
            fault(mainland().region("ap-shanghai"), "vod.ap-shanghai-fsi.tencentcloudapi.com"),
            "failover to `https://vod.ap-shanghai-fsi.tencentcloudapi.com`, which is in the finance zone ap-shanghai-fsi, would \
             enter it: that takes the region ap-shanghai-fsi",
        ),
        (
            fault(client(), "http://10.0.0.1"),
            "the endpoint `http://10.0.0.1` is plain http to another machine: use https, or `.allow_plain_http(true)`",
        ),
        (
            client().failover(Failover::new()).build().map(drop).unwrap_err().to_string(),
            "failover names no other endpoint: say one, or leave it out",
        ),
    ] {
        assert_eq!(message, expected);
    }
    assert!(fault(client(), "https://me:hunter2@gateway.example").contains("has a user name or password in it"));
}

#[test]
fn what_is_of_the_same_place_or_ones_own_is_none() {
    let build = |builder: ClientBuilder, host: &str| {
        builder.failover(Failover::new().endpoint(host)).build().map(drop).unwrap();
    };
    let mainland = || client().site(Site::Mainland);
    build(mainland().region("ap-guangzhou"), "https://{service}.ap-guangzhou.tencentcloudapi.com");
    build(client().region("ap-singapore"), "https://{service}.ap-singapore.tencentcloudapi.com");
    build(mainland().region("ap-guangzhou").regional_host(true), "https://{service}.tencentcloudapi.com");
    build(client().domain(Domain::Internal), "https://{service}.intl.tencentcloudapi.com");
    build(mainland().region("ap-shanghai-fsi"), "https://gateway.example");
    build(client().allow_plain_http(true), "http://10.0.0.1");
    build(client(), "http://127.0.0.1:8080");
}

/// The call's own region counts: what isn't of it is left out.
#[tokio::test(start_paused = true)]
async fn a_call_for_another_region_doesnt_leave_it() {
    let hosts = Hosts::new();
    let only_ours = Failover::new().endpoint("https://{service}.ap-guangzhou.tencentcloudapi.com");
    let client = hosts.client_with(only_ours).build().unwrap();
    hosts.always(A, &Fault::refused());
    task().send(&client).region("ap-tokyo").await.unwrap_err();
    assert_eq!(hosts.visits(), "AAA");
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "AB");
}

#[tokio::test(start_paused = true)]
async fn a_call_for_a_finance_region_stays_there() {
    let hosts = Hosts::new();
    let client =
        hosts.client_with(Failover::new().endpoint("https://{service}.tencentcloudapi.com.cn")).build().unwrap();
    hosts.clouds[C].fault(Fault::refused());
    let reply = task().send(&client).region("ap-shanghai-fsi").await.unwrap();
    assert_eq!(reply.attempts(), 2);
    let zone = "vod.ap-shanghai-fsi.tencentcloudapi.com";
    assert_eq!(*hosts.visits.lock().unwrap(), [zone, zone]);
}

/// Some services stream from the domain `ai` only, which a public host can't stand in for.
#[tokio::test(start_paused = true)]
async fn a_call_in_another_domain_stays_there() {
    let hosts = Hosts::new();
    let other = Failover::new()
        .endpoint("https://{service}.ap-guangzhou.tencentcloudapi.com")
        .endpoint("https://{service}.ai.ap-guangzhou.tencentcloudapi.com");
    let client = hosts.client_with(other).build().unwrap();
    hosts.clouds[C].fault(Fault::refused());
    task().send(&client).domain(Domain::Ai).await.unwrap();
    let visits = hosts.visits.lock().unwrap().clone();
    assert_eq!(visits, ["vod.ai.tencentcloudapi.com", "vod.ai.ap-guangzhou.tencentcloudapi.com"]);
}
