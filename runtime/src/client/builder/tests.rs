use std::time::Duration;

use super::*;
use crate::endpoint::Endpoint;

fn route(builder: ClientBuilder, variables: &[(&'static str, &str)]) -> Result<Client, String> {
    builder.env(Env::fixed(variables)).build().map_err(|error| error.to_string())
}

#[test]
fn the_environment_fills_in_what_the_program_leaves_open() {
    let variables = [
        ("TENCENTCLOUD_SITE", "mainland"),
        ("TENCENTCLOUD_REGION", "ap-guangzhou"),
        ("TENCENTCLOUD_ENDPOINT", "https://proxy.example:8443"),
    ];
    let client = route(Client::builder(), &variables).unwrap();
    assert_eq!(client.inner.route.site, Site::Mainland);
    assert_eq!(client.inner.route.region.as_deref(), Some("ap-guangzhou"));
    assert_eq!(
        client.inner.route.endpoint.as_ref().map(ToString::to_string).as_deref(),
        Some("https://proxy.example:8443")
    );

    let said = Client::builder().site(Site::International).region("ap-tokyo").endpoint("https://other.example");
    let client = route(said, &variables).unwrap();
    assert_eq!(client.inner.route.site, Site::International);
    assert_eq!(client.inner.route.region.as_deref(), Some("ap-tokyo"));
    assert_eq!(client.inner.route.endpoint.as_ref().map(Endpoint::host), Some("other.example"));
}

#[test]
fn empty_variables_count_as_unset() {
    let variables = [("TENCENTCLOUD_SITE", ""), ("TENCENTCLOUD_REGION", ""), ("TENCENTCLOUD_ENDPOINT", "")];
    let client = route(Client::builder(), &variables).unwrap();
    assert_eq!(client.inner.route.site, Site::International);
    assert!(client.inner.route.region.is_none() && client.inner.route.endpoint.is_none());
}

#[test]
fn a_bad_variable_is_named() {
    for (variables, expected) in [
        ([("TENCENTCLOUD_SITE", "moon")], "TENCENTCLOUD_SITE: no site is called `moon`"),
        ([("TENCENTCLOUD_ENDPOINT", "ftp://h")], "TENCENTCLOUD_ENDPOINT: the endpoint `ftp://h` is neither"),
        (
            [("TENCENTCLOUD_ENDPOINT", "http://10.0.0.1")],
            "TENCENTCLOUD_ENDPOINT: the endpoint `http://10.0.0.1` is plain http",
        ),
        ([("TENCENTCLOUD_REGION", "ap guangzhou\n")], "TENCENTCLOUD_REGION: `ap guangzhou\\n` is no region"),
    ] {
        let message = route(Client::builder(), &variables).unwrap_err();
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn every_call_has_a_deadline() {
    assert_eq!(route(Client::builder(), &[]).unwrap().inner.timeouts.deadline, Duration::from_secs(60));
}

#[test]
fn debug_output_shows_no_secret() {
    let credential = crate::Credential::with_secret_id("AKID1").secret_key("key-of-1").with_token("token-of-1");
    let client = route(Client::builder().credentials(credential), &[]).unwrap();
    let shown = format!("{client:?}");
    assert!(shown.contains("AKID1") && !shown.contains("of-1"), "{shown}");
}
