//! The types that bounds are put on.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{ConstParam, Ident, Type, TypeParam, TypePath};

use super::said::{bounds, says};
use crate::expand::slots::without_self;
use crate::expand::{code, ours};
use crate::model::{Member, Object};
use crate::serde_attribute::Default;
use crate::within::walk;

/// Those that serde's own derives put a bound on, and besides them arrays whose length is a parameter.
///
/// They are the type parameters that occur in a member, and associated types of those, which serde finds only where
/// they are the whole of a member.
pub(super) fn parameters(object: &Object<'_>, way: &str) -> Vec<TokenStream> {
    let generics = &object.input.generics;
    let types: Vec<_> = generics.type_params().map(|TypeParam { ident, .. }| ident).collect();
    let lengths: Vec<_> = generics.const_params().map(|ConstParam { ident, .. }| ident).collect();
    let (mut named, mut others) = (Vec::new(), Vec::new());
    for member in object.members.iter().filter(|member| goes_by_its_type(member, way)) {
        walk(member.ty, &mut |ty| match ty {
            Type::Path(path) if is_associated(path, &types) => {
                others.push(ty.to_token_stream());
                false
            }
            Type::Path(path) => {
                named.extend(path.path.get_ident());
                true
            }
            Type::Array(array) => {
                let hangs = mentions(array.len.to_token_stream(), &|ident| lengths.contains(&ident));
                others.extend(hangs.then(|| ty.to_token_stream()));
                true
            }
            // Of what a macro is given, only the tokens are known.
            Type::Macro(made) => {
                let tokens = &made.mac.tokens;
                named.extend(types.iter().filter(|name| mentions(tokens.clone(), &|ident| ident == **name)));
                true
            }
            _ => true,
        });
    }
    let types = types.into_iter().filter(|name| named.contains(name)).map(Ident::to_token_stream);
    types.chain(each_once(others).into_iter().filter(|ty| !object.by_serde || can_be_said(ty))).collect()
}

/// Whether serde writes or reads it by its type, and nothing else is said of its bounds.
fn goes_by_its_type(member: &Member<'_>, way: &str) -> bool {
    let words = match way {
        "serialize" => ["skip", "skip_serializing", "with", "serialize_with"],
        _ => ["skip", "skip_deserializing", "with", "deserialize_with"],
    };
    !says(member.attributes, &words) && bounds(member.attributes, way).is_none()
}

/// Whether it is found by way of a parameter: `T::Id`, or `<T as Has>::Id`.
fn is_associated(path: &TypePath, types: &[&Ident]) -> bool {
    match &path.qself {
        Some(_) => mentions(path.to_token_stream(), &|ident| types.contains(&ident)),
        None => {
            path.path.segments.len() > 1 && path.path.segments.first().is_some_and(|name| types.contains(&&name.ident))
        }
    }
}

fn each_once(types: Vec<TokenStream>) -> Vec<TokenStream> {
    let mut kept: Vec<TokenStream> = Vec::new();
    for ty in types {
        if !kept.iter().any(|known| known.to_string() == ty.to_string()) {
            kept.push(ty);
        }
    }
    kept
}

/// The types of the members, each once, but those that contain the struct itself.
pub(super) fn of_members(object: &Object<'_>) -> Vec<TokenStream> {
    let members = object.members.iter().filter(|member| !object.by_serde || is_bounded_by_serde(member));
    let types = members.map(|member| member.ty.to_token_stream());
    let is_myself = |ident: &Ident| ident == "Self" || *ident == object.input.ident;
    each_once(types.filter(|ty| !mentions(ty.clone(), &is_myself)).collect())
}

/// Whether serde reads it by its type, and can be told so.
fn is_bounded_by_serde(member: &Member<'_>) -> bool {
    let else_read = ["with", "deserialize_with", "skip", "skip_deserializing"];
    !says(member.attributes, &else_read) && can_be_said(&member.ty.to_token_stream())
}

/// Whether it can be written into a string: `$crate` can't.
fn can_be_said(ty: &TokenStream) -> bool {
    !mentions(ty.clone(), &|ident| ident == "$crate")
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
}
