//! The struct that serde's derives get to see.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, LitStr, parse2};

use crate::expand::bounds::told_to_serde;
use crate::expand::said::says;
use crate::expand::slots::without_self;
use crate::expand::{code, ours};
use crate::model::{Member, Object, Presence};

/// ```ignore
/// #[::core::prelude::v1::derive(__serde::Serialize, __serde::Deserialize)]
/// #[serde(crate = "__serde", remote = "ManageTask", rename = "ManageTask", bound(…), expecting = "an object (ManageTask)")]
/// #[serde(rename_all = "PascalCase")]
/// struct __Mirror { … }
/// ```
///
/// It has the same members; serde writes functions for it that take the user's.
///
/// Serde reads its attributes as it would on the user's struct; those that we honour are among them. What we do on top
/// of them is added: `None` is left out, absent and null are the same. There are braces for a unit struct too, which
/// would be null without them.
pub(super) fn mirror(object: &Object<'_>) -> TokenStream {
    let ident = ours::name(&object.input.ident);
    let (_, type_generics, where_clause) = object.input.generics.split_for_impl();
    let myself = code!(#ident #type_generics);
    let in_mirror = |tokens: &dyn ToTokens| without_self(tokens.to_token_stream(), &myself);
    let (generics, where_clause) = (in_mirror(&object.input.generics), in_mirror(&where_clause));
    let read = object.is_owned().then(|| code!(, __serde::Deserialize));
    let remote = LitStr::new(&ident.to_string(), Span::mixed_site());
    let (bounds, expecting, rename) = (told_to_serde(object), expecting(object), rename(object));
    let attributes = of_serde(&object.input.attrs, object);
    // A default of the whole struct goes before those of its members; a transparent member can't have one.
    let has_default = says(&object.input.attrs, &["default", "transparent"]);
    let members = object.members.iter().map(|member| {
        let (ident, ty) = (ours::name(member.ident), in_mirror(member.ty));
        let (attributes, added) = (of_serde(member.attributes, object), added(member, has_default));
        code!(#attributes #added #ident: #ty,)
    });
    code! {
        #[::core::prelude::v1::derive(__serde::Serialize #read)]
        #[serde(crate = "__serde", remote = #remote #rename #bounds #expecting)]
        #attributes
        struct __Mirror #generics #where_clause { #(#members)* }
    }
}

/// A struct with a `tag` is sent with its name.
///
/// ```ignore
/// , rename = "ManageTask"
/// ```
fn rename(object: &Object<'_>) -> Option<TokenStream> {
    let name = object.input.ident.unraw().to_string();
    (!says(&object.input.attrs, &["rename"])).then(|| code!(, rename = #name))
}

/// ```ignore
/// , expecting = "an object (ManageTask)"
/// ```
fn expecting(object: &Object<'_>) -> Option<TokenStream> {
    let expecting = format!("an object ({})", object.input.ident.unraw());
    (!object.says_expecting).then(|| code!(, expecting = #expecting))
}

/// What is added to a member's attributes.
///
/// ```ignore
/// #[serde(skip_serializing_if = "::core::option::Option::is_none")]
/// #[serde(default)]
/// ```
fn added(member: &Member<'_>, has_default: bool) -> TokenStream {
    if member.nameless {
        return TokenStream::new();
    }
    let is_option = matches!(member.presence, Presence::IfSome);
    let has_default = has_default || member.default.is_some();
    let skip = is_option.then(|| quote!(#[serde(skip_serializing_if = "::core::option::Option::is_none")]));
    let default = ((is_option || member.is_list()) && !has_default).then(|| quote!(#[serde(default)]));
    code!(#skip #default)
}

/// What the user says to serde. A path that begins with `Self` means the user's struct there too.
fn of_serde(attributes: &[Attribute], object: &Object<'_>) -> TokenStream {
    let ident = &object.input.ident;
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let turbofish = type_generics.as_turbofish();
    let myself = quote!(#ident #turbofish).to_string();
    let attributes = attributes.iter().filter(|attribute| attribute.path().is_ident("serde"));
    attributes.map(|attribute| without_self_in_paths(attribute.to_token_stream(), &myself)).collect()
}

fn without_self_in_paths(tokens: TokenStream, myself: &str) -> TokenStream {
    let replaced = tokens.into_iter().map(|tree| match tree {
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), without_self_in_paths(group.stream(), myself));
            inner.set_span(group.span());
            TokenTree::Group(inner).into()
        }
        TokenTree::Literal(literal) => {
            let text = parse2::<LitStr>(TokenTree::Literal(literal.clone()).into());
            match text.ok().and_then(|text| Some((text.value().strip_prefix("Self::")?.to_owned(), text.span()))) {
                Some((rest, span)) => LitStr::new(&format!("{myself}::{rest}"), span).into_token_stream(),
                None => TokenTree::Literal(literal).into(),
            }
        }
        tree => tree.into(),
    });
    replaced.collect()
}
