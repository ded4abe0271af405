//! What we decided: complete, and checked by all rules.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{DeriveInput, ExprPath, Ident, LitStr, Type};

use crate::args::Args;
use crate::expand::code;
use crate::item::Item;
use crate::kind::{is_option, kind_of};
use crate::rename_rule::RenameRule;
use crate::report::Report;
use crate::runtime_path::RuntimePath;
use crate::serde_attribute::{self, Default};

/// All that the generators need.
pub(crate) struct Model<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) runtime: RuntimePath,
    pub(crate) service: String,
    pub(crate) version: String,
    pub(crate) action: String,
    pub(crate) response: TokenStream,
    pub(crate) members: Vec<Member<'a>>,
}

/// One member of the request.
pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) wire_name: String,
    pub(crate) aliases: Vec<String>,
    /// Of the wire name, then of each alias: where the user wrote it.
    spans: Vec<Span>,
    pub(crate) presence: Presence,
    pub(crate) default: Option<Default>,
    pub(crate) kind: &'static str,
}

/// When a member is sent.
pub(crate) enum Presence {
    Always,
    /// An `Option`: unless it is `None`.
    IfSome,
    /// Unless this function says to skip it.
    Unless(ExprPath),
}

impl<'a> Model<'a> {
    /// `None` if a fault has been reported without which there is nothing to decide on.
    pub(crate) fn decide(args: Args, item: Option<Item<'a>>, report: &Report) -> Option<Self> {
        let Item { input, serde, fields } = item?;
        let action = args.action_or_name_of(&input.ident, report);
        let rule = serde.rename_all;
        let members: Vec<_> = fields
            .into_iter()
            .filter_map(|(field, serde)| Some(Member::decide(field.ident.as_ref()?, &field.ty, serde, rule, report)))
            .collect();
        check_names(&members, report);
        let runtime = args.runtime;
        let response = args.response.map_or_else(|| code!(#runtime::Empty), Type::into_token_stream);
        Some(Self { input, runtime, service: args.service?, version: args.version?, action, response, members })
    }

    /// Whether nothing in the request is borrowed, so that it can be read as well as written.
    pub(crate) fn is_owned(&self) -> bool {
        let borrows = |member: &Member<'_>| has_reference(member.ty.to_token_stream());
        self.input.generics.lifetimes().next().is_none() && !self.members.iter().any(borrows)
    }
}

impl<'a> Member<'a> {
    fn decide(
        ident: &'a Ident,
        ty: &'a Type,
        serde: serde_attribute::Member,
        rule: RenameRule,
        report: &Report,
    ) -> Self {
        let wire_name = match &serde.rename {
            Some(name) => name.value(),
            None => rule.apply(&ident.unraw().to_string()),
        };
        if wire_name.is_empty() {
            report.at(ident, "no wire name can be made of this: add `#[serde(rename = \"…\")]`");
        }
        let mut aliases: Vec<String> = Vec::new();
        let mut spans = vec![serde.rename.as_ref().map_or_else(|| ident.span(), LitStr::span)];
        for alias in serde.aliases {
            let name = alias.value();
            // Serde lets one name stand there twice, so we do.
            if name != wire_name && !aliases.contains(&name) {
                aliases.push(name);
                spans.push(alias.span());
            }
        }
        let presence = match serde.skip_serializing_if {
            Some(path) => Presence::Unless(path),
            None if is_option(ty) => Presence::IfSome,
            None => Presence::Always,
        };
        Self { ident, ty, wire_name, aliases, spans, presence, default: serde.default, kind: kind_of(ty) }
    }

    /// Whether every request carries this member.
    pub(crate) fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Always) && self.default.is_none()
    }

    /// The name on the wire, then the others that are understood.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.wire_name).chain(&self.aliases).map(String::as_str)
    }
}

/// No name may mean two members.
fn check_names(members: &[Member<'_>], report: &Report) {
    let mut owners = HashMap::new();
    for member in members {
        for (index, (name, span)) in member.names().zip(&member.spans).enumerate() {
            let cure = if index == 0 { "add `#[serde(rename = \"…\")]` to one of them" } else { "remove this alias" };
            match owners.entry(name) {
                Entry::Vacant(entry) => _ = entry.insert(member.ident),
                Entry::Occupied(first) if !name.is_empty() => {
                    let first = first.get();
                    report.at_span(*span, format!("`{name}` is already a wire name of the field `{first}`: {cure}"));
                }
                // Told already.
                Entry::Occupied(_) => {}
            }
        }
    }
}

fn has_reference(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Punct(punct) => punct.as_char() == '&',
        TokenTree::Group(group) => has_reference(group.stream()),
        _ => false,
    })
}
