//! Collecting faults, so that all of an item are told at once.

use std::cell::{Cell, RefCell};
use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::Error;

/// The faults found so far. Shared by reference: every room adds to it.
#[derive(Default)]
pub(crate) struct Report {
    faults: RefCell<Option<Error>>,
    told_by_compiler: Cell<bool>,
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

    /// A fault that the compiler tells of: there is no code for the item, and nothing to add.
    pub(crate) fn told_by_compiler(&self) {
        self.told_by_compiler.set(true);
    }

    /// All faults, if there are any: an error for each.
    pub(crate) fn into_result(self) -> Result<(), TokenStream> {
        match self.faults.into_inner() {
            Some(faults) => Err(faults.to_compile_error()),
            None if self.told_by_compiler.get() => Err(TokenStream::new()),
            None => Ok(()),
        }
    }
}
