//! TLS: which library, which roots, which protocols. The features decide; see the crate's documentation.

use reqwest::ClientBuilder;
use rustls_pki_types::CertificateDer;

use super::TransportError;

/// Why no connection can be secured with the features that are on and the roots that are named, if none can.
pub(super) fn lack(named: &[CertificateDer<'_>]) -> Option<&'static str> {
    if cfg!(feature = "native-tls") {
        None
    } else if !cfg!(feature = "__rustls") {
        Some("no TLS is compiled in: turn on the feature `rustls-ring`, `rustls-aws-lc-rs` or `native-tls`")
    } else if !cfg!(any(feature = "platform-roots", feature = "bundled-roots")) && named.is_empty() {
        Some("rustls has no roots to trust: turn on the feature `platform-roots` or `bundled-roots`, or name some")
    } else {
        None
    }
}

/// What to do about an error that reads like this.
pub(super) fn hint(error: &str) -> Option<String> {
    // As rustls, OpenSSL and the platform's verifiers say it.
    let untrusted = ["UnknownIssuer", "local issuer certificate", "self-signed", "self signed", "not trusted"];
    let hint =
        "if the authority behind the host's certificate is a private one, name it by `ClientBuilder::root_certificate`";
    untrusted.iter().any(|words| error.contains(words)).then(|| hint.to_owned())
}

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
pub(super) fn configure(
    builder: ClientBuilder,
    roots: Roots,
    named: &[CertificateDer<'static>],
) -> Result<ClientBuilder, TransportError> {
    let named = named.iter().zip(1..);
    let read = |(der, number): (&CertificateDer<'_>, usize)| {
        reqwest::Certificate::from_der(der).map_err(|error| unreadable(number, error))
    };
    let named = named.map(read).collect::<Result<Vec<_>, _>>()?;
    let builder = builder.tls_backend_native();
    Ok(match roots {
        Roots::Nobody => builder.tls_certs_only(named),
        Roots::Load => builder.tls_certs_merge(named),
    })
}

/// rustls, configured here: reqwest would look for a provider that the whole process shares, and panic without one.
#[cfg(all(feature = "__rustls", not(feature = "native-tls")))]
pub(super) fn configure(
    builder: ClientBuilder,
    roots: Roots,
    named: &[CertificateDer<'static>],
) -> Result<ClientBuilder, TransportError> {
    Ok(builder.tls_backend_preconfigured(rustls_config(roots, named)?))
}

/// No TLS at all: plain http to this machine.
#[cfg(not(any(feature = "__rustls", feature = "native-tls")))]
#[expect(clippy::unnecessary_wraps, reason = "the other backends can fail")]
pub(super) fn configure(
    builder: ClientBuilder,
    _: Roots,
    _: &[CertificateDer<'static>],
) -> Result<ClientBuilder, TransportError> {
    Ok(builder)
}

/// A configuration that trusts these roots, and those that are named.
#[cfg(all(feature = "__rustls", not(feature = "native-tls")))]
fn rustls_config(roots: Roots, named: &[CertificateDer<'static>]) -> Result<rustls::ClientConfig, TransportError> {
    use std::sync::Arc;

    #[cfg(feature = "rustls-aws-lc-rs")]
    use rustls::crypto::aws_lc_rs as crypto;
    #[cfg(not(feature = "rustls-aws-lc-rs"))]
    use rustls::crypto::ring as crypto;

    for (der, number) in named.iter().zip(1..) {
        // For its error alone, which says which one it is.
        let read = rustls::RootCertStore::empty().add(der.clone());
        read.map_err(|error| unreadable(number, error))?;
    }
    let provider = Arc::new(crypto::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider.clone());
    let builder = builder.with_safe_default_protocol_versions().map_err(TransportError::not_sent)?;
    let trusted = named.iter().cloned();
    #[cfg(feature = "bundled-roots")]
    let trusted = trusted.chain(match roots {
        Roots::Load => webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().cloned(),
        Roots::Nobody => [].iter().cloned(),
    });
    let builder = match roots {
        #[cfg(feature = "platform-roots")]
        Roots::Load => {
            let verifier = rustls_platform_verifier::Verifier::new_with_extra_roots(trusted, provider);
            let verifier = verifier.map_err(TransportError::not_sent)?;
            builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier))
        }
        _ => {
            let mut store = rustls::RootCertStore::empty();
            store.add_parsable_certificates(trusted);
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

/// Which of the certificates that were named can't be used, and why.
#[cfg(any(feature = "__rustls", feature = "native-tls"))]
fn unreadable(number: usize, error: impl std::fmt::Display) -> TransportError {
    TransportError::not_sent(format!("the root certificate number {number} can't be used: {error}"))
}
