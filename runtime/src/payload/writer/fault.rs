//! Why a request can't be written, on the way through serde.

use std::fmt::{self, Display};

use serde::ser;

use super::FlattenError;
use crate::payload::PayloadError;

/// An error in a box: what returns one is small, and there are many that do.
#[derive(Debug)]
pub(crate) struct Fault(Box<PayloadError>);

impl Fault {
    pub(super) fn into_error(self) -> PayloadError {
        *self.0
    }

    /// What a type says of itself doesn't know in which form it would have been written.
    pub(super) fn of_flat(self) -> FlattenError {
        match *self.0 {
            PayloadError::Flatten(error) => error,
            PayloadError::Json(error) => FlattenError::new(error.to_string()),
            error => FlattenError::new(error.to_string()),
        }
    }
}

impl<E: Into<PayloadError>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self(Box::new(error.into()))
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl ser::Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        Self(Box::new(PayloadError::Json(ser::Error::custom(message))))
    }
}
