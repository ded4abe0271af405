//! Names on the wire: how a field gets one, and that no other has it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use crate::rename_rule::RenameRule;
use crate::report::Report;
use crate::serde_attribute::Member;

/// The name on the wire; and whether there is one, and no fault has left open which.
pub(super) fn wire_name(
    ident: &Ident,
    serde: &Member,
    rule: RenameRule,
    is_right: bool,
    report: &Report,
) -> (String, bool) {
    let said = serde.rename.as_ref().map(LitStr::value);
    let of_our_making = said.is_none() && rule == RenameRule::Pascal;
    let name = said.unwrap_or_else(|| rule.apply(&ident.unraw().to_string()));
    if ident == "_" {
        report.told_by_compiler();
        return (name, false);
    }
    let is_known = is_right && !serde.nameless;
    if is_known && (name.is_empty() || of_our_making && !is_published_form(&name)) {
        report.at(ident, format!("no wire name can be made of `{ident}`: add `#[serde(rename = \"…\")]`"));
        return (name, false);
    }
    (name, is_known)
}

/// All 39,950 published names have this form.
fn is_published_form(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// How a name on the wire came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// It is made of the field's.
    Rule,
    /// The user says it.
    Said,
    /// The user says one to write and another to read.
    TwoWays,
}

impl Naming {
    pub(super) fn of(serde: &Member) -> Self {
        match &serde.rename {
            _ if serde.beyond.says("rename") => Self::TwoWays,
            Some(_) => Self::Said,
            None => Self::Rule,
        }
    }
}

/// Who has which wire name, to find those that are there twice.
#[derive(Default)]
pub(super) struct Names<'a> {
    owners: HashMap<String, &'a Ident>,
}

impl<'a> Names<'a> {
    /// Notes a name; `taken` says what is wrong if another has it.
    pub(super) fn add(
        &mut self,
        name: &str,
        span: Span,
        owner: &'a Ident,
        report: &Report,
        taken: impl FnOnce(&Ident) -> String,
    ) {
        match self.owners.entry(name.to_owned()) {
            Entry::Vacant(entry) => _ = entry.insert(owner),
            // Two fields or variants with one name have been told.
            Entry::Occupied(first) if first.get().unraw() == owner.unraw() => {}
            Entry::Occupied(first) => report.at_span(span, taken(first.get())),
        }
    }
}
