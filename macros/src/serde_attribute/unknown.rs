//! Serde attributes that we don't honour: serde's, and nobody's.

use syn::Error;
use syn::meta::ParseNestedMeta;

use crate::nearest::suggest;
use crate::nested::{at_key, name};
use crate::role::Role;

/// What serde knows on a struct. Of these, `crate` and `remote` are ours to write.
const ON_STRUCT: [&str; 13] = [
    "rename_all",
    "bound",
    "crate",
    "default",
    "deny_unknown_fields",
    "expecting",
    "from",
    "into",
    "remote",
    "rename",
    "tag",
    "transparent",
    "try_from",
];

/// What serde knows on a field; first, what we honour.
const ON_FIELD: [&str; 14] = [
    "rename",
    "alias",
    "default",
    "skip_serializing_if",
    "borrow",
    "bound",
    "deserialize_with",
    "flatten",
    "getter",
    "serialize_with",
    "skip",
    "skip_deserializing",
    "skip_serializing",
    "with",
];

/// What serde knows on enums and variants alone.
const ON_ENUM: [&str; 6] =
    ["content", "field_identifier", "other", "rename_all_fields", "untagged", "variant_identifier"];

/// Whether serde knows this on a struct.
pub(super) fn is_of_struct(meta: &ParseNestedMeta<'_>) -> bool {
    ON_STRUCT.contains(&name(meta).as_str())
}

/// Whether serde knows this on a field.
pub(super) fn is_of_field(meta: &ParseNestedMeta<'_>) -> bool {
    ON_FIELD.contains(&name(meta).as_str())
}

/// Whether serde knows this, wherever: it isn't misspelt.
pub(crate) fn is_serdes(name: &str) -> bool {
    [&ON_STRUCT[..], &ON_FIELD, &ON_ENUM].iter().any(|known| known.contains(&name))
}

/// A fault of an attribute that serde doesn't know on a struct.
pub(super) fn not_of_struct(meta: &ParseNestedMeta<'_>) -> Error {
    let known: Vec<_> = ON_STRUCT.into_iter().filter(|name| !matches!(*name, "crate" | "remote")).collect();
    misplaced_or_unknown(meta, "a struct", &known)
}

/// A fault of an attribute that serde doesn't know on a field.
pub(super) fn not_of_field(meta: &ParseNestedMeta<'_>) -> Error {
    misplaced_or_unknown(meta, "a field", &ON_FIELD)
}

/// A fault of an attribute on an enum or a variant, which serde doesn't get to see.
pub(super) fn not_of_word(meta: &ParseNestedMeta<'_>, role: Role, place: &str, known: &[&str]) -> Error {
    let name = name(meta);
    if role == Role::Errors {
        let message = "`tencent_errors` doesn't ask serde: the code of a variant is `#[tencent(code = \"…\")]`";
        return at_key(meta, message);
    }
    if is_serdes(&name) { unsupported(meta, role, place, known) } else { misplaced_or_unknown(meta, place, known) }
}

/// A fault of an attribute that is serde's, but can't be had here.
pub(super) fn unsupported(meta: &ParseNestedMeta<'_>, role: Role, place: &str, known: &[&str]) -> Error {
    let (name, attribute, all) = (name(meta), role.attribute(), known.join("`, `"));
    let message = match name.as_str() {
        "crate" => {
            format!(
                "`{attribute}` brings serde along: remove this; the path of `tencent-action` is its argument `crate`"
            )
        }
        "remote" => format!("`#[serde(remote)]` can't be had with `{attribute}`: remove it"),
        _ => format!("`#[serde({name})]` on {place} isn't supported by `{attribute}`; supported: `{all}`"),
    };
    at_key(meta, message)
}

fn misplaced_or_unknown(meta: &ParseNestedMeta<'_>, place: &str, known: &[&str]) -> Error {
    let name = name(meta);
    if is_serdes(&name) {
        return at_key(meta, format!("`#[serde({name})]` doesn't belong on {place}: remove it"));
    }
    at_key(meta, format!("unknown serde attribute `{name}` on {place}, {}", suggest(&name, known)))
}
