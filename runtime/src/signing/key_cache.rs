//! The key of the day, kept: deriving it costs three of a signature's four HMACs.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use super::{DayKey, Timestamp};
use crate::credential::Credential;
use crate::memo::Memo;

/// A place for the key of each service.
#[derive(Debug, Default)]
pub(crate) struct KeyCache {
    services: Memo<ServiceKey>,
}

/// The latest key that was asked for.
#[derive(Debug)]
pub(crate) struct ServiceKey {
    service: String,
    latest: Mutex<Option<Arc<DayKey>>>,
}

impl KeyCache {
    pub(crate) fn service(&self, service: &str) -> Arc<ServiceKey> {
        let new = || Ok::<_, Infallible>(ServiceKey { service: service.to_owned(), latest: Mutex::default() });
        let Ok(found) = self.services.find_or(service, |_| true, new);
        found
    }
}

impl ServiceKey {
    /// The key for this credential and day, derived if the one at hand is another's or yesterday's.
    pub(crate) fn key(&self, credential: &Credential, timestamp: Timestamp) -> Arc<DayKey> {
        // A panic elsewhere can't leave a key half written, so a poisoned lock is as good as any.
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        match &*latest {
            Some(key) if key.is_for(credential, timestamp) => Arc::clone(key),
            _ => Arc::clone(latest.insert(Arc::new(DayKey::derive(credential, timestamp, &self.service)))),
        }
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
        let key = cache.service("vod").key(&credential, monday);
        assert!(Arc::ptr_eq(&key, &cache.service("vod").key(&credential, monday)));
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
            let derived = DayKey::derive(credential, day, service);
            assert_eq!(cache.service(service).key(credential, day).mark(), derived.mark());
        }
        assert_eq!(cache.services.len(), 2, "one key per service");
    }

    /// A program may make up names of services.
    #[test]
    fn it_doesnt_grow_without_end() {
        let cache = KeyCache::default();
        for number in 0..20_000 {
            cache.service(&format!("made-up-{number}"));
        }
        assert!(cache.services.len() < 5000, "{}", cache.services.len());
    }
}
