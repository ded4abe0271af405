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

pub(super) struct Site {
    url: String,
    root: CertificateDer<'static>,
}

impl Site {
    pub(super) fn start() -> Result<Self, String> {
        Self::listen().map_err(|error| error.to_string())
    }

    fn listen() -> Result<Self, Box<dyn Error>> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("https://localhost:{}", listener.local_addr()?.port());
        let mut authority = CertificateParams::new([])?;
        authority.distinguished_name.push(DnType::CommonName, "authority of the benches");
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate()?;
        let root = authority.self_signed(&key)?.der().clone();
        let config = Arc::new(config(&Issuer::new(authority, key))?);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if let Ok(connection) = ServerConnection::new(Arc::clone(&config)) {
                    thread::spawn(move || answer(StreamOwned::new(connection, stream)));
                }
            }
        });
        Ok(Self { url, root })
    }

    pub(super) fn url(&self) -> &String {
        &self.url
    }

    /// The authority's certificate.
    pub(super) fn root(&self) -> &[u8] {
        &self.root
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

/// Answers small requests, each written in one go, until the client goes.
fn answer(mut stream: StreamOwned<ServerConnection, TcpStream>) {
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{SMALL}", SMALL.len());
    while stream.read(&mut [0; 4096]).is_ok_and(|len| len > 0) {
        if stream.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}
