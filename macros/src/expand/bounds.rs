//! The generics of the struct, with the bounds that an impl needs.

mod asked;
mod types;

use proc_macro2::TokenStream;
use syn::{Generics, WherePredicate};

use self::asked::is_asked;
use self::types::{of_defaults, of_members, parameters};
use super::{code, said};
use crate::model::Object;

/// For `Serialize`, and what asks for it: `T: P::serde::Serialize` for each type parameter that is written.
///
/// Serde implements its traits for arrays of some lengths only, so `[T; N]` with a length that is a parameter is a
/// bound of its own.
pub(super) fn serializable(object: &Object<'_>) -> Generics {
    let private = object.runtime.private();
    let bounds = said_or(object, "serialize", || to_serialize(object, &code!(#private::serde)));
    bounded(object.input.generics.clone(), bounds)
}

/// For `Deserialize`: `'__de` first, and `T: P::serde::Deserialize<'__de>` for each type parameter that is read, or, of
/// an action, for the type of each member, so that a request which can't be read can still be sent.
///
/// Data has no bounds on its members: two structs that hold each other would send the compiler round in a circle. So
/// would a member of an action that contains the action itself.
pub(super) fn deserializable(object: &Object<'_>) -> Generics {
    let private = object.runtime.private();
    let bounds = said_or(object, "deserialize", || to_deserialize(object, &code!(#private::serde)));
    let mut generics = object.input.generics.clone();
    let lifetime = lifetime(object);
    generics.params.insert(0, syn::parse_quote!(#lifetime));
    bounded(generics, bounds)
}

/// ```ignore
/// , bound(serialize = "T : __serde :: Serialize", deserialize = "T : __serde :: Deserialize < 'de >")
/// ```
///
/// For the mirror of a struct: those that serde would find by itself aren't always ours, and a default it would ask of
/// the mirror.
pub(super) fn told_to_serde(object: &Object<'_>) -> Option<TokenStream> {
    let serde = code!(__serde);
    let serialize = told(object, "serialize", || to_serialize(object, &serde));
    let deserialize = object.is_owned().then(|| told(object, "deserialize", || to_deserialize(object, &serde)));
    let told: Vec<_> = serialize.into_iter().chain(deserialize.flatten()).collect();
    (!told.is_empty()).then(|| code!(, bound(#(#told),*)))
}

fn told(object: &Object<'_>, way: &str, ours: impl FnOnce() -> Vec<WherePredicate>) -> Option<TokenStream> {
    let is_said = said::bounds(&object.input.attrs, way).is_some();
    (!is_said).then(|| {
        let bounds = ours();
        let (way, text) = (quote::format_ident!("{way}"), code!(#(#bounds),*).to_string());
        code!(#way = #text)
    })
}

/// Serde names the lifetime `'de`, and so do bounds that the user writes for it.
fn lifetime(object: &Object<'_>) -> TokenStream {
    if object.by_serde { code!('de) } else { code!('__de) }
}

/// What `#[serde(bound)]` on the struct says goes in place of ours; what it says on a field comes on top.
fn said_or(object: &Object<'_>, way: &str, ours: impl FnOnce() -> Vec<WherePredicate>) -> Vec<WherePredicate> {
    let on_fields = object.members.iter().filter_map(|member| said::bounds(member.attributes, way)).flatten();
    let on_item = said::bounds(&object.input.attrs, way);
    on_item.unwrap_or_else(ours).into_iter().chain(on_fields).collect()
}

fn to_serialize(object: &Object<'_>, serde: &TokenStream) -> Vec<WherePredicate> {
    let written = parameters(object, "serialize").into_iter();
    let written = written.filter(|ty| !is_asked(&object.input.generics, ty, "Serialize"));
    written.map(|ty| syn::parse_quote!(#ty: #serde::Serialize)).collect()
}

fn to_deserialize(object: &Object<'_>, serde: &TokenStream) -> Vec<WherePredicate> {
    let lifetime = lifetime(object);
    let read = if object.call.is_some() { of_members(object) } else { parameters(object, "deserialize") };
    let read = read.into_iter().filter(|ty| !is_asked(&object.input.generics, ty, "DeserializeOwned"));
    let read = read.map(|ty| syn::parse_quote!(#ty: #serde::Deserialize<#lifetime>));
    let defaults = of_defaults(object).into_iter().map(|ty| syn::parse_quote!(#ty: ::core::default::Default));
    read.chain(defaults).collect()
}

fn bounded(mut generics: Generics, bounds: Vec<WherePredicate>) -> Generics {
    if !bounds.is_empty() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
}
