//! Where the functions are that write and read a member.
//!
//! They are those of a trait of ours, whose name stands before them with the member's type, so that the error is there,
//! and is one, if the type can't be written or read.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::Ident;

use super::code;
use crate::model::{Member, Object};

/// `<String as P::Member>` in data, `<String as P::Sent>` in a request, `<Vec<u8> as P::Binary>` of bytes
/// in one, `<f64 as P::Finite>` of floats in either.
pub(super) fn writer(object: &Object<'_>, member: &Member<'_>) -> TokenStream {
    let (private, ty) = (object.runtime.private(), member.ty);
    if member.is_binary() {
        code!(<#ty as #private::Binary>)
    } else if member.is_float() {
        code!(<#ty as #private::Finite>)
    } else if is_both(object, member) {
        code!(<#ty as #private::Member>)
    } else {
        code!(<#ty as #private::Sent>)
    }
}

/// `<String as P::Member>` in data, `P::de` in a request: there, what can't be read is left out by a bound.
pub(super) fn reader(object: &Object<'_>, member: &Member<'_>) -> TokenStream {
    let (private, ty) = (object.runtime.private(), member.ty);
    if is_both(object, member) { code!(<#ty as #private::Member>) } else { code!(#private::de) }
}

/// Whether a member must be both written and read, and that doesn't hang on a parameter: of one, a bound says one at a
/// time.
fn is_both(object: &Object<'_>, member: &Member<'_>) -> bool {
    let generics = &object.input.generics;
    let types = generics.type_params().map(|parameter| &parameter.ident);
    let parameters: Vec<_> = types.chain(generics.const_params().map(|parameter| &parameter.ident)).collect();
    let myself = [Ident::new("Self", proc_macro2::Span::call_site()), object.input.ident.clone()];
    let hangs = |ident: &Ident| parameters.contains(&ident) || !parameters.is_empty() && myself.contains(ident);
    object.call.is_none() && object.is_owned() && !mentions(member.ty.to_token_stream(), &hangs)
}

fn mentions(tokens: TokenStream, name: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => name(&ident),
        TokenTree::Group(group) => mentions(group.stream(), name),
        _ => false,
    })
}
