//! How connections are made and kept.

use std::time::Duration;

use super::proxy::{Proxy, ProxyError};
use super::roots::Trust;
use crate::env::Env;

/// What the default transport is told.
#[derive(Debug)]
pub(crate) struct Connections {
    pub(crate) connect_timeout: Duration,
    pub(crate) keep_alive: Duration,
    pub(crate) trust: Trust,
    /// The proxy that the program names.
    pub(crate) proxy: Option<Proxy>,
    /// Where to look for one otherwise.
    pub(crate) env: Env,
}

impl Connections {
    /// Ten seconds for TCP and TLS. A connection is kept for 50 seconds: the vendor closes one after 60, and a request that
    /// crosses the closing on its way is lost.
    pub(crate) fn from(env: Env) -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            keep_alive: Duration::from_secs(50),
            trust: Trust::default(),
            proxy: None,
            env,
        }
    }

    /// The proxy to go through: what the program says, else what the environment says.
    pub(super) fn proxy(&self) -> Result<Option<Proxy>, ProxyError> {
        match &self.proxy {
            Some(proxy) => Ok(Some(proxy.clone())),
            None => Proxy::from_env(&self.env),
        }
    }
}
