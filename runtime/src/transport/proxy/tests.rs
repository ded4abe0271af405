use super::*;

#[test]
fn a_url_is_read_and_its_secrets_are_kept() {
    for (text, shown, authorization) in [
        ("http://proxy.example:3128", "http://proxy.example:3128", None),
        ("proxy.example:3128", "http://proxy.example:3128", None),
        ("https://proxy.example/", "https://proxy.example", None),
        ("http://user:pass-word@proxy.example:3128", "http://proxy.example:3128", Some("user:pass-word")),
        ("http://us%40er:p%2Fw%3A@[::1]:3128", "http://[::1]:3128", Some("us@er:p/w:")),
        ("http://user@proxy.example:3128", "http://proxy.example:3128", Some("user:")),
    ] {
        let proxy = Proxy::parse(text).unwrap();
        let expected = authorization.map(|plain| format!("Basic {}", STANDARD.encode(plain)));
        assert_eq!(proxy.authorization.as_ref().map(|value| value.to_str().unwrap()), expected.as_deref());
        assert!(proxy.authorization.as_ref().is_none_or(HeaderValue::is_sensitive));
        assert_eq!((proxy.to_string(), format!("{proxy:?}")), (shown.to_owned(), format!("Proxy({shown})")));
    }
}

#[test]
fn what_is_wrong_with_a_url_is_said_without_quoting_it() {
    for (text, expected) in [
        ("http://user:pass-word@", "isn't one (empty host)"),
        ("http://user:pass-word/@proxy.example:3128", "isn't one (invalid port number)"),
        ("http://user:1/pass-word@proxy.example:3128", "in a password, `/`, `?` and `#` are %2F, %3F and %23"),
        ("socks5://user:pass-word@proxy.example", "is neither http nor https"),
    ] {
        let error = Proxy::parse(text).unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(shown.contains(expected) && !shown.contains("pass-word"), "{shown}");
    }
}

#[test]
fn the_environment_names_one() {
    let shown = |variables: &[(&'static str, &str)]| {
        let proxy = Proxy::from_env(&Env::fixed(variables)).map_err(|error| error.to_string())?;
        Ok::<_, String>(proxy.map(|proxy| (proxy.to_string(), proxy.except)))
    };
    assert_eq!(shown(&[("HTTP_PROXY", "http://plain:1"), ("HTTPS_PROXY", "")]), Ok(None));
    let variables = [("all_proxy", "http://all:1"), ("https_proxy", "tls:2"), ("NO_PROXY", "*.example,10.0.0.0/8")];
    let expected = ("http://tls:2".to_owned(), format!("{LOOPBACK},*.example,10.0.0.0/8"));
    assert_eq!(shown(&variables), Ok(Some(expected)));
    assert_eq!(shown(&variables[..1]), Ok(Some(("http://all:1".to_owned(), LOOPBACK.to_owned()))));
    let error = shown(&[("ALL_PROXY", "socks5://127.0.0.1:1080")]).unwrap_err();
    assert!(error.starts_with("ALL_PROXY: the proxy's URL is neither http nor https"), "{error}");
}
