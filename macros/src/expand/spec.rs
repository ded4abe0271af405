//! What a lock file has to do with the compiler: that it is read, and what in it is deprecated.

use proc_macro2::{Ident, Span, TokenStream};
use syn::Attribute;

use super::{code, ours};
use crate::model::Object;
use crate::nested::word_in;
use crate::spec::{Deprecated, Spec};

/// ```ignore
/// const _: &[::core::primitive::u8] = ::core::include_bytes!("/…/specs/vod-2018-07-17.spec");
/// ```
///
/// So the compiler knows that it must compile this again, when the file changes. The path is of this machine, as is
/// the compiler.
pub(super) fn spec(object: &Object<'_>) -> Option<TokenStream> {
    let Spec { path, deprecated, deprecated_fields } = object.spec.as_ref()?;
    let tracked = path.as_ref().map(|path| {
        code! {
            const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
        }
    });
    let allow = allow(&object.input.attrs);
    let action = deprecated.as_ref().map(|note| action(&object.input.ident, note, allow.as_ref()));
    let fields = deprecated_fields.iter().map(|field| self::field(&object.input.ident, field, allow.as_ref()));
    Some(code!(#tracked #action #(#fields)*))
}

/// A warning of the lint `deprecated`, at the name of the struct.
///
/// ```ignore
/// const _: () = {
///     #[deprecated(note = "…")]
///     struct ManageTask;
///     let _: ::core::option::Option<ManageTask> = ::core::option::Option::None;
/// };
/// ```
///
/// What is used is told by the place of the use: the user's word, for the user to see.
fn action(ident: &Ident, note: &str, allow: Option<&TokenStream>) -> TokenStream {
    let (name, used) = (ours::name(ident), ident);
    code! {
        #allow
        const _: () = {
            #[deprecated(note = #note)]
            struct #name;
            let _: ::core::option::Option<#used> = ::core::option::Option::None;
        };
    }
}

/// A warning of the lint `deprecated`, at the name of the field.
///
/// ```ignore
/// const _: () = {
///     struct ManageTask {
///         #[deprecated(note = "…")]
///         task_id: (),
///     }
///     let _ = |task_id: ()| ManageTask { task_id };
/// };
/// ```
fn field(item: &Ident, field: &Deprecated, of_item: Option<&TokenStream>) -> TokenStream {
    let Deprecated { ident: used, attributes, note } = field;
    let (item, name) = (ours::name(item), ours::name(used));
    let of_field = allow(attributes);
    let level = of_field.as_ref().or(of_item);
    code! {
        #level
        const _: () = {
            struct #item {
                #[deprecated(note = #note)]
                #name: (),
            }
            let _ = |#used: ()| #item { #used };
        };
    }
}

/// What the user allows on the struct or the field doesn't reach what stands beside it; so it is said there again.
fn allow(attributes: &[Attribute]) -> Option<TokenStream> {
    // Of two, the last one counts.
    let (level, lint) = attributes.iter().rev().find_map(|attribute| {
        let level = attribute.path().get_ident()?.to_string();
        Some((level_of(&level)?, word_in(attribute, "deprecated")?))
    })?;
    let level = Ident::new(level, Span::mixed_site());
    Some(code!(#[#level(#lint)]))
}

fn level_of(word: &str) -> Option<&'static str> {
    // What is expected in two places would have to be met in both.
    [("allow", "allow"), ("expect", "allow"), ("warn", "warn"), ("deny", "deny"), ("forbid", "forbid")]
        .into_iter()
        .find_map(|(known, level)| (known == word).then_some(level))
}
