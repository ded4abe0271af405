//! The generics of the struct, with the bounds that an impl needs.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{ConstParam, Generics, Ident, TypeArray, WherePredicate, parse2};

use super::code;
use crate::model::{Member, Object};

/// For `Serialize`, and what asks for it: `T: P::serde::Serialize` for each type parameter.
///
/// Serde implements its traits for arrays of some lengths only, so `[T; N]` with a length that is a parameter is a
/// bound of its own.
pub(super) fn serializable(object: &Object<'_>) -> Generics {
    let generics = &object.input.generics;
    let private = object.runtime.private();
    let types = parameters(object).into_iter();
    bounded(generics.clone(), types.map(|ty| code!(#ty: #private::serde::Serialize)))
}

/// For `Deserialize`: `'__de` first, and `T: P::serde::Deserialize<'__de>` for each type parameter of data, or for the
/// type of each member of an action, so that a request which can't be read can still be sent.
///
/// Data has no bounds on its members: two structs that hold each other would send the compiler round in a circle. So
/// would a member of an action that contains the action itself.
pub(super) fn deserializable(object: &Object<'_>) -> Generics {
    let private = object.runtime.private();
    let types = if object.call.is_some() { types_of_members(object) } else { parameters(object) };
    let mut generics = object.input.generics.clone();
    generics.params.insert(0, syn::parse_quote!('__de));
    bounded(generics, types.into_iter().map(|ty| code!(#ty: #private::serde::Deserialize<'__de>)))
}

/// The type parameters, and the arrays whose length is a parameter.
fn parameters(object: &Object<'_>) -> Vec<TokenStream> {
    let generics = &object.input.generics;
    let lengths: Vec<_> = generics.const_params().map(|ConstParam { ident, .. }| ident).collect();
    let mut arrays = Vec::new();
    for Member { ty, .. } in &object.members {
        arrays_of(ty.to_token_stream(), &lengths, &mut arrays);
    }
    let parameters = generics.type_params().map(|parameter| parameter.ident.to_token_stream());
    parameters.chain(arrays.into_iter().map(TypeArray::into_token_stream)).collect()
}

fn types_of_members(object: &Object<'_>) -> Vec<TokenStream> {
    let mut types: Vec<TokenStream> = Vec::new();
    for Member { ty, .. } in &object.members {
        let ty = ty.to_token_stream();
        let known = types.iter().any(|known| known.to_string() == ty.to_string());
        if !known && !mentions(ty.clone(), &|ident| ident == "Self" || *ident == object.input.ident) {
            types.push(ty);
        }
    }
    types
}

fn bounded(mut generics: Generics, bounds: impl Iterator<Item = TokenStream>) -> Generics {
    let bounds: Vec<WherePredicate> = bounds.map(|bound| syn::parse_quote!(#bound)).collect();
    if !bounds.is_empty() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
}

/// The array types in a type whose lengths are parameters.
fn arrays_of(ty: TokenStream, lengths: &[&Ident], found: &mut Vec<TypeArray>) {
    for tree in ty {
        let TokenTree::Group(group) = tree else { continue };
        let array = parse2::<TypeArray>(TokenTree::Group(group.clone()).into());
        match array {
            Ok(array) if mentions(array.len.to_token_stream(), &|ident| lengths.contains(&ident)) => found.push(array),
            _ => arrays_of(group.stream(), lengths, found),
        }
    }
}

/// Whether such a name is in there; in `data::Name` it is another one.
fn mentions(tokens: TokenStream, name: &dyn Fn(&Ident) -> bool) -> bool {
    let mut in_path = false;
    tokens.into_iter().any(|tree| {
        let after_colon =
            std::mem::replace(&mut in_path, matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ':'));
        match tree {
            TokenTree::Ident(ident) => !after_colon && name(&ident),
            TokenTree::Group(group) => mentions(group.stream(), name),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn a_name_is_told_from_one_in_a_path() {
        let is_task = |ident: &Ident| ident == "Task";
        for ty in [quote!(Task), quote!(Vec<Task>), quote!([Box<Task>; 2]), quote!(std::vec::Vec<Task<T>>)] {
            assert!(mentions(ty.clone(), &is_task), "{ty}");
        }
        for ty in [quote!(Other), quote!(data::Task), quote!(Vec<::data::Task>)] {
            assert!(!mentions(ty.clone(), &is_task), "{ty}");
        }
    }

    #[test]
    fn arrays_are_found_by_their_length() {
        let length: Ident = syn::parse_quote!(N);
        let mut found = Vec::new();
        arrays_of(quote!(Option<Vec<([T; N], [u8; 4])>>), &[&length], &mut found);
        assert_eq!(found, [syn::parse_quote!([T; N])]);
    }
}
