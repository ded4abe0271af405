//! Code for a model. Nothing here can fail.
//!
//! What is generated stands above each generator, for this struct:
//!
//! ```ignore
//! #[tencent_action(service = "vod", version = "2018-07-17")]
//! struct ManageTask { task_id: String, sub_app_id: Option<u64> }
//! ```
//!
//! All paths are absolute, and no `allow` is emitted: the code must pass in a crate that forbids warnings, shadows
//! every name of std, or has no prelude. `P` is the private module of the runtime crate.

mod action;
mod bounds;
mod serialize;
mod slots;
mod deserialize;

use proc_macro2::TokenStream;

use crate::model::Model;

/// `quote!`, but no local of ours can meet a name of the user's.
macro_rules! code {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}
pub(crate) use code;

pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    let action = action::action(model);
    let send = action::send(model);
    let serialize = serialize::serialize(model);
    let deserialize = model.is_owned().then(|| deserialize::deserialize(model));
    code!(#action #send #serialize #deserialize)
}
