//! The signature before TC3: every parameter in one string (api/213/30654, "signature v1").

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use http::Method;
use sha1::Sha1;
use sha2::Sha256;

use super::SignatureMethod;
use crate::credential::Credential;

/// The common parameters of a legacy request, which has them among its own.
pub(crate) const COMMON_PARAMETERS: [&str; 11] = [
    "Action",
    "Language",
    "Nonce",
    "Region",
    "RequestClient",
    "SecretId",
    "Signature",
    "SignatureMethod",
    "Timestamp",
    "Token",
    "Version",
];

/// The text that a legacy signature signs; its `Display` is that text.
///
/// Method, host, `/?`, and all parameters but the signature, sorted by name, their values as they are, not encoded:
///
/// ```text
/// GETcvm.tencentcloudapi.com/?Action=DescribeZones&Nonce=11886&SecretId=AKID…&Timestamp=1465185768&Version=2017-03-12
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegacyStringToSign<'a> {
    method: &'a Method,
    host: &'a str,
    parameters: Vec<(&'a str, &'a str)>,
}

impl<'a> LegacyStringToSign<'a> {
    /// Describes a request by its method, its host (with the port, if there is one), and its parameters, the common ones
    /// included.
    pub fn new(method: &'a Method, host: &'a str, parameters: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut parameters: Vec<_> = parameters.into_iter().collect();
        parameters.sort_unstable();
        Self { method, host, parameters }
    }

    /// The signature, in base64: the value of the parameter `Signature`.
    ///
    /// The method must be the one that the parameter `SignatureMethod` names. It signs with SHA-256 unless it is
    /// [`HmacSha1`](SignatureMethod::HmacSha1).
    pub fn sign(&self, credential: &Credential, method: SignatureMethod) -> String {
        let (key, text) = (credential.secret_key().as_bytes(), self.to_string());
        match method {
            SignatureMethod::HmacSha1 => hmac::<Hmac<Sha1>>(key, &text),
            SignatureMethod::HmacSha256 | SignatureMethod::Tc3HmacSha256 => hmac::<Hmac<Sha256>>(key, &text),
        }
    }
}

impl fmt::Display for LegacyStringToSign<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}/?", self.method, self.host)?;
        for (index, (name, value)) in self.parameters.iter().enumerate() {
            let and = if index == 0 { "" } else { "&" };
            write!(f, "{and}{name}={value}")?;
        }
        Ok(())
    }
}

fn hmac<M: Mac + KeyInit>(key: &[u8], text: &str) -> String {
    let mut mac = <M as KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Method, host, parameters and secret key as published, and the signatures.
    #[test]
    fn published_signatures_are_reproduced() {
        let instances = |id: &str| {
            format!(
                "Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20&Nonce=11886&Offset=0&Region=ap-guangzhou\
                 &SecretId={id}&Timestamp=1465185768&Version=2017-03-12"
            )
        };
        let (example, seven) = ("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******");
        let stars = format!("AKID{}", "*".repeat(32));
        let task = "Language=en-US&Nonce=11886&OperationType=Abort&Region=ap-guangzhou&RequestClient=TEST\
                    &SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
        let rest = "TaskId=251000333-procedure-c27bdf65ea06646171e714f25f5aac6&Timestamp=1551113065&Version=2018-07-17";
        let special = "Action=DescribeInstances&Filters.0.Name=instance-name&Filters.0.Values.0=未命名&\
                       Filters.0.Values.1=a b&c=d+e&Limit=1&Nonce=11886&Region=ap-guangzhou&\
                       SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE&SignatureMethod=HmacSHA256&\
                       Timestamp=1551113065&Version=2017-03-12";
        let key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
        for (text, key, method, expected) in [
            ("GETcvm", instances(example), key, "EliP9YW3pW28FpsEdkXt/+WcGeI="),
            ("GETcvm", instances(seven), "Gu5t9xGARNpq86cd98joQYCN3*******", "zmmjn35mikh6pM3V7sUEuX4wyYM="),
            ("GETcvm", instances(&stars), &"*".repeat(32), "7RAM2xfNMO9EiVTNmPg06MRnCvQ="),
            (
                "POSTvod",
                format!("Action=ManageTask&{task}&SignatureMethod=HmacSHA256&{rest}"),
                key,
                "2ruUGhQKKWMqis7sCwtOUT5FEMJziE61VzlCjcQDi74=",
            ),
            (
                "GETvod",
                format!("Action=ManageTask&{task}&SignatureMethod=HmacSHA1&{rest}"),
                key,
                "CjSPlJSIlDirPKmxPNmQjswG8BA=",
            ),
            ("GETcvm", special.to_owned(), key, "HyGQACUH9GBZykhIfsVNEUM7OM+dVi8EJ/Mm20mGSdM="),
        ]
        .map(|(start, parameters, key, expected)| {
            let method =
                if parameters.contains("HmacSHA256") { SignatureMethod::HmacSha256 } else { SignatureMethod::HmacSha1 };
            (format!("{start}.tencentcloudapi.com/?{parameters}"), key.to_owned(), method, expected)
        }) {
            let credential = Credential::with_secret_id("id").secret_key(key);
            let (request, parameters) = text.split_once("/?").unwrap();
            let at = if request.starts_with("GET") { 3 } else { 4 };
            let method_name: Method = request[..at].parse().unwrap();
            // A value may contain `&`: that of the last vector does.
            let parameters = parameters.replace("a b&c=d+e", "a b\u{0}c\u{1}d+e");
            let parameters: Vec<_> = parameters
                .split('&')
                .map(|pair| pair.split_once('=').unwrap())
                .map(|(name, value)| (name.to_owned(), value.replace('\u{0}', "&").replace('\u{1}', "=")))
                .collect();
            // Backwards, since sorting is ours to do.
            let backwards = parameters.iter().rev().map(|(name, value)| (&**name, &**value));
            let string = LegacyStringToSign::new(&method_name, &request[at..], backwards);
            assert_eq!(string.to_string(), text);
            assert_eq!(string.sign(&credential, method), expected);
        }
    }
}
