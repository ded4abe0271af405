//! The types that bounds are put on.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{ConstParam, Ident, TypeArray, TypeParam, parse2};

use super::said::says;
use crate::expand::slots::without_self;
use crate::expand::{code, ours};
use crate::model::{Member, Object};
use crate::serde_attribute::Default;

/// The type parameters, and the arrays whose length is a parameter.
pub(super) fn parameters(object: &Object<'_>) -> Vec<TokenStream> {
    let generics = &object.input.generics;
    let lengths: Vec<_> = generics.const_params().map(|ConstParam { ident, .. }| ident).collect();
    let mut arrays = Vec::new();
    for Member { ty, .. } in &object.members {
        arrays_of(ty.to_token_stream(), &lengths, &mut arrays);
    }
    let parameters = generics.type_params().map(|parameter| parameter.ident.to_token_stream());
    parameters.chain(arrays.into_iter().map(TypeArray::into_token_stream)).collect()
}

/// The types of the members, each once, but those that contain the struct itself.
pub(super) fn of_members(object: &Object<'_>) -> Vec<TokenStream> {
    let mut types: Vec<TokenStream> = Vec::new();
    for member in object.members.iter().filter(|member| !object.by_serde || is_bounded_by_serde(member)) {
        let ty = member.ty.to_token_stream();
        let known = types.iter().any(|known| known.to_string() == ty.to_string());
        if !known && !mentions(ty.clone(), &|ident| ident == "Self" || *ident == object.input.ident) {
            types.push(ty);
        }
    }
    types
}

/// Whether serde reads it by its type, and that can be written into a string: `$crate` can't.
fn is_bounded_by_serde(member: &Member<'_>) -> bool {
    let else_read = ["with", "deserialize_with", "skip", "skip_deserializing"];
    !says(member.attributes, &else_read) && !mentions(member.ty.to_token_stream(), &|ident| ident == "$crate")
}

/// The types that a default is needed of, if that depends on a parameter.
pub(super) fn of_defaults(object: &Object<'_>) -> Vec<TokenStream> {
    let (ident, generics) = (ours::name(&object.input.ident), &object.input.generics);
    let parameters: Vec<_> = generics.type_params().map(|TypeParam { ident, .. }| ident).collect();
    let (_, type_generics, _) = generics.split_for_impl();
    let myself = code!(#ident #type_generics);
    let by_trait = |member: &&Member<'_>| match &member.default {
        Some(default) => matches!(default, Default::Trait),
        None => says(member.attributes, &["skip", "skip_deserializing"]),
    };
    let whole = (!parameters.is_empty() && says(&object.input.attrs, &["default"])).then(|| myself.clone());
    let members = object.members.iter().filter(by_trait).map(|member| member.ty.to_token_stream());
    let members = members.filter(|ty| mentions(ty.clone(), &|ident| parameters.contains(&ident)));
    whole.into_iter().chain(members.map(|ty| without_self(ty, &myself))).collect()
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
