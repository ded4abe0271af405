//! An item with serde attributes that only serde understands: serde's own derives write and read it.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Fields, LitStr};

use super::bounds::{deserializable, serializable};
use super::code;
use super::slots::without_self;
use crate::model::{Member, Object, Presence};

/// ```ignore
/// const _: () = {
///     use P::serde as __serde;
///     #[derive(__serde::Serialize, __serde::Deserialize)]
///     #[serde(crate = "__serde", remote = "ManageTask", expecting = "an object (ManageTask)")]
///     #[serde(rename_all = "PascalCase")]
///     struct __Mirror { … }
///     impl P::serde::Serialize for ManageTask { /* __Mirror::serialize */ }
///     impl<'__de> P::serde::Deserialize<'__de> for ManageTask { /* __Mirror::deserialize, guarded */ }
/// };
/// ```
pub(super) fn by_serde(object: &Object<'_>) -> TokenStream {
    let private = object.runtime.private();
    let mirror = mirror(object);
    let serialize = serialize(object, &private);
    let deserialize = object.is_owned().then(|| deserialize(object, &private));
    code! {
        const _: () = {
            use #private::serde as __serde;
            #mirror
            #serialize
            #deserialize
        };
    }
}

/// A struct with the same members, for which serde writes functions that take the user's.
///
/// Serde reads its attributes as it would on the user's struct; those that we honour are among them. What we do on top
/// of them is added: `None` is left out, absent and null are the same.
fn mirror(object: &Object<'_>) -> TokenStream {
    let ident = &object.input.ident;
    let (generics, where_clause) = (&object.input.generics, &object.input.generics.where_clause);
    let (_, type_generics, _) = generics.split_for_impl();
    let myself = code!(#ident #type_generics);
    let read = object.is_owned().then(|| code!(, __serde::Deserialize));
    let remote = LitStr::new(&ident.to_string(), Span::mixed_site());
    let expecting = (!object.says_expecting).then(|| {
        let expecting = format!("an object ({})", ident.unraw());
        code!(, expecting = #expecting)
    });
    let attributes = of_serde(&object.input.attrs);
    let members = object.members.iter().map(|member| self::member(member, &myself));
    let body = match &object.input.data {
        syn::Data::Struct(data) if matches!(data.fields, Fields::Unit) => code!(#where_clause;),
        _ => code!(#where_clause { #(#members)* }),
    };
    code! {
        #[derive(__serde::Serialize #read)]
        #[serde(crate = "__serde", remote = #remote #expecting)]
        #(#attributes)*
        struct __Mirror #generics #body
    }
}

fn member(member: &Member<'_>, myself: &TokenStream) -> TokenStream {
    let ident = member.ident;
    let ty = without_self(member.ty.to_token_stream(), myself);
    let attributes = of_serde(member.attributes);
    let skip = (matches!(member.presence, Presence::IfSome) && !member.nameless)
        .then(|| quote!(#[serde(skip_serializing_if = "::core::option::Option::is_none")]));
    let may_be_absent = matches!(member.presence, Presence::IfSome) || member.is_list;
    let default = (may_be_absent && !member.nameless && member.default.is_none()).then(|| quote!(#[serde(default)]));
    code! {
        #(#attributes)*
        #skip
        #default
        #ident: #ty,
    }
}

fn of_serde(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("serde"))
}

/// ```ignore
/// impl P::serde::Serialize for ManageTask {
///     fn serialize<__S>(&self, __serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error>
///     where
///         __S: P::serde::Serializer,
///     {
///         __Mirror::serialize(self, __serializer)
///     }
/// }
/// ```
fn serialize(object: &Object<'_>, private: &TokenStream) -> TokenStream {
    let ident = &object.input.ident;
    let generics = serializable(object);
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let turbofish = type_generics.as_turbofish();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    code! {
        #[automatically_derived]
        impl #impl_generics #private::serde::Serialize for #ident #type_generics #where_clause {
            fn serialize<__S>(&self, __serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error>
            where
                __S: #private::serde::Serializer,
            {
                __Mirror #turbofish::serialize(self, __serializer)
            }
        }
    }
}

/// ```ignore
/// impl<'__de> P::serde::Deserialize<'__de> for ManageTask {
///     fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
///     where
///         __D: P::serde::Deserializer<'__de>,
///     {
///         __Mirror::deserialize(P::de::Guard(__deserializer))
///     }
/// }
/// ```
fn deserialize(object: &Object<'_>, private: &TokenStream) -> TokenStream {
    let ident = &object.input.ident;
    let generics = deserializable(object);
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let turbofish = type_generics.as_turbofish();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    code! {
        #[automatically_derived]
        impl #impl_generics #private::serde::Deserialize<'__de> for #ident #type_generics #where_clause {
            fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
            where
                __D: #private::serde::Deserializer<'__de>,
            {
                __Mirror #turbofish::deserialize(#private::de::Guard(__deserializer))
            }
        }
    }
}
