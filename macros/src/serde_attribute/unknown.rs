//! What to say of a serde attribute that we don't honour.

use syn::Error;
use syn::meta::ParseNestedMeta;

use super::read::name;
use crate::nearest::suggest;

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

/// A fault of the attribute's name.
pub(super) fn unknown(meta: &ParseNestedMeta<'_>, place: &str, supported: &[&str]) -> Error {
    let name = name(meta);
    let message = if OF_SERDE.contains(&name.as_str()) {
        let all = supported.join("`, `");
        format!("`#[serde({name})]` on {place} isn't supported by `tencent_action` yet; supported: `{all}`")
    } else {
        format!("unknown serde attribute `{name}` on {place}, {}", suggest(&name, supported))
    };
    Error::new_spanned(&meta.path, message)
}
