//! Against a TLS server on this machine, whose certificate comes from an authority made up for the test.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, mpsc};
use std::thread;

use bytes::Bytes;
use http::Request;
use http_body_util::BodyExt;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::super::http_client::HttpTransport;
use super::super::{Transport, TransportError};
use super::{Roots, rustls_config};

/// An authority, and a server that it vouches for. The server says which protocol was agreed on.
struct Site {
    url: String,
    root: CertificateDer<'static>,
    protocol: mpsc::Receiver<Vec<u8>>,
}

fn site() -> Site {
    let mut authority = CertificateParams::new([]).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority_key = KeyPair::generate().unwrap();
    let root = authority.self_signed(&authority_key).unwrap().der().clone();
    let key = KeyPair::generate().unwrap();
    let issuer = Issuer::new(authority, authority_key);
    let certificate = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, &issuer).unwrap();

    let mut config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
        .unwrap();
    config.alpn_protocols = vec![b"http/1.1".to_vec(), b"http/1.0".to_vec()];
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
    let (sender, protocol) = mpsc::channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut connection = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut tls = rustls::Stream::new(&mut connection, &mut stream);
            // A client that doesn't trust us hangs up here.
            if tls.read(&mut [0; 4096]).is_ok() {
                tls.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").unwrap();
                sender.send(connection.alpn_protocol().unwrap_or_default().to_vec()).unwrap();
            }
        }
    });
    Site { url, root, protocol }
}

async fn get(url: &str, roots: Roots, extra: Vec<CertificateDer<'static>>) -> Result<Bytes, TransportError> {
    let config = rustls_config(roots, extra).map_err(TransportError::not_sent)?;
    let builder = reqwest::Client::builder().tls_backend_preconfigured(config);
    let transport = HttpTransport::of(builder.build()?);
    let response = transport.send(Request::get(url).body(Bytes::new()).unwrap()).await?;
    Ok(response.into_body().collect().await?.to_bytes())
}

#[tokio::test]
async fn a_certificate_is_checked_and_no_provider_is_installed_for_the_process() {
    let site = site();
    for roots in [Roots::Nobody, Roots::Load] {
        assert_eq!(get(&site.url, roots, vec![site.root.clone()]).await.unwrap(), "ok");
        assert_eq!(site.protocol.recv().unwrap(), b"http/1.1");

        let error = get(&site.url, roots, vec![]).await.unwrap_err();
        assert!(error.to_string().contains("invalid peer certificate: UnknownIssuer"), "{error}");
        assert!(!error.may_have_been_sent(), "{error}");
    }
    assert!(rustls::crypto::CryptoProvider::get_default().is_none());
}

#[tokio::test]
async fn a_certificate_for_another_host_is_refused() {
    let site = site();
    let error = get(&site.url.replace("localhost", "127.0.0.1"), Roots::Load, vec![site.root]).await.unwrap_err();
    assert!(error.to_string().contains("certificate not valid for name") && !error.may_have_been_sent(), "{error}");
}
