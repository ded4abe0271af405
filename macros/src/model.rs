//! What we decided: complete, and checked by all rules.

mod choice;
mod object;

pub(crate) use self::choice::{Choice, Word};
pub(crate) use self::object::{Call, Member, Object, Presence};

use proc_macro2::Span;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use syn::{DeriveInput, Ident};

use crate::args::Args;
use crate::item::Item;
use crate::report::Report;
use crate::role::Role;

/// All that the generators need.
pub(crate) enum Model<'a> {
    Object(Object<'a>),
    Choice(Choice<'a>),
}

impl<'a> Model<'a> {
    /// `None` if a fault has been reported without which there is nothing to decide on.
    pub(crate) fn decide(
        role: Role,
        input: &'a DeriveInput,
        args: Args,
        item: Option<Item<'a>>,
        report: &Report,
    ) -> Option<Self> {
        match item? {
            Item::Struct(item) => Object::decide(role, input, args, item, report).map(Self::Object),
            Item::Enum(item) => Choice::decide(role, input, args, item, report).map(Self::Choice),
        }
    }
}

/// Who has which wire name, to find those that are there twice.
#[derive(Default)]
struct Names<'a> {
    owners: HashMap<String, &'a Ident>,
}

impl<'a> Names<'a> {
    /// Notes a name; `taken` says what is wrong if another has it.
    fn add(&mut self, name: &str, span: Span, owner: &'a Ident, report: &Report, taken: impl FnOnce(&Ident) -> String) {
        match self.owners.entry(name.to_owned()) {
            Entry::Vacant(entry) => _ = entry.insert(owner),
            Entry::Occupied(first) if !name.is_empty() => report.at_span(span, taken(first.get())),
            // Told already.
            Entry::Occupied(_) => {}
        }
    }
}
