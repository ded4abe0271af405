//! The trait `Deserialize`, over the code that the runtime shares between structs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::Index;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::bounds::deserializable;
use super::member::reader;
use super::slots::{are_members, slots};
use super::{code, ours};
use crate::model::{Member, Object};
use crate::serde_attribute::Default;

/// ```ignore
/// const _: () = {
///     struct __Slots(::core::option::Option<String>, Option<u64>);
///     impl<'__de> P::de::Members<'__de> for ManageTask where … { … }
/// };
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
pub(super) fn deserialize(object: &Object<'_>) -> TokenStream {
    let private = object.runtime.private();
    let ident = ours::name(&object.input.ident);
    let generics = deserializable(object);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let (slots, members) = (slots(object), members(object));
    let names = object.members.iter().flat_map(|member| member.aliases.iter().chain([&member.wire_name]));
    let deserialize = if names.into_iter().any(|name| name.contains(['"', '\\'])) {
        code!(deserialize_escaped)
    } else {
        code!(deserialize)
    };
    code! {
        const _: () = {
            #slots
            #members
        };
        #[automatically_derived]
        impl #impl_generics #private::serde::Deserialize<'__de> for #ident #type_generics #where_clause {
            fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
            where
                __D: #private::serde::Deserializer<'__de>,
            {
                #private::de::#deserialize(__deserializer)
            }
        }
    }
}

/// ```ignore
/// impl<'__de> P::de::Members<'__de> for ManageTask
/// where
///     String: P::serde::Deserialize<'__de>,
///     Option<u64>: P::serde::Deserialize<'__de>,
/// {
///     const NAME: &'static ::core::primitive::str = "ManageTask";
///     const NAMES: &'static [&'static ::core::primitive::str] = {
///         const fn names() -> &'static [&'static ::core::primitive::str] {
///             &["TaskId", "SubAppId"]
///         }
///         names()
///     };
///     const OWNERS: &'static [::core::primitive::usize] = &[];
///     type Slots = __Slots;
///
///     fn slots() -> Self::Slots {
///         __Slots(::core::option::Option::None, ::core::option::Option::None)
///     }
///     …
/// }
/// ```
///
/// The names come from a function, where the bounds of the impl don't hold. If a member's type is misspelt, the compiler
/// takes from its bound that every type is sized, slices too, and crashes as it evaluates one (rustc 1.95).
fn members(object: &Object<'_>) -> TokenStream {
    let private = object.runtime.private();
    let (ident, name) = (ours::name(&object.input.ident), object.input.ident.unraw().to_string());
    let generics = deserializable(object);
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let turbofish = type_generics.as_turbofish();
    let wire_names = object.members.iter().map(|member| &member.wire_name);
    let aliases = object.members.iter().flat_map(|member| &member.aliases);
    let names = wire_names.chain(aliases);
    let owners = object.members.iter().enumerate().flat_map(|(index, member)| vec![index; member.aliases.len()]);
    let (slots, constructor) = if are_members(object) {
        let members = object.members.iter().map(|member| ours::name(member.ident));
        (code!(Self), code!(Self { #(#members: ::core::option::Option::None),* }))
    } else {
        let empty = object.members.iter().map(|_| code!(::core::option::Option::None));
        (code!(__Slots #type_generics), code!(__Slots #turbofish (#(#empty),*)))
    };
    let (read, complete, build) = (read(object, &private), complete(object, &private), build(object, &private));
    code! {
        #[automatically_derived]
        #[doc(hidden)]
        impl #impl_generics #private::de::Members<'__de> for #ident #type_generics #where_clause {
            const NAME: &'static ::core::primitive::str = #name;
            const NAMES: &'static [&'static ::core::primitive::str] = {
                const fn names() -> &'static [&'static ::core::primitive::str] {
                    &[#(#names),*]
                }
                names()
            };
            const OWNERS: &'static [::core::primitive::usize] = &[#(#owners),*];
            type Slots = #slots;

            fn slots() -> Self::Slots {
                #constructor
            }

            #read
            #complete
            #build
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
///         1usize => P::de::set(&mut __slots.1, __map),
///         _ => P::de::skip(__map),
///     }
/// }
/// ```
fn read(object: &Object<'_>, private: &TokenStream) -> TokenStream {
    let arms = object.members.iter().enumerate().map(|(index, member)| {
        let (wire_name, reader) = (&member.wire_name, reader(object, member));
        let slot = if are_members(object) {
            ours::name(member.ident).into_token_stream()
        } else {
            Index::from(index).into_token_stream()
        };
        if member.is_option() {
            code!(#index => #reader::set(&mut __slots.#slot, __map),)
        } else {
            code!(#index => #reader::fill(&mut __slots.#slot, #wire_name, __map),)
        }
    });
    let skip = code!(#private::de::skip(__map));
    let body = if object.members.is_empty() { skip } else { code!(match __index { #(#arms)* _ => #skip, }) };
    code! {
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
/// fn complete<__E>(__slots: &mut Self::Slots, __finish: &mut P::de::Finish<__E>)
/// where
///     __E: P::serde::de::Error,
/// {
///     P::de::complete(&mut __slots.0, "TaskId", __finish);
/// }
/// ```
///
/// What is missing is told after that, once: a `?` for each member would have a way out for each.
fn complete(object: &Object<'_>, private: &TokenStream) -> TokenStream {
    let required = object.members.iter().enumerate();
    let required = required.filter(|(_, member)| member.default.is_none() && !member.is_option());
    let completed = required.map(|(index, member)| {
        let (slot, wire_name, reader) = (Index::from(index), &member.wire_name, reader(object, member));
        code!(#reader::complete(&mut __slots.#slot, #wire_name, __finish);)
    });
    code! {
        fn complete<__E>(__slots: &mut Self::Slots, __finish: &mut #private::de::Finish<__E>)
        where
            __E: #private::serde::de::Error,
        {
            #(#completed)*
        }
    }
}

/// ```ignore
/// fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
/// where
///     __E: P::serde::de::Error,
/// {
///     match __slots {
///         __Slots(::core::option::Option::Some(__0), __1) => {
///             ::core::result::Result::Ok(Self { task_id: __0, sub_app_id: __1 })
///         }
///         _ => ::core::result::Result::Err(P::de::incomplete()),
///     }
/// }
/// ```
fn build(object: &Object<'_>, private: &TokenStream) -> TokenStream {
    let is_kept = |member: &Member<'_>| member.is_option() || member.default.is_some();
    let patterns = object.members.iter().enumerate().map(|(index, member)| {
        let value = value(index);
        if is_kept(member) { value.into_token_stream() } else { code!(::core::option::Option::Some(#value)) }
    });
    let members = object.members.iter().enumerate().map(|(index, member)| built(index, member, private));
    let otherwise = (!object.members.iter().all(is_kept))
        .then(|| code!(_ => ::core::result::Result::Err(#private::de::incomplete()),));
    let built = if are_members(object) {
        code!(::core::result::Result::Ok(__slots))
    } else {
        code! {
            match __slots {
                __Slots(#(#patterns),*) => ::core::result::Result::Ok(Self { #(#members)* }),
                #otherwise
            }
        }
    };
    code! {
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: #private::serde::de::Error,
        {
            #built
        }
    }
}

/// `task_id: __0,` or, of what needn't come, `task_id: P::de::or_else(__0, || ::core::default::Default::default()),`
fn built(index: usize, member: &Member<'_>, private: &TokenStream) -> TokenStream {
    let Member { ident, ty, default, .. } = member;
    let (ident, value) = (ours::name(ident), value(index));
    match default {
        None => code!(#ident: #value,),
        Some(Default::Trait) => {
            // Placed at the type, so that the error is there if it has no default.
            let span = ty.span().resolved_at(Span::mixed_site());
            let default = quote_spanned!(span=> || ::core::default::Default::default());
            code!(#ident: #private::de::or_else(#value, #default),)
        }
        Some(Default::Path(path)) => code!(#ident: #private::de::or_else(#value, #path),),
    }
}

/// The variable that holds what was in a slot.
fn value(index: usize) -> Ident {
    Ident::new(&format!("__{index}"), Span::mixed_site())
}
