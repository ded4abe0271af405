//! The trait `Serialize`.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::bounds::serializable;
use super::member::writer;
use super::{code, ours};
use crate::model::{Member, Object, Presence};

/// ```ignore
/// impl P::serde::Serialize for ManageTask {
///     fn serialize<__S>(&self, __serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error>
///     where
///         __S: P::serde::Serializer,
///     {
///         let mut __state = P::serde::Serializer::serialize_struct(
///             __serializer,
///             "ManageTask",
///             1usize + if ::core::option::Option::is_some(&self.sub_app_id) { 1usize } else { 0usize },
///         )?;
///         <String as P::Sent>::write(&self.task_id, &mut __state, "TaskId")?;
///         if ::core::option::Option::is_some(&self.sub_app_id) {
///             <Option<u64> as P::Sent>::write(&self.sub_app_id, &mut __state, "SubAppId")?;
///         } else {
///             P::serde::ser::SerializeStruct::skip_field(&mut __state, "SubAppId")?;
///         }
///         P::serde::ser::SerializeStruct::end(__state)
///     }
/// }
/// ```
pub(super) fn serialize(object: &Object<'_>) -> TokenStream {
    let private = object.runtime.private();
    let (ident, name) = (ours::name(&object.input.ident), object.input.ident.unraw().to_string());
    let generics = serializable(object);
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let always = object.members.iter().filter(|member| condition(member).is_none()).count();
    let sometimes = object.members.iter().filter_map(condition);
    let members = object.members.iter().map(|member| write(object, member, &private));
    let mutable = (!object.members.is_empty()).then(|| code!(mut));
    code! {
        #[automatically_derived]
        impl #impl_generics #private::serde::Serialize for #ident #type_generics #where_clause {
            fn serialize<__S>(&self, __serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error>
            where
                __S: #private::serde::Serializer,
            {
                let #mutable __state = #private::serde::Serializer::serialize_struct(
                    __serializer,
                    #name,
                    #always #(+ if #sometimes { 1usize } else { 0usize })*,
                )?;
                #(#members)*
                #private::serde::ser::SerializeStruct::end(__state)
            }
        }
    }
}

/// The condition on which a member is sent, if there is one.
fn condition(member: &Member<'_>) -> Option<TokenStream> {
    let mut ident = ours::name(member.ident);
    match &member.presence {
        Presence::Always => None,
        Presence::IfSome => Some(code!(::core::option::Option::is_some(&self.#ident))),
        Presence::Unless(path) => {
            // Placed at the path, so that the error is there if it takes another type.
            let span = path.span().resolved_at(Span::mixed_site());
            ident.set_span(span);
            Some(quote_spanned!(span=> !#path(&self.#ident)))
        }
    }
}

/// Writes one member.
fn write(object: &Object<'_>, member: &Member<'_>, private: &TokenStream) -> TokenStream {
    let (ident, wire_name, writer) = (ours::name(member.ident), &member.wire_name, writer(object, member));
    let write = code!(#writer::write(&self.#ident, &mut __state, #wire_name)?;);
    match condition(member) {
        None => write,
        Some(condition) => code! {
            if #condition {
                #write
            } else {
                #private::serde::ser::SerializeStruct::skip_field(&mut __state, #wire_name)?;
            }
        },
    }
}
