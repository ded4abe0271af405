//! TLS: which library, which roots, which protocols. The features decide; see the crate's documentation.

use reqwest::ClientBuilder;

use super::TransportError;

/// The platform's own TLS library.
#[cfg(feature = "native-tls")]
#[expect(clippy::unnecessary_wraps, reason = "the other backends can fail")]
pub(super) fn configure(builder: ClientBuilder) -> Result<ClientBuilder, TransportError> {
    Ok(builder.tls_backend_native())
}

/// rustls, configured here: reqwest would look for a provider that the whole process shares, and panic without one.
#[cfg(all(feature = "__rustls", not(feature = "native-tls")))]
pub(super) fn configure(builder: ClientBuilder) -> Result<ClientBuilder, TransportError> {
    Ok(builder.tls_backend_preconfigured(rustls_config().map_err(TransportError::not_sent)?))
}

/// No TLS at all: plain http to this machine.
#[cfg(not(any(feature = "__rustls", feature = "native-tls")))]
#[expect(clippy::unnecessary_wraps, reason = "the other backends can fail")]
pub(super) fn configure(builder: ClientBuilder) -> Result<ClientBuilder, TransportError> {
    Ok(builder)
}

#[cfg(all(feature = "__rustls", not(feature = "native-tls")))]
fn rustls_config() -> Result<rustls::ClientConfig, rustls::Error> {
    use std::sync::Arc;

    #[cfg(feature = "rustls-aws-lc-rs")]
    use rustls::crypto::aws_lc_rs as crypto;
    #[cfg(not(feature = "rustls-aws-lc-rs"))]
    use rustls::crypto::ring as crypto;

    let provider = Arc::new(crypto::default_provider());
    let builder =
        rustls::ClientConfig::builder_with_provider(provider.clone()).with_safe_default_protocol_versions()?;

    #[cfg(feature = "platform-roots")]
    let builder = builder
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(rustls_platform_verifier::Verifier::new(provider)?));
    #[cfg(not(feature = "platform-roots"))]
    let builder = builder
        .with_root_certificates(webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect::<rustls::RootCertStore>());

    let mut config = builder.with_no_client_auth();
    if cfg!(feature = "http2") {
        config.alpn_protocols.push(b"h2".to_vec());
    }
    config.alpn_protocols.push(b"http/1.1".to_vec());
    Ok(config)
}
