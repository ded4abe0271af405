use super::*;

/// The table of `ClientBuilder::site`, each combination of site, domain and region.
#[test]
fn site_domain_and_region_give_the_host() {
    use Domain::{Ai, Internal, Public};
    use Site::{International, Mainland};
    let (pinned, near) = (true, false);
    for (site, domain, region, regional, expected) in [
        (International, Public, None, near, "vod.intl.tencentcloudapi.com"),
        (International, Public, Some("ap-singapore"), near, "vod.intl.tencentcloudapi.com"),
        (International, Public, Some("ap-singapore"), pinned, "vod.ap-singapore.tencentcloudapi.com"),
        (International, Public, Some("ap-shanghai-fsi"), near, "vod.ap-shanghai-fsi.tencentcloudapi.com"),
        (Mainland, Public, None, near, "vod.tencentcloudapi.com"),
        (Mainland, Public, None, pinned, "vod.tencentcloudapi.com"),
        (Mainland, Public, Some("ap-guangzhou"), near, "vod.tencentcloudapi.com"),
        (Mainland, Public, Some("ap-guangzhou"), pinned, "vod.ap-guangzhou.tencentcloudapi.com"),
        (Mainland, Public, Some("ap-shanghai-fsi"), near, "vod.ap-shanghai-fsi.tencentcloudapi.com"),
        (International, Ai, None, near, "vod.ai.tencentcloudapi.com"),
        (Mainland, Ai, Some("ap-guangzhou"), near, "vod.ai.tencentcloudapi.com"),
        (Mainland, Ai, Some("ap-guangzhou"), pinned, "vod.ai.ap-guangzhou.tencentcloudapi.com"),
        (Mainland, Ai, Some("ap-shanghai-fsi"), near, "vod.ai.ap-shanghai-fsi.tencentcloudapi.com"),
        (International, Internal, None, near, "vod.internal.tencentcloudapi.com"),
        (Mainland, Internal, Some("ap-guangzhou"), near, "vod.internal.tencentcloudapi.com"),
    ] {
        let endpoint = Endpoint::of("vod", site, domain, region, regional).unwrap();
        assert_eq!(endpoint.to_string(), format!("https://{expected}"));
    }
    for (region, regional) in [("ap-guangzhou", pinned), ("ap-shanghai-fsi", near)] {
        let fault = Endpoint::of("vod", Mainland, Internal, Some(region), regional).unwrap_err().to_string();
        assert_eq!(fault, format!("no host is known for {region} on the internal domain: name one as endpoint"));
    }
}

#[test]
fn endpoints_are_read_and_normalised() {
    for (text, expected) in [
        ("https://vod.tencentcloudapi.com", "https://vod.tencentcloudapi.com"),
        ("HTTPS://VOD.Tencentcloudapi.com:443/", "https://vod.tencentcloudapi.com"),
        ("vod.tencentcloudapi.com", "https://vod.tencentcloudapi.com"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:80", "http://[::1]"),
    ] {
        assert_eq!(Endpoint::parse(text).map(|endpoint| endpoint.to_string()), Ok(expected.to_owned()), "{text}");
    }
}

#[test]
fn bad_endpoints_are_named_and_passwords_are_not() {
    for (text, expected) in [
        ("", "isn't a URL"),
        ("https://", "isn't a URL"),
        ("/v2/index.php", "has no host"),
        ("https://h/v2", "`https://h/v2` has a path"),
        ("https://h/?a=1", "has a path, a query or a fragment"),
        ("https://h#a", "has a path, a query or a fragment"),
        ("https://h:99999", "`https://h:99999` has no valid host or port"),
        ("https://h:", "`https://h:` has no valid host or port"),
        ("https://256.1.1.1", "`https://256.1.1.1` has no valid host or port"),
        ("ftp://h", "`ftp://h` is neither https nor http"),
        ("https://me:hunter2@h", "has a user name or password in it"),
    ] {
        let message = Endpoint::parse(text).unwrap_err().to_string();
        assert!(message.contains(expected), "{text}: {message}");
        assert!(!message.contains("hunter2"), "{message}");
    }
}

#[test]
fn plain_http_is_for_loopback_unless_allowed() {
    let allowed = |text: &str, allow| Endpoint::parse(text).unwrap().check_plain_http(allow).is_ok();
    for loopback in ["http://127.0.0.1:1", "http://127.9.9.9", "http://[::1]:1", "http://localhost:1"] {
        assert!(allowed(loopback, false), "{loopback}");
    }
    for other in ["http://vod.tencentcloudapi.com", "http://10.0.0.1", "http://localhost.evil.example"] {
        assert!(!allowed(other, false), "{other}");
        assert!(allowed(other, true), "{other}");
    }
}
