//! A search through files, and what came of it.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Credential, CredentialError, file};

/// A source that looks at files.
pub(super) trait Search: Clone + Send + Sync + 'static {
    /// Looks, and waits for the disk.
    fn search(&self) -> Result<Finding, CredentialError>;

    fn place(&self) -> &Place;
}

/// What came of a search.
#[derive(Debug)]
pub(super) struct Finding {
    credential: Option<Credential>,
    /// Where it is; or where it was looked for, and why that didn't serve.
    place: String,
}

impl Finding {
    pub(super) fn credential(credential: Credential, place: impl Into<String>) -> Self {
        Self { credential: Some(credential), place: place.into() }
    }

    pub(super) fn nothing(place: impl Into<String>) -> Self {
        Self { credential: None, place: place.into() }
    }
}

/// Where a source found a credential, or why it found none, when it last looked.
///
/// It is kept, since a source that doesn't answer is named in an error, and would have to wait for its disk again.
#[derive(Debug, Clone)]
pub(super) struct Place(Arc<Mutex<Cow<'static, str>>>);

impl Place {
    /// A source that hasn't looked yet.
    pub(super) fn new(name: &'static str) -> Self {
        Self(Arc::new(Mutex::new(name.into())))
    }

    fn set(&self, place: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = place.into();
    }

    pub(super) fn get(&self) -> Cow<'static, str> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Searches, and keeps in mind where.
pub(super) async fn provide(source: &impl Search) -> Result<Option<Credential>, CredentialError> {
    let searching = source.clone();
    let finding = file::aside(move || searching.search()).await?;
    source.place().set(finding.place);
    Ok(finding.credential)
}
