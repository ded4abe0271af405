//! A member of an object: what its field says, decided.

use proc_macro2::Span;
use syn::{Attribute, ExprPath, Ident, LitStr, Type};

use super::names::{Names, Naming, wire_name};
use crate::item::NamedField;
use crate::kind::{is_float, is_list, is_option, kind_of};
use crate::rename_rule::RenameRule;
use crate::report::Report;
use crate::serde_attribute::Default;

/// One member of the object.
pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) attributes: &'a [Attribute],
    pub(crate) wire_name: String,
    pub(crate) aliases: Vec<String>,
    /// Of the wire name, then of each alias: where the user wrote it.
    spans: Vec<Span>,
    /// Whether it has a name of its own, and no fault has left open which.
    pub(crate) has_known_name: bool,
    pub(crate) naming: Naming,
    pub(crate) presence: Presence,
    pub(crate) default: Option<Default>,
    pub(crate) kind: &'static str,
    /// Whether it has no name of its own on the wire, so that `wire_name` means nothing.
    pub(crate) nameless: bool,
    /// Whether functions of the user's write and read it, whatever its type.
    with: bool,
}

/// The kind of a member that is marked as bytes.
const BINARY: &str = "Binary";

/// When a member is sent.
pub(crate) enum Presence {
    Always,
    /// An `Option`: unless it is `None`.
    IfSome,
    /// Unless this function says to skip it.
    Unless(ExprPath),
}

impl<'a> Member<'a> {
    pub(super) fn decide(named: NamedField<'a>, renames: RenameRule, report: &Report) -> Self {
        let NamedField { ident, field, serde, faulty, marks } = named;
        let naming = Naming::of(&serde);
        let is_binary = marks.binary.is_some() || marks.body.is_some();
        let ty = &field.ty;
        let (wire_name, has_known_name) = wire_name(ident, &serde, renames, !faulty, report);
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
        let with = serde.with;
        let kind = match serde.with {
            _ if is_binary => BINARY,
            true => "Any",
            false => kind_of(ty),
        };
        let (attributes, default) = (&field.attrs[..], serde.default);
        let nameless = serde.nameless;
        Self {
            ident,
            ty,
            attributes,
            wire_name,
            aliases,
            spans,
            has_known_name,
            naming,
            presence,
            default,
            kind,
            nameless,
            with,
        }
    }

    /// Where the user wrote its name.
    pub(crate) fn name_span(&self) -> Span {
        self.spans.first().copied().unwrap_or_else(|| self.ident.span())
    }

    /// Whether it is bytes, written as such.
    pub(crate) fn is_binary(&self) -> bool {
        self.kind == BINARY
    }

    /// Whether it is an `Option`, which is `None` where nothing comes.
    pub(crate) fn is_option(&self) -> bool {
        is_option(self.ty) && !self.with && self.default.is_none()
    }

    /// Whether it is a list that can be made empty.
    pub(crate) fn is_list(&self) -> bool {
        is_list(self.ty) && !self.with
    }

    /// Whether it is a float, or a list of some.
    pub(crate) fn is_float(&self) -> bool {
        is_float(self.ty)
    }

    /// Whether every object carries this member.
    pub(crate) fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Always) && self.default.is_none()
    }

    /// The name on the wire, then the others that are understood.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.wire_name).chain(&self.aliases).map(String::as_str)
    }
}

/// No name may mean two members.
pub(super) fn check_names(members: &[Member<'_>], report: &Report) {
    let mut names = Names::default();
    for member in members.iter().filter(|member| member.has_known_name) {
        for (index, (name, span)) in member.names().zip(&member.spans).enumerate() {
            let cure = if index == 0 {
                "give one of them another with `#[serde(rename = \"…\")]`"
            } else {
                "remove this alias"
            };
            names.add(name, *span, member.ident, report, |first| {
                format!("`{name}` is already a wire name of the field `{first}`: {cure}")
            });
        }
    }
}
