//! The serde attributes that we honour, and those that we leave to serde.

mod read;
mod unknown;

use syn::meta::ParseNestedMeta;
use syn::{Attribute, ExprPath, LitStr, Token};

use self::read::{Once, for_each, name_of, path_of, skip_to_comma, string_of};
use self::unknown::{is_serdes, unknown, unsupported};
use crate::nearest::suggest;
use crate::rename_rule::RenameRule;
use crate::report::Report;
use crate::role::Role;

/// What `#[serde(…)]` on the item says.
#[derive(Default)]
pub(crate) struct Container {
    pub(crate) rename_all: Option<RenameRule>,
    /// Whether there is something that only serde's own derives understand.
    pub(crate) beyond: bool,
    /// Whether it says what is expected, for messages.
    pub(crate) expecting: bool,
}

/// What `#[serde(…)]` on a field says.
#[derive(Default)]
pub(crate) struct Member {
    pub(crate) rename: Option<LitStr>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) default: Option<Default>,
    pub(crate) skip_serializing_if: Option<ExprPath>,
    /// Whether there is something that only serde's own derives understand.
    pub(crate) beyond: bool,
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
}

/// What stands in for a member that isn't there.
pub(crate) enum Default {
    /// `default`
    Trait,
    /// `default = "path"`
    Path(ExprPath),
}

impl Container {
    const SUPPORTED: [&'static str; 1] = ["rename_all"];

    /// The last `rename_all` counts: one that a `cfg_attr` brings comes after the one that we wrote.
    pub(crate) fn of_struct(role: Role, attributes: &[Attribute], report: &Report) -> Self {
        let mut container = Self::default();
        for_each(attributes, report, |meta| {
            if meta.path.is_ident("crate") || meta.path.is_ident("remote") {
                return Err(unsupported(meta, role, "a struct", &Self::SUPPORTED));
            }
            if meta.path.is_ident("rename_all") && meta.input.peek(Token![=]) {
                container.rename_all = Some(rule_of(&string_of(meta)?)?);
                return Ok(());
            }
            if is_serdes(meta) {
                container.beyond = true;
                container.expecting |= meta.path.is_ident("expecting");
                return skip_to_comma(meta.input);
            }
            Err(unknown(meta, "a struct", &Self::SUPPORTED))
        });
        container
    }

    pub(crate) fn of_enum(role: Role, attributes: &[Attribute], report: &Report) -> Self {
        let mut container = Self::default();
        for_each(attributes, report, |meta| {
            if role == Role::Data && meta.path.is_ident("rename_all") {
                container.rename_all = Some(rule_of(&string_of(meta)?)?);
                return Ok(());
            }
            Err(of_word(meta, role, "an enum", &Self::SUPPORTED))
        });
        container
    }
}

fn rule_of(name: &LitStr) -> syn::Result<RenameRule> {
    let word = name.value();
    RenameRule::from_name(&word).ok_or_else(|| {
        let known = RenameRule::NAMES.map(|(name, _)| name);
        syn::Error::new(name.span(), format!("unknown rule `{word}`, {}", suggest(&word, &known)))
    })
}

/// A fault of an attribute on an enum or a variant, which serde doesn't get to see.
fn of_word(meta: &ParseNestedMeta<'_>, role: Role, place: &str, supported: &[&str]) -> syn::Error {
    if role == Role::Errors {
        return meta.error("serde isn't asked here: the code of a variant is `#[tencent(code = \"…\")]`");
    }
    if is_serdes(meta) { unsupported(meta, role, place, supported) } else { unknown(meta, place, supported) }
}

impl Member {
    const SUPPORTED: [&'static str; 4] = ["rename", "alias", "default", "skip_serializing_if"];

    pub(crate) fn read(attributes: &[Attribute], report: &Report) -> Self {
        let mut member = Self::default();
        for_each(attributes, report, |meta| member.read_one(meta));
        member
    }

    fn read_one(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        match name.as_str() {
            "rename" if !meta.input.peek(syn::token::Paren) => self.rename.once(meta, name_of(meta)?),
            "alias" => {
                self.aliases.push(name_of(meta)?);
                Ok(())
            }
            "default" if meta.input.peek(Token![=]) => self.default.once(meta, Default::Path(path_of(meta)?)),
            "default" => self.default.once(meta, Default::Trait),
            "skip_serializing_if" => self.skip_serializing_if.once(meta, path_of(meta)?),
            "rename" => {
                self.beyond = true;
                self.rename_two_ways(meta)
            }
            _ if is_serdes(meta) => {
                self.beyond = true;
                self.nameless |= matches!(name.as_str(), "flatten" | "skip" | "skip_serializing");
                self.with |= matches!(name.as_str(), "with" | "serialize_with" | "deserialize_with");
                skip_to_comma(meta.input)
            }
            _ => Err(unknown(meta, "a field", &Self::SUPPORTED)),
        }
    }

    /// `rename(serialize = "…", deserialize = "…")`: the first is what a request sends.
    fn rename_two_ways(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        meta.parse_nested_meta(|way| {
            let name = name_of(&way)?;
            if way.path.is_ident("serialize") {
                self.rename = Some(name);
            }
            Ok(())
        })
    }
}

impl Choice {
    const SUPPORTED: [&'static str; 2] = ["rename", "alias"];

    pub(crate) fn read(role: Role, attributes: &[Attribute], report: &Report) -> Self {
        let mut choice = Self::default();
        for_each(attributes, report, |meta| {
            if role == Role::Data && meta.path.is_ident("rename") {
                return choice.rename.once(meta, name_of(meta)?);
            }
            if role == Role::Data && meta.path.is_ident("alias") {
                choice.aliases.push(name_of(meta)?);
                return Ok(());
            }
            Err(of_word(meta, role, "a variant", &Self::SUPPORTED))
        });
        choice
    }
}
