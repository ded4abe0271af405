//! Where the members are kept until all are read.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;

use super::code;
use crate::model::{Member, Object};

/// ```ignore
/// pub struct __Slots(::core::option::Option<String>, ::core::option::Option<Option<u64>>);
/// ```
///
/// A struct as visible as the user's, not a tuple: an associated type that names the types of private fields, which may
/// be private themselves, would be refused (E0446).
pub(super) fn slots(object: &Object<'_>) -> TokenStream {
    let (visibility, generics) = (&object.input.vis, &object.input.generics);
    let (_, type_generics, where_clause) = generics.split_for_impl();
    let ident = &object.input.ident;
    let myself = code!(#ident #type_generics);
    let slots = object.members.iter().map(|Member { ty, .. }| {
        let ty = without_self(ty.to_token_stream(), &myself);
        code!(::core::option::Option<#ty>)
    });
    code!(#visibility struct __Slots #generics (#(#slots),*) #where_clause;)
}

/// The type as it must be written inside a struct of ours, where `Self` would mean that.
pub(super) fn without_self(ty: TokenStream, myself: &TokenStream) -> TokenStream {
    let replaced = ty.into_iter().map(|tree| match tree {
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
