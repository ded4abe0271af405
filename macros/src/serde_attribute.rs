//! The serde attributes that we honour, and those that we leave to serde.

mod beyond;
mod read;
mod unknown;

pub(crate) use self::beyond::Beyond;
pub(crate) use self::unknown::is_serdes;

use proc_macro2::Span;
use syn::meta::ParseNestedMeta;
use syn::spanned::Spanned;
use syn::token::Paren;
use syn::{Attribute, ExprPath, LitStr, Token};

use self::read::{name_of, path_of, rule_of, serialized_of};
use self::unknown::{is_of_field, is_of_struct, not_of_field, not_of_struct, not_of_word, unsupported};
use crate::nested::{Once, alone, for_each, string_of};
use crate::rename_rule::RenameRule;
use crate::report::Report;
use crate::role::Role;

/// What `#[serde(…)]` on the item says.
#[derive(Default)]
pub(crate) struct Container {
    pub(crate) rename_all: Option<RenameRule>,
    /// What only serde's own derives understand.
    pub(crate) beyond: Beyond,
    /// Whether it says what is expected, for messages.
    pub(crate) expecting: bool,
    /// Whether some of it was faulty, so that names aren't known.
    pub(crate) faulty: bool,
}

/// What `#[serde(…)]` on a field says.
#[derive(Default)]
pub(crate) struct Member {
    pub(crate) rename: Option<LitStr>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) default: Option<Default>,
    pub(crate) skip_serializing_if: Option<ExprPath>,
    /// What only serde's own derives understand.
    pub(crate) beyond: Beyond,
    /// Whether it has no name of its own on the wire: it is flattened, or not sent.
    pub(crate) nameless: bool,
    /// Whether functions of the user's write and read it, so that its type doesn't tell what goes over the wire.
    pub(crate) with: bool,
}

/// What `#[serde(…)]` on a variant says.
#[derive(Default)]
pub(crate) struct Choice {
    pub(crate) rename: Option<LitStr>,
    pub(crate) aliases: Vec<LitStr>,
    /// Where it says that this variant is meant for unknown values.
    pub(crate) other: Option<Span>,
    /// Whether some of it was faulty, so that the value isn't known.
    pub(crate) faulty: bool,
}

/// What stands in for a member that isn't there.
pub(crate) enum Default {
    /// `default`
    Trait,
    /// `default = "path"`
    Path(ExprPath),
}

impl Container {
    pub(crate) fn of_struct(role: Role, attributes: &[Attribute], report: &Report) -> Self {
        let mut container = Self::default();
        let right = for_each("serde", attributes, report, |meta| {
            if meta.path.is_ident("crate") || meta.path.is_ident("remote") {
                return Err(unsupported(meta, role, "a struct", &[]));
            }
            if meta.path.is_ident("rename_all") {
                return container.add_rule(meta, true);
            }
            if !is_of_struct(meta) {
                return Err(not_of_struct(meta));
            }
            container.expecting |= meta.path.is_ident("expecting");
            container.beyond.add(meta)
        });
        Self { faulty: !right, ..container }
    }

    pub(crate) fn of_enum(role: Role, attributes: &[Attribute], report: &Report) -> Self {
        let mut container = Self::default();
        let right = for_each("serde", attributes, report, |meta| {
            if role == Role::Data && meta.path.is_ident("rename_all") {
                return container.add_rule(meta, false);
            }
            Err(not_of_word(meta, role, "an enum", &["rename_all"]))
        });
        Self { faulty: !right, ..container }
    }

    /// One that says what holds anyway may be overruled: we write it ourselves where we see none, and a `cfg_attr` may
    /// bring another.
    fn add_rule(&mut self, meta: &ParseNestedMeta<'_>, two_ways: bool) -> syn::Result<()> {
        let rule = if two_ways && meta.input.peek(Paren) {
            self.beyond.add_read(meta)?;
            // Where serde is told to rename what it reads alone, it writes the fields by their names.
            serialized_of(meta, rule_of)?.unwrap_or(RenameRule::Snake)
        } else {
            rule_of(meta)?
        };
        self.rename_all.take_if(|first| *first == RenameRule::default());
        self.rename_all.once(meta, rule)
    }
}

impl Member {
    /// What is said, and whether all of it was right.
    pub(crate) fn read(attributes: &[Attribute], report: &Report) -> (Self, bool) {
        let mut member = Self::default();
        let right = for_each("serde", attributes, report, |meta| member.read_one(meta));
        (member, right)
    }

    fn read_one(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        match name.as_str() {
            "rename" if meta.input.peek(Paren) => {
                self.beyond.add_read(meta)?;
                serialized_of(meta, name_of)?.map_or(Ok(()), |name| self.rename.once(meta, name))
            }
            "rename" => self.rename.once(meta, name_of(meta)?),
            "alias" => {
                self.aliases.push(name_of(meta)?);
                Ok(())
            }
            "default" if meta.input.peek(Token![=]) => self.default.once(meta, Default::Path(path_of(meta)?)),
            "default" => alone(meta).and_then(|()| self.default.once(meta, Default::Trait)),
            "skip_serializing_if" => self.skip_serializing_if.once(meta, path_of(meta)?),
            _ if is_of_field(meta) => {
                self.nameless |= matches!(name.as_str(), "flatten" | "skip" | "skip_serializing");
                self.with |= matches!(name.as_str(), "with" | "serialize_with" | "deserialize_with");
                self.beyond.add(meta)
            }
            _ => Err(not_of_field(meta)),
        }
    }
}

impl Choice {
    pub(crate) fn read(role: Role, attributes: &[Attribute], report: &Report) -> Self {
        let mut choice = Self::default();
        let right = for_each("serde", attributes, report, |meta| match role {
            _ if meta.path.is_ident("other") => {
                choice.other = Some(meta.path.span());
                Ok(())
            }
            Role::Data if meta.path.is_ident("rename") => choice.rename.once(meta, string_of(meta)?),
            Role::Data if meta.path.is_ident("alias") => {
                choice.aliases.push(string_of(meta)?);
                Ok(())
            }
            _ => Err(not_of_word(meta, role, "a variant", &["rename", "alias"])),
        });
        Self { faulty: !right, ..choice }
    }
}
