//! What a client is told of connections.

use std::sync::Arc;
use std::time::Duration;

use super::ClientBuilder;
use crate::env::Env;
use crate::error::Error;
use crate::transport::{Connections, HttpTransport, Proxy, ProxyError, RootError, Transport, Trust, read_certificates};

/// These are for the default transport. One that is [given](Self::transport) makes its own connections.
impl ClientBuilder {
    /// How long it may take to connect, TLS included. The default is 10 seconds, and no more than two thirds of the time that
    /// an [attempt](Self::attempt_timeout) has by the client's settings.
    ///
    /// Where no connection was made, nothing was sent, so that any call can be tried again. So this should be shorter than
    /// the timeout of an attempt, which can't tell.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connections.connect_timeout = Some(timeout);
        self
    }

    /// How long a connection is kept for the next call. The default is 50 seconds: the vendor closes one after 60. With
    /// zero, each call connects anew.
    pub fn keep_alive(mut self, idle: Duration) -> Self {
        self.connections.keep_alive = Some(idle);
        self
    }

    /// Trusts this authority too: a certificate as DER, or one or more as PEM. Say it again for another.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = tencent_action::Client::builder().root_certificate(std::fs::read("gateway-root.pem")?).build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn root_certificate(mut self, certificate: impl AsRef<[u8]>) -> Self {
        let trust = &mut self.connections.trust;
        let number = trust.named.len() + 1;
        match read_certificates(certificate.as_ref()) {
            Ok(certificates) => trust.named.extend(certificates),
            Err(error) => self.connections.faults.push(Fault::Root(number, error)),
        }
        self
    }

    /// Trusts nobody but the authorities of [`root_certificate`](Self::root_certificate).
    pub fn only_root_certificates(mut self, only: bool) -> Self {
        self.connections.trust.nobody_else = only;
        self
    }

    /// Goes through this proxy: `http://host:port` or `https://host:port`, with `user:password@` before the host if it asks
    /// for them. No output shows these.
    ///
    /// Without it, the proxy is that of `HTTPS_PROXY`, or else `ALL_PROXY`, and `NO_PROXY` names hosts that are reached
    /// without; with the feature `system-proxy`, the settings of macOS and Windows come after. No proxy is asked for plain
    /// http, nor for this machine.
    pub fn proxy(mut self, url: impl AsRef<str>) -> Self {
        match Proxy::parse(url.as_ref()) {
            Ok(proxy) => self.connections.proxy = Some(proxy),
            Err(error) => self.connections.faults.push(Fault::Proxy(error)),
        }
        self
    }
}

/// What was said.
#[derive(Default)]
pub(super) struct Said {
    connect_timeout: Option<Duration>,
    keep_alive: Option<Duration>,
    trust: Trust,
    proxy: Option<Proxy>,
    faults: Vec<Fault>,
}

/// What is wrong with what was said.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("the root certificate number {0} {1}")]
    Root(usize, RootError),
    #[error("{0}")]
    Proxy(ProxyError),
    #[error("nobody is trusted: `only_root_certificates` is for use with `root_certificate`")]
    Nobody,
}

impl Said {
    /// The default transport, which gives up on connecting after `longest`, unless something else was said.
    pub(super) fn transport(self, env: &Env, is_https: bool, longest: Duration) -> Result<Arc<dyn Transport>, Error> {
        if let Some(fault) = self.faults.into_iter().next() {
            return Err(Error::config(fault));
        }
        if self.trust.nobody_else && self.trust.named.is_empty() {
            return Err(Error::config(Fault::Nobody));
        }
        let default = Connections::from(env.clone());
        let transport = HttpTransport::new(Connections {
            connect_timeout: self.connect_timeout.unwrap_or(default.connect_timeout.min(longest)),
            keep_alive: self.keep_alive.unwrap_or(default.keep_alive),
            trust: self.trust,
            proxy: self.proxy,
            ..default
        });
        if is_https {
            transport.prepare_https().map_err(|error| Error::config(format!("https can't be set up: {error}")))?;
        }
        Ok(Arc::new(transport))
    }
}
