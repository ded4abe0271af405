//! An enum of words: text, there and back.

use proc_macro2::TokenStream;
use syn::Ident;
use syn::ext::IdentExt;

use super::{code, ours};
use crate::model::{Choice, Word};

/// ```ignore
/// impl TaskStatus {
///     /// …
///     pub fn as_str(&self) -> &::core::primitive::str {
///         match self {
///             Self::Waiting => "WAITING",
///             Self::Other(__kept) => <String as P::Kept>::text(__kept),
///         }
///     }
/// }
/// impl ::core::convert::AsRef<::core::primitive::str> for TaskStatus { /* as_str */ }
/// impl ::core::fmt::Display for TaskStatus { /* as_str */ }
/// ```
pub(super) fn text(choice: &Choice<'_>) -> TokenStream {
    let (ident, visibility) = (ours::name(&choice.input.ident), ours::visibility(&choice.input.vis));
    let as_str = as_str(choice);
    let summary = if choice.is_errors { " The code." } else { " The value as it goes over the wire." };
    code! {
        impl #ident {
            #[doc = #summary]
            #[must_use]
            #visibility fn as_str(&self) -> &::core::primitive::str {
                #as_str
            }
        }
        #[automatically_derived]
        impl ::core::convert::AsRef<::core::primitive::str> for #ident {
            fn as_ref(&self) -> &::core::primitive::str {
                Self::as_str(self)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Formatter::pad(__f, Self::as_str(self))
            }
        }
    }
}

fn as_str(choice: &Choice<'_>) -> TokenStream {
    let arms = choice.words.iter().map(|Word { ident, value, .. }| code!(Self::#ident => #value,));
    let (catch_all, kept, private) = (choice.catch_all, choice.kept, choice.runtime.private());
    code! {
        match self {
            #(#arms)*
            Self::#catch_all(__kept) => <#kept as #private::Kept>::text(__kept),
        }
    }
}

/// ```ignore
/// impl ::core::convert::From<&::core::primitive::str> for TaskStatus {
///     fn from(__text: &::core::primitive::str) -> Self {
///         match __text {
///             "WAITING" => Self::Waiting,
///             _ => Self::Other(<String as P::Kept>::keep(__text)),
///         }
///     }
/// }
/// ```
pub(super) fn from(choice: &Choice<'_>) -> TokenStream {
    let ident = ours::name(&choice.input.ident);
    let arms = words(choice).map(|(ident, values)| code!(#values => Self::#ident,));
    let otherwise = kept(choice);
    code! {
        #[automatically_derived]
        impl ::core::convert::From<&::core::primitive::str> for #ident {
            fn from(__text: &::core::primitive::str) -> Self {
                match __text {
                    #(#arms)*
                    _ => #otherwise,
                }
            }
        }
    }
}

/// The variants of words, each with the pattern of its values.
pub(super) fn words<'a>(choice: &'a Choice<'_>) -> impl Iterator<Item = (&'a Ident, TokenStream)> {
    choice.words.iter().map(|Word { ident, value, aliases }| (*ident, code!(#value #(| #aliases)*)))
}

/// The variant that keeps `__text`.
pub(super) fn kept(choice: &Choice<'_>) -> TokenStream {
    let (catch_all, kept, private) = (choice.catch_all, choice.kept, choice.runtime.private());
    code!(Self::#catch_all(<#kept as #private::Kept>::keep(__text)))
}

/// ```ignore
/// impl P::serde::Serialize for TaskStatus {
///     fn serialize<__S>(&self, __serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error>
///     where
///         __S: P::serde::Serializer,
///     {
///         P::serde::Serializer::serialize_str(__serializer, Self::as_str(self))
///     }
/// }
/// impl<'__de> P::serde::Deserialize<'__de> for TaskStatus {
///     fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
///     where
///         __D: P::serde::Deserializer<'__de>,
///     {
///         P::de::word(__deserializer, "TaskStatus")
///     }
/// }
/// ```
pub(super) fn serde(choice: &Choice<'_>) -> TokenStream {
    let private = choice.runtime.private();
    let ident = ours::name(&choice.input.ident);
    let name = ident.unraw().to_string();
    code! {
        #[automatically_derived]
        impl #private::serde::Serialize for #ident {
            fn serialize<__S>(&self, __serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error>
            where
                __S: #private::serde::Serializer,
            {
                #private::serde::Serializer::serialize_str(__serializer, Self::as_str(self))
            }
        }
        #[automatically_derived]
        impl<'__de> #private::serde::Deserialize<'__de> for #ident {
            fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
            where
                __D: #private::serde::Deserializer<'__de>,
            {
                #private::de::word(__deserializer, #name)
            }
        }
    }
}
