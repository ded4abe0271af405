//! Serde attributes that we don't honour: serde's, and nobody's.

use syn::Error;
use syn::meta::ParseNestedMeta;

use super::read::name;
use crate::nearest::suggest;
use crate::role::Role;

/// What serde itself knows, on structs and fields: one of these isn't misspelt.
const OF_SERDE: [&str; 29] = [
    "alias",
    "borrow",
    "bound",
    "content",
    "crate",
    "default",
    "deny_unknown_fields",
    "deserialize_with",
    "expecting",
    "flatten",
    "from",
    "getter",
    "into",
    "other",
    "remote",
    "rename",
    "rename_all",
    "rename_all_fields",
    "serialize_with",
    "skip",
    "skip_deserializing",
    "skip_serializing",
    "skip_serializing_if",
    "tag",
    "transparent",
    "try_from",
    "untagged",
    "variant_identifier",
    "with",
];

/// Whether serde knows this, if we don't.
pub(super) fn is_serdes(meta: &ParseNestedMeta<'_>) -> bool {
    OF_SERDE.contains(&name(meta).as_str())
}

/// A fault of an attribute that is serde's, but can't be had here.
pub(super) fn unsupported(meta: &ParseNestedMeta<'_>, role: Role, place: &str, supported: &[&str]) -> Error {
    let (name, attribute, all) = (name(meta), role.attribute(), supported.join("`, `"));
    let message = match name.as_str() {
        "crate" => format!("write this as an argument: `#[{attribute}(crate = …)]`"),
        _ => format!("`#[serde({name})]` on {place} isn't supported by `{attribute}`; supported: `{all}`"),
    };
    Error::new_spanned(&meta.path, message)
}

/// A fault of the attribute's name.
pub(super) fn unknown(meta: &ParseNestedMeta<'_>, place: &str, supported: &[&str]) -> Error {
    let name = name(meta);
    let message = format!("unknown serde attribute `{name}` on {place}, {}", suggest(&name, supported));
    Error::new_spanned(&meta.path, message)
}
