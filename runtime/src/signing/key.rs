//! The third stage: the key of a day and a service, and the signature it makes.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::authorization::stem;
use super::hex::Hex;
use super::{Authorization, CanonicalRequest, StringToSign, Timestamp};
use crate::credential::Credential;

/// The key that signs for one service on one day.
///
/// It is derived from the secret key in three steps and good until midnight UTC. Its memory is zeroed when it goes.
#[derive(Clone)]
pub struct SigningKey {
    /// A MAC that has read the key, which is two of five blocks to hash, and the beginning of any string to sign.
    mac: Hmac<Sha256>,
}

impl SigningKey {
    /// Derives the key for the UTC day of this time.
    pub fn derive(credential: &Credential, timestamp: Timestamp, service: &str) -> Self {
        let [_, _, key] = chain(credential, timestamp, service);
        let mut mac = keyed(&*key);
        for piece in StringToSign::BEGINNING {
            mac.update(piece);
        }
        Self { mac }
    }

    /// Signs, and gives the `Authorization` header.
    pub fn authorize(
        &self,
        credential: &Credential,
        canonical: &CanonicalRequest<'_>,
        string_to_sign: &StringToSign<'_>,
    ) -> Authorization {
        let stem = stem(credential.secret_id(), string_to_sign.scope_pieces());
        Authorization::new(&stem, canonical.signed_headers_str(), &self.sign(string_to_sign))
    }

    pub(super) fn sign(&self, string_to_sign: &StringToSign<'_>) -> Hex {
        let mut mac = self.mac.clone();
        for piece in string_to_sign.pieces() {
            mac.update(piece);
        }
        Hex::of(&mac.finalize().into_bytes().into())
    }

    /// What this key makes of as good as nothing, which tells keys apart.
    #[cfg(test)]
    pub(super) fn mark(&self) -> String {
        Hex::of(&self.mac.clone().finalize().into_bytes().into()).to_string()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").finish_non_exhaustive()
    }
}

/// The keys of the date, of the service, and of the request.
pub(super) fn chain(credential: &Credential, timestamp: Timestamp, service: &str) -> [Zeroizing<[u8; 32]>; 3] {
    let secret = Zeroizing::new(format!("TC3{}", credential.secret_key()));
    let of_date = hmac(secret.as_bytes(), timestamp.date().to_string().as_bytes());
    let of_service = hmac(&*of_date, service.as_bytes());
    let of_request = hmac(&*of_service, b"tc3_request");
    [of_date, of_service, of_request]
}

fn hmac(key: &[u8], message: &[u8]) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(keyed(key).chain_update(message).finalize().into_bytes().into())
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of any length")
}
