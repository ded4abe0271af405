//! Bounds that the user writes.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Generics, Token, TypeParamBound, WherePredicate};

use crate::of_serde::is_of_serde;

/// Whether this trait of serde's is asked of the type already.
///
/// Asked twice, clippy finds fault with the user's. And of two bounds for reading, the compiler can't choose one.
pub(super) fn is_asked(generics: &Generics, ty: &TokenStream, name: &str) -> bool {
    let text = ty.to_string();
    let parameters = generics.type_params().map(|parameter| (parameter.ident.to_token_stream(), &parameter.bounds));
    let clause = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let predicates = clause.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => Some((predicate.bounded_ty.to_token_stream(), &predicate.bounds)),
        _ => None,
    });
    parameters.chain(predicates).any(|(ty, bounds)| ty.to_string() == text && are_asked(bounds, name))
}

fn are_asked(bounds: &Punctuated<TypeParamBound, Token![+]>, name: &str) -> bool {
    bounds.iter().any(|bound| matches!(bound, TypeParamBound::Trait(bound) if is_of_serde(&bound.path, &[name])))
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::{DeriveInput, parse_quote};

    use super::*;

    #[test]
    fn bounds_are_found_at_the_parameter_and_in_the_clause() {
        let item: DeriveInput = parse_quote! {
            struct Page<T: Clone + serde::Serialize, U, V: rkyv::Serialize> where U::Id: Serialize {}
        };
        for (ty, expected) in [(quote!(T), true), (quote!(U), false), (quote!(U::Id), true), (quote!(V), false)] {
            assert_eq!(is_asked(&item.generics, &ty, "Serialize"), expected, "{ty}");
        }
        assert!(!is_asked(&item.generics, &quote!(T), "DeserializeOwned"));
    }
}
