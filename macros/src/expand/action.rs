//! The trait `Action`, and the method `send`.

use proc_macro2::{Span, TokenStream};
use quote::format_ident;

use super::bounds::serializable;
use super::code;
use crate::model::Model;

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
/// }
/// ```
///
/// Naming `send` in there keeps the dead-code lint quiet where a struct is only called through `Client::call`, or only
/// used by a handler of `FakeCloud`.
pub(super) fn action(model: &Model<'_>) -> TokenStream {
    let Model { runtime, input, service, version, action, response, .. } = model;
    let ident = &input.ident;
    let generics = serializable(model);
    let (_, type_generics, _) = input.generics.split_for_impl();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let fields = model.members.iter().map(|member| {
        let (wire_name, required) = (&member.wire_name, member.is_required());
        let kind = format_ident!("{}", member.kind);
        code!(#runtime::Field::new(#wire_name, #runtime::Kind::#kind, #required))
    });
    code! {
        #[automatically_derived]
        impl #impl_generics #runtime::Action for #ident #type_generics #where_clause {
            const SERVICE: &'static ::core::primitive::str = #service;
            const VERSION: &'static ::core::primitive::str = #version;
            const NAME: &'static ::core::primitive::str = #action;
            const FIELDS: &'static [#runtime::Field] = {
                let _ = Self::send;
                &[#(#fields),*]
            };
            type Response = #response;
        }
    }
}

/// ```ignore
/// impl ManageTask {
///     /// Calls …
///     pub fn send(&self, client: &::tencent_action::Client) -> ::tencent_action::Call<::tencent_action::Empty> {
///         ::tencent_action::Client::call(client, self)
///     }
/// }
/// ```
///
/// It is as visible as the struct. Lifetimes are marked as ours, since a lint finds those that are named only once, and
/// spares nothing but derived traits.
pub(super) fn send(model: &Model<'_>) -> TokenStream {
    let Model { runtime, input, response, service, action, .. } = model;
    let (ident, visibility) = (&input.ident, &input.vis);
    let mut generics = serializable(model);
    for parameter in generics.lifetimes_mut() {
        parameter.lifetime.set_span(parameter.lifetime.span().resolved_at(Span::mixed_site()));
    }
    let (_, type_generics, _) = input.generics.split_for_impl();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let summary = format!(" Calls `{action}` of `{service}` with this request.");
    code! {
        impl #impl_generics #ident #type_generics #where_clause {
            #[doc = #summary]
            #[doc = ""]
            #[doc = " The request is serialized here and now; it is sent when the call is awaited."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Awaiting the call fails if the request can't be sent, or if the service refuses it."]
            #visibility fn send(&self, client: &#runtime::Client) -> #runtime::Call<#response> {
                #runtime::Client::call(client, self)
            }
        }
    }
}
