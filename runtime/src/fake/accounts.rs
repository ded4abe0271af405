//! Who may pass the gate.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use crate::credential::Credential;

/// Credentials by their secret id.
#[derive(Default)]
pub(super) struct Accounts(RwLock<HashMap<String, Credential>>);

impl Accounts {
    pub(super) fn of(credential: Credential) -> Self {
        let accounts = Self::default();
        accounts.add(credential);
        accounts
    }

    pub(super) fn add(&self, credential: Credential) {
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(credential.secret_id().to_owned(), credential);
    }

    pub(super) fn remove(&self, secret_id: &str) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(secret_id);
    }

    pub(super) fn get(&self, secret_id: &str) -> Option<Credential> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(secret_id).cloned()
    }
}
