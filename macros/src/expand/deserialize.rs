//! The trait `Deserialize`, over the code that the runtime shares between structs.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Generics, Index, Type, WherePredicate, parse_quote};

use crate::model::{Member, Model};
use crate::serde_attribute::Default;

/// ```ignore
/// impl<'__de> P::serde::Deserialize<'__de> for ManageTask
/// where
///     String: P::serde::Deserialize<'__de>,
///     Option<u64>: P::serde::Deserialize<'__de>,
/// {
///     fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
///     where
///         __D: P::serde::Deserializer<'__de>,
///     {
///         P::de::deserialize(__deserializer)
///     }
/// }
/// ```
///
/// The bounds are on the types of the members, so that a request which can't be read can still be sent.
pub(super) fn deserialize(model: &Model<'_>) -> TokenStream {
    let private = model.runtime.private();
    let ident = &model.input.ident;
    let generics = deserializable(model);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, type_generics, _) = model.input.generics.split_for_impl();
    let members = members(model);
    quote! {
        #members
        #[automatically_derived]
        impl #impl_generics #private::serde::Deserialize<'__de> for #ident #type_generics #where_clause {
            fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
            where
                __D: #private::serde::Deserializer<'__de>,
            {
                #private::de::deserialize(__deserializer)
            }
        }
    }
}

/// ```ignore
/// impl<'__de> P::de::Members<'__de> for ManageTask where … {
///     const NAME: &'static ::core::primitive::str = "ManageTask";
///     const NAMES: &'static [(&'static ::core::primitive::str, ::core::primitive::usize)] =
///         &[("TaskId", 0usize), ("SubAppId", 1usize)];
///     type Slots = (::core::option::Option<String>, ::core::option::Option<Option<u64>>,);
///
///     fn slots() -> Self::Slots {
///         (::core::option::Option::None, ::core::option::Option::None,)
///     }
///     …
/// }
/// ```
fn members(model: &Model<'_>) -> TokenStream {
    let private = model.runtime.private();
    let (ident, name) = (&model.input.ident, model.input.ident.to_string());
    let generics = deserializable(model);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, type_generics, _) = model.input.generics.split_for_impl();
    let names = model
        .members
        .iter()
        .enumerate()
        .flat_map(|(index, member)| member.names().map(move |name| quote!((#name, #index))).collect::<Vec<_>>());
    let slots = model.members.iter().map(|member| {
        let ty = member.ty;
        quote!(::core::option::Option<#ty>)
    });
    let empty = model.members.iter().map(|_| quote!(::core::option::Option::None));
    let (read, finish) = (read(model, &private), finish(model, &private));
    quote! {
        #[automatically_derived]
        impl #impl_generics #private::de::Members<'__de> for #ident #type_generics #where_clause {
            const NAME: &'static ::core::primitive::str = #name;
            const NAMES: &'static [(&'static ::core::primitive::str, ::core::primitive::usize)] = &[#(#names),*];
            type Slots = (#(#slots,)*);

            fn slots() -> Self::Slots {
                (#(#empty,)*)
            }

            #read
            #finish
        }
    }
}

/// ```ignore
/// fn read<__A>(
///     __slots: &mut Self::Slots,
///     __index: ::core::primitive::usize,
///     __map: &mut __A,
/// ) -> ::core::result::Result<(), __A::Error>
/// where
///     __A: P::serde::de::MapAccess<'__de>,
/// {
///     match __index {
///         0usize => P::de::fill(&mut __slots.0, "TaskId", __map),
///         1usize => P::de::fill(&mut __slots.1, "SubAppId", __map),
///         _ => P::de::skip(__map),
///     }
/// }
/// ```
fn read(model: &Model<'_>, private: &TokenStream) -> TokenStream {
    let arms = model.members.iter().enumerate().map(|(index, Member { wire_name, .. })| {
        let slot = Index::from(index);
        quote!(#index => #private::de::fill(&mut __slots.#slot, #wire_name, __map),)
    });
    let skip = quote!(#private::de::skip(__map));
    let body = if model.members.is_empty() { skip } else { quote!(match __index { #(#arms)* _ => #skip, }) };
    quote! {
        fn read<__A>(
            __slots: &mut Self::Slots,
            __index: ::core::primitive::usize,
            __map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error>
        where
            __A: #private::serde::de::MapAccess<'__de>,
        {
            #body
        }
    }
}

/// ```ignore
/// fn finish<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
/// where
///     __E: P::serde::de::Error,
/// {
///     ::core::result::Result::Ok(Self {
///         task_id: P::de::required(__slots.0, "TaskId")?,
///         sub_app_id: P::de::required(__slots.1, "SubAppId")?,
///     })
/// }
/// ```
fn finish(model: &Model<'_>, private: &TokenStream) -> TokenStream {
    let members = model.members.iter().enumerate().map(|(index, Member { ident, wire_name, default, .. })| {
        let slot = Index::from(index);
        match default {
            None => quote!(#ident: #private::de::required(__slots.#slot, #wire_name)?,),
            Some(Default::Trait) => {
                quote!(#ident: #private::de::or_else(__slots.#slot, ::core::default::Default::default),)
            }
            Some(Default::Path(path)) => quote!(#ident: #private::de::or_else(__slots.#slot, #path),),
        }
    });
    quote! {
        fn finish<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: #private::serde::de::Error,
        {
            ::core::result::Result::Ok(Self { #(#members)* })
        }
    }
}

/// The generics of the struct with `'__de` before them, and each type of a member bounded to be deserialized.
fn deserializable(model: &Model<'_>) -> Generics {
    let private = model.runtime.private();
    let mut generics = model.input.generics.clone();
    generics.params.insert(0, parse_quote!('__de));
    let mut types: Vec<&Type> = Vec::new();
    for Member { ty, .. } in &model.members {
        let text = ty.to_token_stream().to_string();
        if !types.iter().any(|known| known.to_token_stream().to_string() == text) {
            types.push(ty);
        }
    }
    if !types.is_empty() {
        let bounds =
            types.iter().map(|ty| -> WherePredicate { parse_quote!(#ty: #private::serde::Deserialize<'__de>) });
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
}
