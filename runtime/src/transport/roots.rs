//! The certificates of authorities that a program names.

use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::{self, PemObject};

/// Whom connections trust besides those of the features, or instead of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Trust {
    pub(crate) named: Vec<CertificateDer<'static>>,
    pub(crate) nobody_else: bool,
}

/// What is wrong with a certificate that was named.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct RootError(String);

/// Reads a certificate as DER, or one or more as PEM. Whether they are certificates is for the TLS library to see.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<CertificateDer<'static>>, RootError> {
    let text = String::from_utf8_lossy(bytes);
    let labels: Vec<_> =
        text.split("-----BEGIN ").skip(1).filter_map(|rest| Some(rest.split_once("-----")?.0)).collect();
    if labels.is_empty() {
        // DER of a certificate is a sequence.
        return match bytes.first() {
            Some(0x30) => Ok(vec![CertificateDer::from(bytes.to_vec())]),
            Some(_) => Err(RootError("is neither PEM nor DER".to_owned())),
            None => Err(RootError("is empty".to_owned())),
        };
    }
    if !labels.contains(&"CERTIFICATE") {
        return Err(RootError(format!("is PEM without a CERTIFICATE in it: it has {}", labels.join(", "))));
    }
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(bytes).collect();
    certificates.map_err(|error| RootError(format!("is broken PEM: {}", fault(&error))))
}

/// Without what the file holds: it may be a key.
fn fault(error: &pem::Error) -> &'static str {
    match error {
        pem::Error::MissingSectionEnd { .. } => "an `-----END …-----` line is missing",
        pem::Error::IllegalSectionStart { .. } => "a `-----BEGIN …` line has no end",
        pem::Error::Base64Decode(_) => "what is between the lines isn't base64",
        _ => "it can't be read",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEM: &str = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";

    #[test]
    fn certificates_are_read_as_der_and_as_pem_with_words_around() {
        let der = || CertificateDer::from(vec![0x30, 0]);
        assert_eq!(read(&[0x30, 0]).unwrap(), [der()]);
        assert_eq!(read(format!("# ours\r\n{PEM}# theirs\n{PEM}").as_bytes()).unwrap(), [der(), der()]);
    }

    #[test]
    fn what_is_wrong_with_one_is_said() {
        let key = PEM.replace("CERTIFICATE", "PRIVATE KEY");
        for (text, expected) in [
            ("", "is empty"),
            ("root.pem", "is neither PEM nor DER"),
            (&key, "is PEM without a CERTIFICATE in it: it has PRIVATE KEY"),
            (&PEM[..PEM.len() - 10], "is broken PEM: an `-----END …-----` line is missing"),
            (&PEM.replace("MAA=", "!!!"), "is broken PEM: what is between the lines isn't base64"),
        ] {
            assert_eq!(read(text.as_bytes()).unwrap_err().to_string(), expected);
        }
    }
}
