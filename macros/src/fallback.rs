//! What is emitted when something is wrong: every fault, and impls that do nothing, so that the faults are all there is
//! to read, and the editor still knows `send`.

use proc_macro2::TokenStream;
use syn::{DeriveInput, Error};

use crate::args::Args;
use crate::expand::code;
use crate::report::Report;

/// ```ignore
/// ::core::compile_error! { "`version` is missing: add `version = \"2018-07-17\"`" }
/// impl ::tencent_action::Action for ManageTask { /* empty constants */ }
/// impl ManageTask { pub fn send(…) -> … }
/// impl P::serde::Serialize for ManageTask { /* always an error */ }
/// impl<'__de> P::serde::Deserialize<'__de> for ManageTask { /* always an error */ }
/// ```
pub(crate) fn fallback(input: &DeriveInput, faults: &Error) -> TokenStream {
    let faults = faults.to_compile_error();
    // Read again, leniently: whatever of the arguments is right is used, and what is wrong has been told.
    let Args { runtime, response, .. } = Args::read(input, &Report::default());
    let private = runtime.private();
    let response = response.map_or_else(|| code!(#runtime::Empty), |response| code!(#response));
    let (ident, visibility) = (&input.ident, &input.vis);
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    let serde = serde(input, &private);
    code! {
        #faults
        #[automatically_derived]
        impl #impl_generics #runtime::Action for #ident #type_generics #where_clause {
            const SERVICE: &'static ::core::primitive::str = "";
            const VERSION: &'static ::core::primitive::str = "";
            const NAME: &'static ::core::primitive::str = "";
            const FIELDS: &'static [#runtime::Field] = {
                let _ = Self::send;
                &[]
            };
            type Response = #response;
        }
        impl #impl_generics #ident #type_generics #where_clause {
            #[doc = " Calls the action, once the faults of its declaration are mended."]
            #visibility fn send(&self, client: &#runtime::Client) -> #runtime::Call<#response> {
                #runtime::Client::call(client, self)
            }
        }
        #serde
    }
}

fn serde(input: &DeriveInput, private: &TokenStream) -> TokenStream {
    let ident = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    let mut reading = input.generics.clone();
    reading.params.insert(0, syn::parse_quote!('__de));
    let (reading_generics, _, _) = reading.split_for_impl();
    code! {
        #[automatically_derived]
        impl #impl_generics #private::serde::Serialize for #ident #type_generics #where_clause {
            fn serialize<__S>(&self, _: __S) -> ::core::result::Result<__S::Ok, __S::Error>
            where
                __S: #private::serde::Serializer,
            {
                ::core::result::Result::Err(#private::serde::ser::Error::custom("faulty declaration"))
            }
        }
        #[automatically_derived]
        impl #reading_generics #private::serde::Deserialize<'__de> for #ident #type_generics #where_clause {
            fn deserialize<__D>(_: __D) -> ::core::result::Result<Self, __D::Error>
            where
                __D: #private::serde::Deserializer<'__de>,
            {
                ::core::result::Result::Err(#private::serde::de::Error::custom("faulty declaration"))
            }
        }
    }
}
