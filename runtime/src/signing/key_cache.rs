//! The key of the day, kept: deriving it costs three of a signature's four HMACs.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::{SigningKey, Timestamp};
use crate::credential::Credential;

/// One key per service: the latest that was asked for.
#[derive(Debug, Default)]
pub(crate) struct KeyCache {
    keys: Mutex<HashMap<String, Cached>>,
}

#[derive(Debug)]
struct Cached {
    credential: Credential,
    day: i64,
    key: SigningKey,
}

impl KeyCache {
    /// The key for this credential, day and service, derived if the one at hand is another's or yesterday's.
    pub(crate) fn key(&self, credential: &Credential, timestamp: Timestamp, service: &str) -> SigningKey {
        let day = timestamp.day();
        // A panic elsewhere can't leave a key half written, so a poisoned lock is as good as any.
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(cached) = keys.get(service)
            && cached.day == day
            && cached.credential.same_key(credential)
        {
            return cached.key.clone();
        }
        let key = SigningKey::derive(credential, timestamp, service);
        keys.insert(service.to_owned(), Cached { credential: credential.clone(), day, key: key.clone() });
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timestamp(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_key_is_kept() {
        let cache = KeyCache::default();
        let credential = Credential::with_secret_id("one").secret_key("1");
        let monday = timestamp(1_551_113_065);
        cache.key(&credential, monday, "vod");
        // Another key in the cache's place shows that it is taken from there.
        let planted = SigningKey::derive(&credential, monday, "planted");
        cache.keys.lock().unwrap().get_mut("vod").unwrap().key = planted.clone();
        assert_eq!(cache.key(&credential, monday, "vod").mark(), planted.mark());
    }

    #[test]
    fn a_kept_key_is_for_its_day_service_and_credential_only() {
        let cache = KeyCache::default();
        let one = Credential::with_secret_id("one").secret_key("1");
        let two = Credential::with_secret_id("two").secret_key("2");
        let (monday, tuesday) = (timestamp(1_551_113_065), timestamp(1_551_113_065 + 86_400));
        for (credential, day, service) in
            [(&one, monday, "vod"), (&two, monday, "vod"), (&two, tuesday, "vod"), (&one, monday, "cvm")]
        {
            let derived = SigningKey::derive(credential, day, service);
            assert_eq!(cache.key(credential, day, service).mark(), derived.mark());
        }
        assert_eq!(cache.keys.lock().unwrap().len(), 2, "one key per service");
    }
}
