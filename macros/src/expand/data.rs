//! The trait `Data`.

use proc_macro2::TokenStream;

use super::fields::fields;
use super::{code, ours};
use crate::model::Object;

/// ```ignore
/// impl ::tencent_action::Data for TaskDetail {
///     const FIELDS: &'static [::tencent_action::Field] =
///         &[::tencent_action::Field::new("TaskId", ::tencent_action::Kind::String, true), …];
/// }
/// ```
pub(super) fn data(object: &Object<'_>) -> TokenStream {
    let (runtime, ident, fields) = (&object.runtime, ours::name(&object.input.ident), fields(object));
    let (impl_generics, type_generics, where_clause) = object.input.generics.split_for_impl();
    code! {
        #[automatically_derived]
        impl #impl_generics #runtime::Data for #ident #type_generics #where_clause {
            const FIELDS: &'static [#runtime::Field] = &[#fields];
        }
    }
}
