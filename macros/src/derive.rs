//! The second half: tokens to model to code, or to faults.

use proc_macro2::TokenStream;
use syn::{DeriveInput, Error};

use crate::args::Args;
use crate::item::Item;
use crate::model::Model;
use crate::report::Report;
use crate::{expand, fallback};

pub(crate) fn action(tokens: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(tokens) {
        Ok(input) => input,
        Err(fault) => return fault.to_compile_error(),
    };
    match model(&input) {
        Ok(model) => expand::expand(&model),
        Err(faults) => fallback::fallback(&input, &faults),
    }
}

fn model(input: &DeriveInput) -> Result<Model<'_>, Error> {
    let report = Report::default();
    let args = Args::read(input, &report);
    let item = Item::read(input, &report);
    let model = Model::decide(args, item, &report);
    report.into_result()?;
    // Reached only if a fault went unreported.
    model.ok_or_else(|| Error::new_spanned(&input.ident, "`tencent_action` can't make sense of this struct"))
}
