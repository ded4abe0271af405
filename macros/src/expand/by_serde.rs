//! An item with serde attributes that only serde understands: serde's own derives write and read it.

mod mirror;

use proc_macro2::TokenStream;

use self::mirror::mirror;
use super::bounds::{deserializable, serializable};
use super::{code, ours};
use crate::model::Object;

/// ```ignore
/// const _: () = {
///     use P::serde as __serde;
///     #[::core::prelude::v1::derive(__serde::Serialize, __serde::Deserialize)]
///     #[serde(crate = "__serde", remote = "ManageTask", bound(…), expecting = "an object (ManageTask)")]
///     #[serde(rename_all = "PascalCase")]
///     struct __Mirror { … }
///     trait __Faulty { /* serialize, deserialize: always an error */ }
///     impl __Faulty for __Mirror {}
///     impl P::serde::Serialize for ManageTask { /* __Mirror::serialize */ }
///     impl<'de> P::serde::Deserialize<'de> for ManageTask { /* __Mirror::deserialize, guarded */ }
/// };
/// ```
pub(super) fn by_serde(object: &Object<'_>) -> TokenStream {
    let private = object.runtime.private();
    let mirror = mirror(object);
    let is_plain = object.input.generics.params.is_empty() && object.input.generics.where_clause.is_none();
    let faulty = is_plain.then(|| faulty(&private));
    let serialize = serialize(object, &private);
    let deserialize = object.is_owned().then(|| deserialize(object, &private));
    code! {
        const _: () = {
            use #private::serde as __serde;
            #mirror
            #faulty
            #serialize
            #deserialize
        };
    }
}

/// ```ignore
/// trait __Faulty {
///     fn serialize<__T, __S>(_: &__T, _: __S) -> ::core::result::Result<__S::Ok, __S::Error> where … { /* an error */ }
///     fn deserialize<'de, __T, __D>(_: __D) -> ::core::result::Result<__T, __D::Error> where … { /* an error */ }
/// }
/// impl __Faulty for __Mirror {}
/// ```
///
/// What `__Mirror::serialize` is if serde has found a fault and so has written none, so that the fault is all there is
/// to read: a function of a trait gives way to one of the type itself.
///
/// It does so too where the bounds of the latter don't hold, and nobody would notice. So a struct with parameters goes
/// without, and has errors about `__Mirror` beside serde's.
fn faulty(private: &TokenStream) -> TokenStream {
    code! {
        trait __Faulty {
            fn serialize<__T, __S>(_: &__T, _: __S) -> ::core::result::Result<__S::Ok, __S::Error>
            where
                __S: #private::serde::Serializer,
            {
                ::core::result::Result::Err(#private::serde::ser::Error::custom("faulty declaration"))
            }

            fn deserialize<'de, __T, __D>(_: __D) -> ::core::result::Result<__T, __D::Error>
            where
                __D: #private::serde::Deserializer<'de>,
            {
                ::core::result::Result::Err(#private::serde::de::Error::custom("faulty declaration"))
            }
        }
        #[automatically_derived]
        impl __Faulty for __Mirror {}
    }
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
    let ident = ours::name(&object.input.ident);
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
/// impl<'de> P::serde::Deserialize<'de> for ManageTask {
///     fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
///     where
///         __D: P::serde::Deserializer<'de>,
///     {
///         __Mirror::deserialize(P::de::Guard(__deserializer))
///     }
/// }
/// ```
fn deserialize(object: &Object<'_>, private: &TokenStream) -> TokenStream {
    let ident = ours::name(&object.input.ident);
    let generics = deserializable(object);
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let turbofish = type_generics.as_turbofish();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    code! {
        #[automatically_derived]
        impl #impl_generics #private::serde::Deserialize<'de> for #ident #type_generics #where_clause {
            fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
            where
                __D: #private::serde::Deserializer<'de>,
            {
                __Mirror #turbofish::deserialize(#private::de::Guard(__deserializer))
            }
        }
    }
}
