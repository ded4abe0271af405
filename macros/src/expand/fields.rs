//! What a struct declares, for programs to read.

use proc_macro2::TokenStream;
use quote::format_ident;

use super::code;
use super::said::says;
use crate::model::Object;

/// ```ignore
/// ::tencent_action::Field::new("TaskId", ::tencent_action::Kind::String, true), …
/// ```
///
/// A member without a name of its own on the wire isn't listed; nor is any of a struct that is something else there.
pub(super) fn fields(object: &Object<'_>) -> TokenStream {
    let (runtime, attributes) = (&object.runtime, &object.input.attrs);
    if says(attributes, &["transparent", "into"]) {
        return TokenStream::new();
    }
    let may_be_absent = says(attributes, &["default"]);
    let named = object.members.iter().filter(|member| !member.nameless);
    let fields = named.map(|member| {
        let (wire_name, required) = (&member.wire_name, member.is_required() && !may_be_absent);
        let kind = format_ident!("{}", member.kind);
        code!(#runtime::Field::new(#wire_name, #runtime::Kind::#kind, #required))
    });
    code!(#(#fields),*)
}
