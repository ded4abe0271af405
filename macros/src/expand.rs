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

mod ours;
mod action;
mod stream;
mod paginate;
mod data;
mod fields;
mod said;
mod bounds;
mod member;
mod serialize;
mod slots;
mod deserialize;
mod by_serde;
mod words;
mod codes;
mod spec;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::spanned::Spanned;

use crate::model::{Choice, Model, Object};

/// `quote!`, but no local of ours can meet a name of the user's.
macro_rules! code {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}
pub(crate) use code;

/// ```ignore
/// type Response = ::tencent_action::Empty;
/// ```
///
/// It stands where the type does: that it is private is told there, and not of the whole attribute.
fn associated(name: &str, is: &TokenStream) -> TokenStream {
    let there = Span::mixed_site().located_at(is.span());
    let name = Ident::new(name, there);
    quote_spanned!(there=> type #name = #is;)
}

pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    match model {
        Model::Object(object) => self::object(object),
        Model::Choice(choice) => self::choice(choice),
    }
}

fn object(object: &Object<'_>) -> TokenStream {
    let declared = match &object.call {
        Some(call) => {
            let streaming = stream::streaming_action(object, call);
            let paginated = paginate::paginated_action(object, call);
            [Some(action::action(object, call)), Some(action::methods(object, call)), streaming, paginated]
        }
        None => [Some(data::data(object)), None, None, None],
    };
    let serde = if object.by_serde {
        by_serde::by_serde(object)
    } else {
        let deserialize = object.is_owned().then(|| deserialize::deserialize(object));
        [Some(serialize::serialize(object)), deserialize].into_iter().flatten().collect()
    };
    declared.into_iter().flatten().chain([serde]).chain(spec::spec(object)).collect()
}

fn choice(choice: &Choice<'_>) -> TokenStream {
    let text = words::text(choice);
    let rest = if choice.is_errors {
        [codes::codes(choice), TokenStream::new()]
    } else {
        [words::from(choice), words::serde(choice)]
    };
    [text].into_iter().chain(rest).collect()
}
