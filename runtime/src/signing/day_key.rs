//! A key with all that is the same in every signature of its day.

use super::authorization::stem;
use super::scope::Scope;
use super::{Authorization, CanonicalRequest, SigningKey, StringToSign, Timestamp};
use crate::credential::Credential;

/// The key of a credential for one service on one day, and how each header begins that it makes.
#[derive(Debug)]
pub(crate) struct DayKey {
    credential: Credential,
    day: i64,
    key: SigningKey,
    stem: Vec<u8>,
}

impl DayKey {
    pub(super) fn derive(credential: &Credential, timestamp: Timestamp, service: &str) -> Self {
        let stem = stem(credential.secret_id(), Scope::new(timestamp, service).pieces());
        let key = SigningKey::derive(credential, timestamp, service);
        Self { credential: credential.clone(), day: timestamp.day(), key, stem }
    }

    pub(super) fn is_for(&self, credential: &Credential, timestamp: Timestamp) -> bool {
        self.day == timestamp.day() && self.credential.same_key(credential)
    }

    /// Signs what is of this day and service.
    pub(crate) fn authorize(&self, canonical: &CanonicalRequest<'_>, signed: &StringToSign<'_>) -> Authorization {
        Authorization::new(&self.stem, canonical.signed_headers_str(), &self.key.sign(signed))
    }

    #[cfg(test)]
    pub(super) fn mark(&self) -> String {
        self.key.mark()
    }
}
