//! The proxy between this machine and the cloud.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;
use percent_encoding::percent_decode_str;
use reqwest::{NoProxy, Url};
use zeroize::Zeroizing;

use crate::env::Env;

/// The variables that name one, the first of them first. `HTTP_PROXY` isn't among them: plain http goes through none.
const VARIABLES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
/// This machine is not for a proxy to reach.
const LOOPBACK: &str = "localhost,127.0.0.0/8,::1";

/// A proxy that tunnels TLS. It shows as its URL, without user name and password.
#[derive(Clone)]
pub(crate) struct Proxy {
    url: Url,
    authorization: Option<HeaderValue>,
    /// The hosts that are reached without it, as in `NO_PROXY`.
    except: String,
}

/// Why a proxy can't be used. It never quotes the URL: there may be a password in it, and not where one belongs.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct ProxyError(String);

impl Proxy {
    /// Reads `http://host:port`, `http://user:password@host:port`, the same with https, or `host:port`.
    pub(crate) fn parse(text: &str) -> Result<Self, ProxyError> {
        let error = |fault: &str| {
            Err(ProxyError(format!("the proxy's URL {fault}: write it as `http://user:password@host:port`")))
        };
        let parsed = if text.contains("://") { Url::parse(text) } else { Url::parse(&format!("http://{text}")) };
        let mut url = match parsed {
            Ok(url) => url,
            Err(fault) => return error(&format!("isn't one ({fault})")),
        };
        if !matches!(url.scheme(), "http" | "https") {
            return error("is neither http nor https");
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return error("has a path, a query or a fragment; in a password, `/`, `?` and `#` are %2F, %3F and %23");
        }
        let authorization = authorization(&url);
        // It can be changed: it has a host.
        let (_, _) = (url.set_username(""), url.set_password(None));
        Ok(Self { url, authorization, except: LOOPBACK.to_owned() })
    }

    /// The proxy that the environment names, if it does.
    pub(super) fn from_env(env: &Env) -> Result<Option<Self>, ProxyError> {
        let var = |name| env.var(name).map_err(|error| ProxyError(error.to_string()));
        for name in VARIABLES {
            let Some(text) = var(name)? else { continue };
            let mut proxy = Self::parse(&text).map_err(|error| ProxyError(format!("{name}: {error}")))?;
            for name in ["NO_PROXY", "no_proxy"] {
                if let Some(except) = var(name)? {
                    proxy.except = format!("{LOOPBACK},{except}");
                    break;
                }
            }
            return Ok(Some(proxy));
        }
        Ok(None)
    }

    pub(super) fn rule(&self) -> Result<reqwest::Proxy, reqwest::Error> {
        let rule = reqwest::Proxy::https(self.url.clone())?.no_proxy(NoProxy::from_string(&self.except));
        Ok(match &self.authorization {
            Some(authorization) => rule.custom_http_auth(authorization.clone()),
            None => rule,
        })
    }

    /// What the proxy has to do with an error that reads like this.
    pub(super) fn hint(&self, error: &str) -> Option<String> {
        // hyper-util keeps the type of these errors to itself, and the status too.
        let (_, fault) = error.split_once("tunnel error: ")?;
        let did = match (fault, &self.authorization) {
            (fault, None) if fault.contains("authorization required") => "asks for a user name and a password",
            (fault, Some(_)) if fault.contains("authorization required") => "refuses the user name or the password",
            (fault, _) if fault.contains("underlying connection") => "can't be reached",
            _ => "didn't connect to the host",
        };
        Some(format!("the proxy {self} {did}"))
    }
}

/// The header for the user name and password in a URL, if there are any.
fn authorization(url: &Url) -> Option<HeaderValue> {
    if url.username().is_empty() && url.password().is_none() {
        return None;
    }
    let mut plain: Zeroizing<Vec<u8>> = Zeroizing::new(percent_decode_str(url.username()).collect());
    plain.push(b':');
    plain.extend(percent_decode_str(url.password().unwrap_or_default()));
    let text = Zeroizing::new(format!("Basic {}", STANDARD.encode(&*plain)));
    let mut value = HeaderValue::from_str(&text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.url.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Proxy({self})")
    }
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;
