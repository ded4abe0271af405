//! The types within a type.

use syn::punctuated::Punctuated;
use syn::{GenericArgument, Path, PathArguments, Token, Type, TypeParamBound};

/// Goes through a type and those within it, from the outside to the inside, but not into those that `visit` says no to.
///
/// What is in a `PhantomData` is passed over, as by serde: there is no value of it. Functions are no data.
pub(crate) fn walk<'a>(ty: &'a Type, visit: &mut dyn FnMut(&'a Type) -> bool) {
    if visit(ty) {
        for ty in within(ty) {
            walk(ty, visit);
        }
    }
}

fn within(ty: &Type) -> Vec<&Type> {
    match ty {
        Type::Array(array) => vec![&*array.elem],
        Type::Group(group) => vec![&*group.elem],
        Type::Paren(paren) => vec![&*paren.elem],
        Type::Ptr(pointer) => vec![&*pointer.elem],
        Type::Reference(reference) => vec![&*reference.elem],
        Type::Slice(slice) => vec![&*slice.elem],
        Type::Tuple(tuple) => tuple.elems.iter().collect(),
        Type::Path(path) => path.qself.iter().map(|qself| &*qself.ty).chain(in_path(&path.path)).collect(),
        Type::TraitObject(object) => in_bounds(&object.bounds),
        _ => Vec::new(),
    }
}

fn in_path(path: &Path) -> Vec<&Type> {
    let names = path.segments.iter().filter(|name| name.ident != "PhantomData");
    let arguments = names.filter_map(|name| match &name.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        PathArguments::None | PathArguments::Parenthesized(_) => None,
    });
    let types = arguments.flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        GenericArgument::AssocType(binding) => Some(&binding.ty),
        _ => None,
    });
    types.collect()
}

fn in_bounds(bounds: &Punctuated<TypeParamBound, Token![+]>) -> Vec<&Type> {
    let paths = bounds.iter().filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) => Some(&bound.path),
        _ => None,
    });
    paths.flat_map(in_path).collect()
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn types_are_found_wherever_they_are() {
        for (ty, expected) in [
            ("Vec<(A, [B; 2])>", "(A , [B ; 2]) | A | [B ; 2] | B"),
            ("&'a mut [A]", "[A] | A"),
            ("<A as data::Has<B>>::Id", "A | B"),
            ("Box<dyn Has<A, Id = B>>", "dyn Has < A , Id = B > | A | B"),
            ("Option<PhantomData<A>>", "PhantomData < A >"),
            ("std::marker::PhantomData<&'a A>", ""),
            ("[u8; A & B]", "u8"),
        ] {
            let parsed = syn::parse_str(ty).unwrap();
            let mut found = Vec::new();
            walk(&parsed, &mut |ty| {
                found.push(ty.to_token_stream().to_string());
                true
            });
            assert_eq!(found[1..].join(" | "), expected, "{ty}");
        }
    }
}
