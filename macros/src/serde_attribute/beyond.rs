//! What only serde's own derives understand. Serde reads it, and tells what is wrong with it in words of its own; the
//! faults that are likely are told here, together with all others.

use syn::meta::ParseNestedMeta;
use syn::token::Paren;

use super::read::{path_of, serialized_of};
use crate::nested::{alone, at_key, name, skip_to_comma, string_of};

/// The attributes that are left to serde's own derives.
#[derive(Default)]
pub(crate) struct Beyond {
    names: Vec<String>,
}

impl Beyond {
    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether this is among them.
    pub(crate) fn says(&self, name: &str) -> bool {
        self.names.iter().any(|said| said == name)
    }

    /// Whether something else goes over the wire in place of the struct.
    pub(crate) fn replaces(&self) -> bool {
        ["transparent", "from", "try_from", "into"].iter().any(|name| self.says(name))
    }

    /// Reads one, as far as we understand it.
    pub(super) fn add(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        self.add_read(meta)?;
        match name(meta).as_str() {
            "deny_unknown_fields" | "flatten" | "skip" | "skip_deserializing" | "skip_serializing" | "transparent" => {
                alone(meta)
            }
            "deserialize_with" | "getter" | "serialize_with" | "with" => path_of(meta).map(drop),
            "bound" if meta.input.peek(Paren) => serialized_of(meta, string_of).map(drop),
            "bound" | "expecting" | "from" | "into" | "tag" | "try_from" => string_of(meta).map(drop),
            _ => skip_to_comma(meta.input),
        }
    }

    /// Notes one that has been read.
    pub(super) fn add_read(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let name = name(meta);
        if self.names.contains(&name) {
            return Err(at_key(meta, format!("`{name}` is given twice: remove one of them")));
        }
        self.names.push(name);
        Ok(())
    }
}
