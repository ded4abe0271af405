//! Where the members are kept until all are read.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;

use super::{code, ours};
use crate::model::{Member, Object};

/// ```ignore
/// pub struct __Slots(::core::option::Option<String>, Option<u64>);
/// ```
///
/// Where each member is an `Option`, there is none: the struct itself is where they are kept.
///
/// A struct as visible as the user's, not a tuple: an associated type that names the types of private fields, which may
/// be private themselves, would be refused (E0446).
pub(super) fn slots(object: &Object<'_>) -> TokenStream {
    if are_members(object) {
        return TokenStream::new();
    }
    let ident = ours::name(&object.input.ident);
    let (_, type_generics, where_clause) = object.input.generics.split_for_impl();
    let myself = code!(#ident #type_generics);
    let of_slot = |tokens: &dyn ToTokens| without_self(tokens.to_token_stream(), &myself);
    let (generics, where_clause) = (of_slot(&object.input.generics), of_slot(&where_clause));
    let slots = object.members.iter().map(|member| {
        let ty = of_slot(member.ty);
        if member.is_option() { ty } else { code!(::core::option::Option<#ty>) }
    });
    let visibility = ours::visibility(&object.input.vis);
    code!(#visibility struct __Slots #generics (#(#slots),*) #where_clause;)
}

/// Whether the members are kept where they belong.
pub(super) fn are_members(object: &Object<'_>) -> bool {
    object.members.iter().all(Member::is_option)
}

/// What must be written so inside a struct of ours, where `Self` would mean that.
pub(super) fn without_self(tokens: TokenStream, myself: &TokenStream) -> TokenStream {
    let replaced = tokens.into_iter().map(|tree| match tree {
        TokenTree::Ident(ident) if ident == "Self" => myself.clone(),
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), without_self(group.stream(), myself));
            inner.set_span(group.span());
            TokenTree::Group(inner).into()
        }
        tree => tree.into(),
    });
    replaced.collect()
}
