//! Code for a model. Nothing here can fail.
//!
//! What is generated stands above each generator, for this struct:
//!
//! ```ignore
//! #[tencent_action(service = "vod", version = "2018-07-17")]
//! struct ManageTask { task_id: String, sub_app_id: Option<u64> }
//! ```
//!
//! All paths are absolute, and no `allow` is emitted: the code must pass in a crate that forbids warnings, shadows every
//! name of std, or has no prelude. `P` is the private module of the runtime crate.

mod action;
mod deserialize;
mod serialize;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, WherePredicate, parse_quote};

use crate::model::Model;

pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    let action = action::action(model);
    let send = action::send(model);
    let serialize = serialize::serialize(model);
    let deserialize = model.is_owned().then(|| deserialize::deserialize(model));
    quote!(#action #send #serialize #deserialize)
}

/// The generics of the struct, with its type parameters bounded to be serialized.
fn serializable(model: &Model<'_>) -> Generics {
    let mut generics = model.input.generics.clone();
    let private = model.runtime.private();
    let bounds: Vec<WherePredicate> = model
        .input
        .generics
        .type_params()
        .map(|parameter| {
            let ident = &parameter.ident;
            parse_quote!(#ident: #private::serde::Serialize)
        })
        .collect();
    if !bounds.is_empty() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
}
