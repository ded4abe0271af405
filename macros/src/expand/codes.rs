//! The trait `ErrorCode`.

use proc_macro2::TokenStream;

use super::words::{kept, words};
use super::{code, ours};
use crate::model::{Choice, Word};

/// ```ignore
/// impl ::core::convert::From<&::core::primitive::str> for ManageTaskError {
///     fn from(__text: &::core::primitive::str) -> Self {
///         fn known(__text: &::core::primitive::str) -> ::core::option::Option<ManageTaskError> {
///             match __text {
///                 "InvalidParameterValue.TaskId" => ::core::option::Option::Some(ManageTaskError::TaskId),
///                 _ => ::core::option::Option::None,
///             }
///         }
///         match P::family(__text, known) {
///             ::core::option::Option::Some(__known) => __known,
///             ::core::option::Option::None => Self::Other(<String as P::Kept>::keep(__text)),
///         }
///     }
/// }
/// impl ::tencent_action::ErrorCode for ManageTaskError {
///     const CODES: &'static [&'static ::core::primitive::str] = &["InvalidParameterValue.TaskId"];
/// }
/// ```
pub(super) fn codes(choice: &Choice<'_>) -> TokenStream {
    let (runtime, private) = (&choice.runtime, choice.runtime.private());
    let ident = ours::name(&choice.input.ident);
    let codes = choice.words.iter().map(|Word { value, .. }| value);
    let arms = words(choice).map(|(variant, values)| code!(#values => ::core::option::Option::Some(#ident::#variant),));
    let otherwise = kept(choice);
    code! {
        #[automatically_derived]
        impl ::core::convert::From<&::core::primitive::str> for #ident {
            fn from(__text: &::core::primitive::str) -> Self {
                fn known(__text: &::core::primitive::str) -> ::core::option::Option<#ident> {
                    match __text {
                        #(#arms)*
                        _ => ::core::option::Option::None,
                    }
                }
                match #private::family(__text, known) {
                    ::core::option::Option::Some(__known) => __known,
                    ::core::option::Option::None => #otherwise,
                }
            }
        }
        #[automatically_derived]
        impl #runtime::ErrorCode for #ident {
            const CODES: &'static [&'static ::core::primitive::str] = &[#(#codes),*];
        }
    }
}
