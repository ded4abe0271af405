//! The values of serde's attributes.

use proc_macro2::Group;
use syn::meta::ParseNestedMeta;
use syn::parse::Parser;
use syn::{Error, ExprPath, LitStr};

use crate::nearest::suggest;
use crate::nested::{at_key, name, string_of};
use crate::rename_rule::RenameRule;

/// `key = "WireName"`; unlike a value, a name can't be empty.
pub(super) fn name_of(meta: &ParseNestedMeta<'_>) -> syn::Result<LitStr> {
    let name = string_of(meta)?;
    if name.value().is_empty() {
        return Err(Error::new(name.span(), "a member can't have an empty name"));
    }
    Ok(name)
}

/// `key = "path::of::a::function"`
pub(super) fn path_of(meta: &ParseNestedMeta<'_>) -> syn::Result<ExprPath> {
    let path = string_of(meta)?;
    let message = "expected the path of a function between the quotes, as in \"Vec::is_empty\"";
    path.parse().map_err(|_| Error::new(path.span(), message))
}

/// `rename_all = "camelCase"`
pub(super) fn rule_of(meta: &ParseNestedMeta<'_>) -> syn::Result<RenameRule> {
    let rule = string_of(meta)?;
    let word = rule.value();
    RenameRule::from_name(&word).ok_or_else(|| {
        let known = RenameRule::NAMES.map(|(name, _)| name);
        Error::new(rule.span(), format!("unknown rule `{word}`, {}", suggest(&word, &known)))
    })
}

/// `key(serialize = "…", deserialize = "…")`: what is said of the first, which is what a request sends.
pub(super) fn serialized_of<T>(
    meta: &ParseNestedMeta<'_>,
    read: impl Fn(&ParseNestedMeta<'_>) -> syn::Result<T>,
) -> syn::Result<Option<T>> {
    let key = name(meta);
    let mut serialized = None;
    // Taken out, so that what a fault leaves unread isn't a fault of its own.
    let directions: Group = meta.input.parse()?;
    let directions = syn::meta::parser(|way| {
        let is_serialize = is_serialize(&way, &key)?;
        let value = read(&way)?;
        if is_serialize {
            serialized = Some(value);
        }
        Ok(())
    })
    .parse2(directions.stream());
    directions.map(|()| serialized)
}

/// Whether it is `serialize`, and not `deserialize`.
fn is_serialize(way: &ParseNestedMeta<'_>, key: &str) -> syn::Result<bool> {
    match name(way).as_str() {
        "serialize" => Ok(true),
        "deserialize" => Ok(false),
        other => {
            let known = suggest(other, &["serialize", "deserialize"]);
            Err(at_key(way, format!("unknown `{other}` in `{key}`, {known}")))
        }
    }
}
