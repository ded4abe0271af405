//! Through a proxy.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;

use super::{Site, call, client};
use crate::env::Env;
use crate::{ClientBuilder, Site as Edition};

/// A proxy on this machine, which answers `CONNECT` with this line. If that is 200, it tunnels, to where the test wants it.
struct Proxy {
    port: u16,
    heads: mpsc::Receiver<String>,
}

impl Proxy {
    fn start(status: &'static str, to: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (sender, heads) = mpsc::channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut reader = BufReader::new(stream.unwrap());
                let mut head = String::new();
                while !head.ends_with("\r\n\r\n") {
                    assert!(reader.read_line(&mut head).unwrap() > 0);
                }
                sender.send(head).unwrap();
                let mut client = reader.into_inner();
                write!(client, "HTTP/1.1 {status}\r\n\r\n").unwrap();
                if status.starts_with("200") {
                    tunnel(&client, &TcpStream::connect(&to).unwrap());
                }
            }
        });
        Self { port, heads }
    }

    fn url(&self, userinfo: &str) -> String {
        format!("http://{userinfo}127.0.0.1:{}", self.port)
    }
}

fn tunnel(client: &TcpStream, server: &TcpStream) {
    for (from, to) in [(client, server), (server, client)] {
        let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
        thread::spawn(move || {
            // Whoever hangs up may do so.
            let _ = io::copy(&mut from, &mut to);
            let _ = to.shutdown(Shutdown::Write);
        });
    }
}

/// A client that calls the vendor's host, where only the proxy leads.
fn outward(site: &Site) -> ClientBuilder {
    ClientBuilder::default()
        .without_env()
        .site(Edition::Mainland)
        .credentials(crate::Credential::with_secret_id("AKID1").secret_key("key"))
        .retry(crate::RetryPolicy::never())
        .root_certificate(site.root())
}

#[tokio::test]
async fn a_proxy_tunnels_and_sees_nothing_but_the_host() {
    let site = Site::answering();
    let proxy = Proxy::start("200 Connection established", site.address());
    let variable = |name| Env::fixed(&[(name, &proxy.url("user:pass%2Fword@"))]);
    for client in [
        outward(&site).proxy(proxy.url("user:pass%2Fword@")),
        outward(&site).env(variable("HTTPS_PROXY")),
        outward(&site).env(variable("all_proxy")),
    ] {
        assert_eq!(call(client).await.unwrap().request_id(), "r");
        let head = proxy.heads.recv().unwrap();
        assert!(head.starts_with("CONNECT vod.tencentcloudapi.com:443 HTTP/1.1\r\n"), "{head}");
        assert!(head.contains("Basic dXNlcjpwYXNzL3dvcmQ=\r\n"), "{head}");
        assert!(!head.to_ascii_lowercase().contains("x-tc-"), "{head}");
    }
    assert_eq!(site.protocols().len(), 3);
}

#[tokio::test]
async fn this_machine_is_reached_without_a_proxy() {
    let site = Site::answering();
    let proxy = Proxy::start("502 Bad Gateway", site.address());
    let except = [("HTTPS_PROXY", &*proxy.url("")), ("NO_PROXY", "example.com")];
    for client in [client(&site).proxy(proxy.url("")), client(&site).env(Env::fixed(&except))] {
        assert_eq!(call(client).await.unwrap().request_id(), "r");
    }
    assert!(proxy.heads.try_recv().is_err());
}

#[tokio::test]
async fn a_proxy_that_refuses_is_named_and_nothing_was_sent() {
    let site = Site::answering();
    for (status, userinfo, expected) in [
        ("407 Proxy Authentication Required", "", "asks for a user name and a password"),
        ("407 Proxy Authentication Required", "user:pass-word@", "refuses the user name or the password"),
        ("502 Bad Gateway", "user:pass-word@", "didn't connect to the host"),
    ] {
        let proxy = Proxy::start(status, site.address());
        let client = outward(&site).proxy(proxy.url(userinfo));
        let shown_client = format!("{client:?}");
        let error = call(client).await.unwrap_err();
        assert!(error.is_transport() && !error.may_have_run(), "{error}");
        let expected = format!("the proxy {} {expected}", proxy.url(""));
        assert!(error.to_string().ends_with(&expected), "{error}");
        let shown = format!("{shown_client} {error} {error:#?} {:?}", std::error::Error::source(&error));
        assert!(!shown.contains("pass-word") && !shown.contains("user:"), "{shown}");
    }
    // Bound and dropped: nobody listens there.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let error = call(outward(&site).proxy(format!("127.0.0.1:{port}"))).await.unwrap_err();
    assert!(error.to_string().ends_with(&format!("the proxy http://127.0.0.1:{port} can't be reached")), "{error}");
    assert!(!error.may_have_run() && site.protocols().is_empty(), "{error}");
}

#[test]
fn a_bad_proxy_is_an_error_of_the_builder() {
    let site = Site::answering();
    let error = outward(&site).proxy("socks5://user:pass-word@localhost").build().unwrap_err().to_string();
    assert!(error.starts_with("the proxy's URL is neither http nor https") && !error.contains("pass-word"), "{error}");
    let error =
        outward(&site).env(Env::fixed(&[("HTTPS_PROXY", "http://:pass-word@")])).build().unwrap_err().to_string();
    assert!(error.contains("HTTPS_PROXY: the proxy's URL isn't one") && !error.contains("pass-word"), "{error}");
}
