//! The trait `StreamingAction`, and the method `stream`, for an action with `stream = …`.

use proc_macro2::TokenStream;

use super::bounds::serializable;
use super::{associated, code, ours};
use crate::model::{Call, Object};

/// ```ignore
/// impl ::tencent_action::StreamingAction for ChatCompletions {
///     type Chunk = Chunk;
/// }
/// ```
pub(super) fn streaming_action(object: &Object<'_>, call: &Call) -> Option<TokenStream> {
    let chunk = associated("Chunk", call.stream.as_ref()?);
    let (runtime, ident) = (&object.runtime, ours::name(&object.input.ident));
    let generics = serializable(object);
    let (_, type_generics, _) = object.input.generics.split_for_impl();
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    Some(code! {
        #[automatically_derived]
        impl #impl_generics #runtime::StreamingAction for #ident #type_generics #where_clause {
            #chunk
        }
    })
}

/// ```ignore
/// /// Calls …
/// pub fn stream(
///     &self,
///     client: &::tencent_action::Client,
/// ) -> ::tencent_action::Call<::tencent_action::EventStream<Chunk>> {
///     ::tencent_action::Client::stream(client, self)
/// }
/// ```
pub(super) fn stream(object: &Object<'_>, call: &Call) -> Option<TokenStream> {
    let Call { service, action, stream: Some(chunk), .. } = call else { return None };
    let (runtime, visibility) = (&object.runtime, ours::visibility(&object.input.vis));
    let summary = format!(" Calls `{action}` of `{service}` with this request, and reads the answer as it comes.");
    Some(code! {
        #[doc = #summary]
        #[doc = ""]
        #[doc = " The request is serialized here and now; it is sent when the call is awaited, which gives the stream."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = ""]
        #[doc = " Awaiting the call fails if the request can't be sent, or if the service refuses it."]
        #visibility fn stream(&self, client: &#runtime::Client) -> #runtime::Call<#runtime::EventStream<#chunk>> {
            #runtime::Client::stream(client, self)
        }
    })
}

/// ```ignore
/// let _ = Self::stream;
/// ```
///
/// As for `send`, which is mostly what is not used then.
pub(super) fn used(call: &Call) -> Option<TokenStream> {
    call.stream.as_ref().map(|_| code!(let _ = Self::stream;))
}
