//! What is emitted when something is wrong: every fault, and impls that do nothing, so that the faults are all there is
//! to read, and the editor still knows `send`.

mod paginate;

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput};

use crate::args::Args;
use crate::expand::code;
use crate::report::Report;
use crate::role::Role;

pub(crate) fn fallback(role: Role, input: &DeriveInput, faults: TokenStream) -> TokenStream {
    // Read again, leniently: whatever of the arguments is right is used, and what is wrong has been told.
    let args = Args::read(role, input, &Report::default());
    let private = args.runtime.private();
    let (serde, text) = (serde(input, &private), text(input));
    let rest = match (role, &input.data) {
        (Role::Action, _) => [serde, action(input, &args)],
        (Role::Data, Data::Enum(_)) => [serde, text],
        (Role::Data, _) => [serde, data(input, &args)],
        (Role::Errors, _) => [text, codes(input, &args)],
    };
    [faults].into_iter().chain(rest).collect()
}

/// ```ignore
/// impl ::tencent_action::Action for ManageTask { /* empty constants */ }
/// impl ManageTask { pub fn send(…) -> … }
/// ```
///
/// And if it streams, `StreamingAction` and `stream`; if it answers in pages, `PaginatedAction` and `pages`.
fn action(input: &DeriveInput, args: &Args) -> TokenStream {
    let runtime = &args.runtime;
    let response = args.response.as_ref().map_or_else(|| code!(#runtime::Empty), |response| code!(#response));
    let errors = args.errors.as_ref().map_or_else(|| code!(#runtime::CommonError), |errors| code!(#errors));
    let (ident, visibility) = (&input.ident, &input.vis);
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    let streaming = args.stream.as_ref().map(|chunk| {
        code! {
            #[automatically_derived]
            impl #impl_generics #runtime::StreamingAction for #ident #type_generics #where_clause {
                type Chunk = #chunk;
            }
            impl #impl_generics #ident #type_generics #where_clause {
                #[doc = " Calls the action, once the faults of its declaration are mended."]
                #visibility fn stream(&self, client: &#runtime::Client) -> #runtime::Call<#runtime::EventStream<#chunk>> {
                    #runtime::Client::stream(client, self)
                }
            }
        }
    });
    let paginated = paginate::paginated(input, args);
    code! {
        #streaming
        #paginated
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
            type ErrorCode = #errors;
        }
        impl #impl_generics #ident #type_generics #where_clause {
            #[doc = " Calls the action, once the faults of its declaration are mended."]
            #visibility fn send(&self, client: &#runtime::Client) -> #runtime::Call<#runtime::Reply<#response>> {
                #runtime::Client::call(client, self)
            }
        }
    }
}

/// ```ignore
/// impl ::tencent_action::Data for TaskDetail { /* no fields */ }
/// ```
fn data(input: &DeriveInput, args: &Args) -> TokenStream {
    let (runtime, ident) = (&args.runtime, &input.ident);
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    code! {
        #[automatically_derived]
        impl #impl_generics #runtime::Data for #ident #type_generics #where_clause {
            const FIELDS: &'static [#runtime::Field] = &[];
        }
    }
}

/// ```ignore
/// impl ::tencent_action::ErrorCode for ManageTaskError { /* no codes */ }
/// ```
fn codes(input: &DeriveInput, args: &Args) -> TokenStream {
    let (runtime, ident) = (&args.runtime, &input.ident);
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    code! {
        #[automatically_derived]
        impl #impl_generics #runtime::ErrorCode for #ident #type_generics #where_clause {
            const CODES: &'static [&'static ::core::primitive::str] = &[];
        }
    }
}

/// ```ignore
/// impl TaskStatus { pub fn as_str(&self) -> … }
/// impl ::core::convert::AsRef<::core::primitive::str> for TaskStatus { /* empty */ }
/// impl ::core::fmt::Display for TaskStatus { /* empty */ }
/// impl ::core::convert::From<&::core::primitive::str> for TaskStatus { /* never run */ }
/// ```
fn text(input: &DeriveInput) -> TokenStream {
    let (ident, visibility) = (&input.ident, &input.vis);
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    code! {
        impl #impl_generics #ident #type_generics #where_clause {
            #[doc = " The text, once the faults of the declaration are mended."]
            #[must_use]
            #visibility fn as_str(&self) -> &::core::primitive::str {
                ""
            }
        }
        #[automatically_derived]
        impl #impl_generics ::core::convert::AsRef<::core::primitive::str> for #ident #type_generics #where_clause {
            fn as_ref(&self) -> &::core::primitive::str {
                Self::as_str(self)
            }
        }
        #[automatically_derived]
        impl #impl_generics ::core::fmt::Display for #ident #type_generics #where_clause {
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::result::Result::Ok(())
            }
        }
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<&::core::primitive::str> for #ident #type_generics #where_clause {
            fn from(_: &::core::primitive::str) -> Self {
                ::core::unreachable!()
            }
        }
    }
}

/// ```ignore
/// impl P::serde::Serialize for ManageTask { /* always an error */ }
/// impl<'__de> P::serde::Deserialize<'__de> for ManageTask { /* always an error */ }
/// ```
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
