//! The trait `Action`, and the method `send`.

use proc_macro2::{Span, TokenStream};
use quote::format_ident;

use super::bounds::serializable;
use super::fields::fields;
use super::{associated, code, ours, paginate, stream};
use crate::model::{Call, Member, Object};

/// ```ignore
/// impl ::tencent_action::Action for ManageTask {
///     const SERVICE: &'static ::core::primitive::str = "vod";
///     const VERSION: &'static ::core::primitive::str = "2018-07-17";
///     const NAME: &'static ::core::primitive::str = "ManageTask";
///     const FIELDS: &'static [::tencent_action::Field] = {
///         let _ = Self::send;
///         &[::tencent_action::Field::new("TaskId", ::tencent_action::Kind::String, true), …]
///     };
///     type Response = ::tencent_action::Empty;
///     type ErrorCode = ::tencent_action::CommonError;
/// }
/// ```
///
/// Naming `send` in there keeps the dead-code lint quiet where a struct is only called through `Client::call`, or only
/// used by a handler of `FakeCloud`.
pub(super) fn action(object: &Object<'_>, call: &Call) -> TokenStream {
    let (runtime, ident) = (&object.runtime, ours::name(&object.input.ident));
    let Call { service, version, action, response, errors, .. } = call;
    let generics = serializable(object);
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (fields, extras, stream) = (fields(object), extras(object, call), stream::used(call));
    let pages = paginate::used(call);
    let token = token(object);
    let [response, errors] = [associated("Response", response), associated("ErrorCode", errors)];
    code! {
        #[automatically_derived]
        impl #impl_generics #runtime::Action for #ident #type_generics #where_clause {
            const SERVICE: &'static ::core::primitive::str = #service;
            const VERSION: &'static ::core::primitive::str = #version;
            const NAME: &'static ::core::primitive::str = #action;
            const FIELDS: &'static [#runtime::Field] = {
                let _ = Self::send;
                #stream
                #pages
                &[#fields]
            };
            #extras
            #response
            #errors
            #token
        }
    }
}

/// What has a default in the trait, if it was said.
///
/// ```ignore
/// const RATE_LIMIT: ::core::option::Option<::core::num::NonZeroU32> = ::core::num::NonZeroU32::new(20u32);
/// const IDEMPOTENT: ::core::primitive::bool = true;
/// const CLIENT_TOKEN: ::core::option::Option<&'static ::core::primitive::str> =
///     ::core::option::Option::Some("ClientToken");
/// const UNSIGNED: ::core::primitive::bool = true;
/// const ENCODING: ::tencent_action::Encoding = ::tencent_action::Encoding::Multipart;
/// ```
fn extras(object: &Object<'_>, call: &Call) -> TokenStream {
    let runtime = &object.runtime;
    let rate_limit = call.rate_limit.map(|rate| {
        code! {
            const RATE_LIMIT: ::core::option::Option<::core::num::NonZeroU32> = ::core::num::NonZeroU32::new(#rate);
        }
    });
    let idempotent = call.idempotent.then(|| {
        code!(
            const IDEMPOTENT: ::core::primitive::bool = true;
        )
    });
    let client_token = object.client_token().map(|Member { wire_name: name, .. }| {
        code! {
            const CLIENT_TOKEN: ::core::option::Option<&'static ::core::primitive::str> =
                ::core::option::Option::Some(#name);
        }
    });
    let unsigned = call.unsigned.then(|| {
        code!(
            const UNSIGNED: ::core::primitive::bool = true;
        )
    });
    let encoding = call.encoding.map(|encoding| {
        let encoding = format_ident!("{encoding}");
        code!(const ENCODING: #runtime::Encoding = #runtime::Encoding::#encoding;)
    });
    code!(#rate_limit #idempotent #client_token #unsigned #encoding)
}

/// ```ignore
/// fn client_token(&self) -> ::core::option::Option<&::core::primitive::str> {
///     <Option<String> as P::Token>::token(&self.client_token)
/// }
/// ```
///
/// The type is named so that the error stands there, if it can't be a token.
fn token(object: &Object<'_>) -> Option<TokenStream> {
    let private = object.runtime.private();
    let Member { ident, ty, .. } = object.client_token()?;
    let field = ours::name(ident);
    Some(code! {
        fn client_token(&self) -> ::core::option::Option<&::core::primitive::str> {
            <#ty as #private::Token>::token(&self.#field)
        }
    })
}

/// ```ignore
/// impl ManageTask {
///     /// Calls …
///     pub fn send(
///         &self,
///         client: &::tencent_action::Client,
///     ) -> ::tencent_action::Call<::tencent_action::Reply<::tencent_action::Empty>> {
///         ::tencent_action::Client::call(client, self)
///     }
/// }
/// ```
///
/// It is as visible as the struct, and so are `stream` and `pages`, if there are any. Lifetimes are marked as ours, since a lint finds
/// those that are named only once, and spares nothing but derived traits.
pub(super) fn methods(object: &Object<'_>, call: &Call) -> TokenStream {
    let Object { runtime, input, .. } = object;
    let Call { service, action, response, .. } = call;
    let (ident, visibility) = (ours::name(&input.ident), ours::visibility(&input.vis));
    let mut generics = serializable(object);
    for parameter in generics.lifetimes_mut() {
        parameter.lifetime.set_span(parameter.lifetime.span().resolved_at(Span::mixed_site()));
    }
    let (_, type_generics, _) = input.generics.split_for_impl();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let summary = format!(" Calls `{action}` of `{service}` with this request.");
    let (stream, pages) = (stream::stream(object, call), paginate::pages(object, call));
    code! {
        impl #impl_generics #ident #type_generics #where_clause {
            #[doc = #summary]
            #[doc = ""]
            #[doc = " The request is serialized here and now; it is sent when the call is awaited."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Awaiting the call fails if the request can't be sent, or if the service refuses it."]
            #visibility fn send(&self, client: &#runtime::Client) -> #runtime::Call<#runtime::Reply<#response>> {
                #runtime::Client::call(client, self)
            }
            #stream
            #pages
        }
    }
}
