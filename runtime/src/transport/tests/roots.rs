//! Whom a client trusts.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Site, call, client, untrusting};
use crate::Client;

fn pem(der: &[u8]) -> String {
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", STANDARD.encode(der))
}

#[tokio::test]
async fn an_authority_is_trusted_once_it_is_named() {
    let (site, another) = (Site::answering(), Site::answering());
    for client in [
        client(&site),
        client(&site).only_root_certificates(true),
        client(&another).endpoint(site.url()).root_certificate(pem(site.root())),
        untrusting(&site).root_certificate(pem(another.root()) + &pem(site.root())),
    ] {
        assert_eq!(call(client).await.unwrap().request_id(), "r");
    }
}

#[tokio::test]
async fn an_authority_that_nobody_named_is_refused_with_advice() {
    let (site, another) = (Site::answering(), Site::answering());
    for client in [
        untrusting(&site),
        untrusting(&site).root_certificate(another.root()),
        untrusting(&site).root_certificate(another.root()).only_root_certificates(true),
    ] {
        let error = call(client).await.unwrap_err();
        assert!(error.is_transport() && !error.may_have_run(), "{error}");
        assert!(
            error.to_string().contains("is a private one, name it by `ClientBuilder::root_certificate`"),
            "{error}"
        );
    }
    assert!(site.protocols().is_empty());
}

#[test]
fn what_is_no_certificate_is_an_error_of_the_builder() {
    let error = |client: crate::ClientBuilder| client.without_env().build().unwrap_err().to_string();
    let site = Site::answering();
    let trusting = || Client::builder().root_certificate(site.root());
    let message = error(trusting().root_certificate("-----BEGIN CERTIFICATE-----\nAAAA"));
    assert_eq!(message, "the root certificate number 2 is broken PEM: an `-----END …-----` line is missing");
    let message = error(trusting().root_certificate(pem(&[0x30, 0])));
    assert!(message.contains("https can't be set up: the root certificate number 2 can't be used: "), "{message}");
    let message = error(Client::builder().only_root_certificates(true));
    assert!(message.starts_with("nobody is trusted"), "{message}");
}
