use super::*;
use crate::random::{Random, cases};

/// No piece of it is in a word that a message has.
const SECRET: &str = "s3cr3t";

#[test]
fn no_password_of_a_proxy_is_shown() {
    const PIECES: &[&str] = &[
        "http://",
        "https://",
        "socks5://",
        ":",
        "@",
        "/",
        "?",
        "#",
        "%",
        "%2F",
        SECRET,
        "host",
        "8080",
        "[::1]",
        " ",
        "\\",
        "é",
        "\t",
    ];
    let make = |random: &mut Random| {
        let scheme = random.pick(&["http://", "https://", "", "ftp://"]);
        let password = random.pick(&[SECRET, "s3cr3t%2F", "s3cr3t/", "s3cr3t@", "s3cr3t#1", "s3cr3t:", "%s3cr3t"]);
        let host = random.pick(&["proxy.example", "127.0.0.1:8080", "[::1]:80", "host:99999", ""]);
        random.damage_text(format!("{scheme}user:{password}@{host}"), PIECES)
    };
    cases(make, |text| {
        let shown = match Proxy::parse(text) {
            // What is taken for the host is shown as one.
            Ok(proxy) if proxy.url.host_str().is_some_and(|host| host.contains("s3cr3t")) => return,
            Ok(proxy) => format!("{proxy} {proxy:?} {:?}", proxy.authorization),
            Err(error) => format!("{error} {error:?}"),
        };
        assert!(!shown.contains(SECRET), "{shown}");
    });
}
