//! What a struct declares, for programs to read.

use proc_macro2::TokenStream;
use quote::format_ident;

use super::code;
use crate::model::Object;

/// ```ignore
/// ::tencent_action::Field::new("TaskId", ::tencent_action::Kind::String, true), …
/// ```
///
/// A member without a name of its own on the wire isn't listed.
pub(super) fn fields(object: &Object<'_>) -> TokenStream {
    let runtime = &object.runtime;
    let named = object.members.iter().filter(|member| !member.nameless);
    let fields = named.map(|member| {
        let (wire_name, required) = (&member.wire_name, member.is_required());
        let kind = format_ident!("{}", member.kind);
        code!(#runtime::Field::new(#wire_name, #runtime::Kind::#kind, #required))
    });
    code!(#(#fields),*)
}
