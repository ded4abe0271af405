//! Collecting faults, so that all of an item are told at once.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::Span;
use quote::ToTokens;
use syn::Error;

/// The faults found so far. Shared by reference: every room adds to it.
#[derive(Default)]
pub(crate) struct Report {
    faults: RefCell<Option<Error>>,
}

impl Report {
    /// A fault of these tokens.
    pub(crate) fn at(&self, tokens: impl ToTokens, message: impl Display) {
        self.add(Error::new_spanned(tokens, message));
    }

    /// A fault of this place.
    pub(crate) fn at_span(&self, span: Span, message: impl Display) {
        self.add(Error::new(span, message));
    }

    pub(crate) fn add(&self, fault: Error) {
        let mut faults = self.faults.borrow_mut();
        match &mut *faults {
            Some(faults) => faults.combine(fault),
            None => *faults = Some(fault),
        }
    }

    /// All faults, if there are any.
    pub(crate) fn into_result(self) -> Result<(), Error> {
        self.faults.into_inner().map_or(Ok(()), Err)
    }
}
