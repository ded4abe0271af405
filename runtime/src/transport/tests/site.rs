//! The server, and its authority.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, mpsc};
use std::thread;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// The names that the server's certificate has.
const NAMES: [&str; 2] = ["localhost", "vod.tencentcloudapi.com"];

/// A TLS connection to the server.
pub(super) type Stream = rustls::StreamOwned<rustls::ServerConnection, std::net::TcpStream>;

/// An authority, and a server that it vouches for. The server says which protocol was agreed on.
pub(super) struct Site {
    port: u16,
    root: CertificateDer<'static>,
    protocols: mpsc::Receiver<String>,
}

impl Site {
    /// A server that offers these protocols and serves each connection so.
    pub(super) fn start(protocols: &[&str], serve: fn(Stream)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let mut authority = CertificateParams::new([]).unwrap();
        // Each has a name of its own, by which it is looked for.
        authority.distinguished_name.push(DnType::CommonName, format!("authority of {port}"));
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority_key = KeyPair::generate().unwrap();
        let root = authority.self_signed(&authority_key).unwrap().der().clone();
        let config = Arc::new(config(protocols, &Issuer::new(authority, authority_key)));
        let (sender, protocols) = mpsc::channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut connection = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
                // A client that doesn't trust us hangs up here.
                if connection.complete_io(&mut stream).is_ok() {
                    let protocol = connection.alpn_protocol().unwrap_or_default();
                    sender.send(String::from_utf8(protocol.to_vec()).unwrap()).unwrap();
                    thread::spawn(move || serve(Stream::new(connection, stream)));
                }
            }
        });
        Self { port, root, protocols }
    }

    /// A server that answers each request with a reply, over HTTP/1.1.
    pub(super) fn answering() -> Self {
        Self::start(&["http/1.1"], answer)
    }

    pub(super) fn url(&self) -> String {
        format!("https://localhost:{}", self.port)
    }

    pub(super) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The authority's certificate.
    pub(super) fn root(&self) -> &[u8] {
        &self.root
    }

    /// The protocol of each connection so far on which the client agreed to a certificate.
    pub(super) fn protocols(&self) -> Vec<String> {
        self.protocols.try_iter().collect()
    }
}

fn config(protocols: &[&str], issuer: &Issuer<'_, KeyPair>) -> rustls::ServerConfig {
    let key = KeyPair::generate().unwrap();
    let names = NAMES.map(str::to_owned);
    let certificate = CertificateParams::new(names).unwrap().signed_by(&key, issuer).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
    let mut config = config.with_no_client_auth().with_single_cert(vec![certificate.der().clone()], key).unwrap();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.as_bytes().to_vec()).collect();
    config
}

/// Answers small requests, one after another.
pub(super) fn answer(mut stream: Stream) {
    let body = r#"{"Response":{"RequestId":"r"}}"#;
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    // The requests of these tests are written in one go.
    while stream.read(&mut [0; 4096]).is_ok_and(|len| len > 0) {
        stream.write_all(answer.as_bytes()).unwrap();
    }
}
