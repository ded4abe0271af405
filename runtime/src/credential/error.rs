//! Why there is no credential.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use super::StsError;
use crate::error::Error;

/// Why there is no credential to sign with. It never carries a secret, and is one line.
///
/// Callers that waited for one refresh share its error: a clone is cheap.
#[derive(Debug, Clone)]
pub struct CredentialError {
    place: Option<Cow<'static, str>>,
    source: Arc<dyn StdError + Send + Sync>,
}

impl CredentialError {
    /// An error with this message, or with this cause.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { place: None, source: source.into().into() }
    }

    /// The same error, with what it is about before it. What has been said stays nearer to the error.
    pub(super) fn about(mut self, place: impl Into<Cow<'static, str>>) -> Self {
        let place = place.into();
        self.place = Some(match self.place {
            Some(nearer) => format!("{place}: {nearer}").into(),
            None => place,
        });
        self
    }

    /// The error of the call to STS, if a role was to be assumed and that call failed.
    pub fn call(&self) -> Option<&Error> {
        self.source.downcast_ref()
    }

    /// The same error as logs show it: without what STS says, which may quote the request.
    pub(crate) fn outline(&self) -> Outline<'_> {
        Outline(self)
    }

    /// The code that STS answered with, if a role was to be assumed and STS refused.
    ///
    /// ```
    /// use tencent_action::{CredentialError, Error, StsError};
    ///
    /// fn has_no_such_role(error: &Error) -> bool {
    ///     error.credential().and_then(CredentialError::sts_code) == Some(StsError::RoleNotFound)
    /// }
    /// ```
    pub fn sts_code(&self) -> Option<StsError> {
        self.call()?.code().map(StsError::from)
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}", self.source)
    }
}

/// An error as logs show it.
pub(crate) struct Outline<'a>(&'a CredentialError);

impl fmt::Display for Outline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(call) = self.0.call() else { return write!(f, "{}", self.0) };
        if let Some(place) = &self.0.place {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}: {}", call.class(), call.outline())
    }
}

impl StdError for CredentialError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.source()
    }
}
