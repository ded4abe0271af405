//! The second half: tokens to model to code, or to faults.

use proc_macro2::TokenStream;
use syn::{DeriveInput, Error};

use crate::args::Args;
use crate::item::Item;
use crate::model::Model;
use crate::report::Report;
use crate::role::Role;
use crate::{expand, fallback};

pub(crate) fn derive(role: Role, tokens: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(tokens) {
        Ok(input) => input,
        Err(fault) => return fault.to_compile_error(),
    };
    model(role, &input).map_or_else(|faults| fallback::fallback(role, &input, faults), |model| expand::expand(&model))
}

/// What we decided; or an error for each fault.
fn model(role: Role, input: &DeriveInput) -> Result<Model<'_>, TokenStream> {
    let report = Report::default();
    let args = Args::read(role, input, &report);
    let item = Item::read(role, input, &report);
    let model = Model::decide(role, input, args, item, &report);
    report.into_result()?;
    // Reached only if a fault went unreported.
    let message = format!("`{}` can't make sense of this", role.attribute());
    model.ok_or_else(|| Error::new_spanned(&input.ident, message).to_compile_error())
}

#[cfg(test)]
mod random;
