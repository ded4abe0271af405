//! A server over TLS, on a thread of its own, with an authority that vouches for it.

use std::error::Error;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::subject::SMALL;

pub(crate) struct Site {
    url: String,
    root: CertificateDer<'static>,
    pem: String,
}

impl Site {
    /// Listens on this port; on any, if it is 0.
    pub(crate) fn start(port: u16) -> Result<Self, String> {
        Self::listen(port).map_err(|error| format!("a server on port {port}: {error}"))
    }

    fn listen(port: u16) -> Result<Self, Box<dyn Error>> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let url = format!("https://localhost:{}", listener.local_addr()?.port());
        let mut authority = CertificateParams::new([])?;
        authority.distinguished_name.push(DnType::CommonName, "authority of the benches");
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate()?;
        let root = authority.self_signed(&key)?;
        let config = Arc::new(config(&Issuer::new(authority, key))?);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // Otherwise an answer waits behind the session's tickets until they are acknowledged, 40 ms at times.
                let _ = stream.set_nodelay(true);
                if let Ok(connection) = ServerConnection::new(Arc::clone(&config)) {
                    thread::spawn(move || answer(StreamOwned::new(connection, stream)));
                }
            }
        });
        Ok(Self { url, root: root.der().clone(), pem: root.pem() })
    }

    pub(crate) fn url(&self) -> &String {
        &self.url
    }

    /// The authority's certificate.
    pub(crate) fn root(&self) -> &[u8] {
        &self.root
    }

    /// The same as text, for those who read files of the platform.
    pub(crate) fn root_pem(&self) -> &str {
        &self.pem
    }
}

fn config(issuer: &Issuer<'_, KeyPair>) -> Result<ServerConfig, Box<dyn Error>> {
    let key = KeyPair::generate()?;
    let certificate = CertificateParams::new(["localhost".to_owned()])?.signed_by(&key, issuer)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
    Ok(config.with_no_client_auth().with_single_cert(vec![certificate.der().clone()], key)?)
}

/// Answers request after request, until the client goes.
fn answer(mut stream: StreamOwned<ServerConnection, TcpStream>) {
    let answer =
        format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{SMALL}", SMALL.len());
    let mut received = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(len @ 1..) = stream.read(&mut buffer) {
        received.extend_from_slice(&buffer[..len]);
        while let Some(end) = end(&received) {
            received.drain(..end);
            if stream.write_all(answer.as_bytes()).is_err() {
                return;
            }
        }
    }
}

/// Where the first request ends, if all of it is here.
fn end(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = String::from_utf8_lossy(&received[..head]).to_ascii_lowercase();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length:"));
    let body: usize = length.map_or(Some(0), |length| length.trim().parse().ok())?;
    (received.len() >= head + body).then_some(head + body)
}
