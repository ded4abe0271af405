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
///         let mut __object = P::Object::new(__serializer, "ManageTask");
///         while P::Object::goes_on(&mut __object) {
///             <String as P::Sent>::write(&self.task_id, &mut __object, "TaskId", true);
///             <Option<u64> as P::Sent>::write(
///                 &self.sub_app_id,
///                 &mut __object,
///                 "SubAppId",
///                 ::core::option::Option::is_some(&self.sub_app_id),
///             );
///         }
///         P::Object::end(__object)
///     }
/// }
/// ```
///
/// There is a call for each member, and nothing else: neither a branch nor a way out. What to do with one is for
/// `Object` to know, which counts them first, as some formats ask for, and writes them then.
pub(super) fn serialize(object: &Object<'_>) -> TokenStream {
    let private = object.runtime.private();
    let (ident, name) = (ours::name(&object.input.ident), object.input.ident.unraw().to_string());
    let generics = serializable(object);
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let members = object.members.iter().map(|member| write(object, member));
    code! {
        #[automatically_derived]
        impl #impl_generics #private::serde::Serialize for #ident #type_generics #where_clause {
            fn serialize<__S>(&self, __serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error>
            where
                __S: #private::serde::Serializer,
            {
                let mut __object = #private::Object::new(__serializer, #name);
                while #private::Object::goes_on(&mut __object) {
                    #(#members)*
                }
                #private::Object::end(__object)
            }
        }
    }
}

/// Writes one member.
fn write(object: &Object<'_>, member: &Member<'_>) -> TokenStream {
    let (ident, wire_name, writer) = (ours::name(member.ident), &member.wire_name, writer(object, member));
    let is_sent = is_sent(member);
    code!(#writer::write(&self.#ident, &mut __object, #wire_name, #is_sent);)
}

/// Whether a member is sent.
fn is_sent(member: &Member<'_>) -> TokenStream {
    let mut ident = ours::name(member.ident);
    match &member.presence {
        Presence::Always => code!(true),
        Presence::IfSome => code!(::core::option::Option::is_some(&self.#ident)),
        Presence::Unless(path) => {
            // Placed at the path, so that the error is there if it takes another type.
            let span = path.span().resolved_at(Span::mixed_site());
            ident.set_span(span);
            quote_spanned!(span=> !#path(&self.#ident))
        }
    }
}
