//! TLS: which library, which roots, which protocols. The features decide; see the crate's documentation.

use reqwest::ClientBuilder;

use super::TransportError;

/// Why no connection can be secured with the features that are on, if none can.
pub(super) const LACKS: Option<&str> = if cfg!(feature = "native-tls") {
    None
} else if !cfg!(feature = "__rustls") {
    Some("no TLS is compiled in: turn on the feature `rustls-ring`, `rustls-aws-lc-rs` or `native-tls`")
} else if !cfg!(any(feature = "platform-roots", feature = "bundled-roots")) {
    Some("rustls has no roots to trust: turn on the feature `platform-roots` or `bundled-roots`")
} else {
    None
};

/// Whom a connection trusts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Roots {
    /// Those of the features.
    Load,
    /// Nobody: for plain http, which needn't wait until the platform's roots are read.
    Nobody,
}

/// The platform's own TLS library, and its roots.
#[cfg(feature = "native-tls")]
#[expect(clippy::unnecessary_wraps, reason = "the other backends can fail")]
pub(super) fn configure(builder: ClientBuilder, _: Roots) -> Result<ClientBuilder, TransportError> {
    Ok(builder.tls_backend_native())
}

/// rustls, configured here: reqwest would look for a provider that the whole process shares, and panic without one.
#[cfg(all(feature = "__rustls", not(feature = "native-tls")))]
pub(super) fn configure(builder: ClientBuilder, roots: Roots) -> Result<ClientBuilder, TransportError> {
    let config = rustls_config(roots, Vec::new()).map_err(TransportError::not_sent)?;
    Ok(builder.tls_backend_preconfigured(config))
}

/// No TLS at all: plain http to this machine.
#[cfg(not(any(feature = "__rustls", feature = "native-tls")))]
#[expect(clippy::unnecessary_wraps, reason = "the other backends can fail")]
pub(super) fn configure(builder: ClientBuilder, _: Roots) -> Result<ClientBuilder, TransportError> {
    Ok(builder)
}

/// A configuration that trusts these roots, and the extra ones.
#[cfg(all(feature = "__rustls", not(feature = "native-tls")))]
fn rustls_config(
    roots: Roots,
    extra: Vec<rustls::pki_types::CertificateDer<'static>>,
) -> Result<rustls::ClientConfig, rustls::Error> {
    use std::sync::Arc;

    #[cfg(feature = "rustls-aws-lc-rs")]
    use rustls::crypto::aws_lc_rs as crypto;
    #[cfg(not(feature = "rustls-aws-lc-rs"))]
    use rustls::crypto::ring as crypto;

    let provider = Arc::new(crypto::default_provider());
    let builder =
        rustls::ClientConfig::builder_with_provider(provider.clone()).with_safe_default_protocol_versions()?;
    let trusted = extra.into_iter();
    #[cfg(feature = "bundled-roots")]
    let trusted = trusted.chain(match roots {
        Roots::Load => webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().cloned(),
        Roots::Nobody => [].iter().cloned(),
    });
    let builder = match roots {
        #[cfg(feature = "platform-roots")]
        Roots::Load => {
            let verifier = rustls_platform_verifier::Verifier::new_with_extra_roots(trusted, provider)?;
            builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier))
        }
        _ => {
            let mut store = rustls::RootCertStore::empty();
            for root in trusted {
                store.add(root)?;
            }
            builder.with_root_certificates(store)
        }
    };
    let mut config = builder.with_no_client_auth();
    if cfg!(feature = "http2") {
        config.alpn_protocols.push(b"h2".to_vec());
    }
    config.alpn_protocols.push(b"http/1.1".to_vec());
    Ok(config)
}

#[cfg(test)]
#[cfg(all(feature = "__rustls", not(feature = "native-tls")))]
mod tests;
