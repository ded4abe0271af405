//! The serde attributes that we honour.

mod read;
mod unknown;

use syn::meta::ParseNestedMeta;
use syn::{Attribute, ExprPath, LitStr, Token};

use self::read::{Once, for_each, name_of, path_of, string_of};
use self::unknown::unknown;
use crate::nearest::suggest;
use crate::rename_rule::RenameRule;
use crate::report::Report;

/// What `#[serde(…)]` on the struct says.
#[derive(Default)]
pub(crate) struct Container {
    pub(crate) rename_all: RenameRule,
}

/// What `#[serde(…)]` on a field says.
#[derive(Default)]
pub(crate) struct Member {
    pub(crate) rename: Option<LitStr>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) default: Option<Default>,
    pub(crate) skip_serializing_if: Option<ExprPath>,
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
    pub(crate) fn read(attributes: &[Attribute], report: &Report) -> Self {
        let mut container = Self::default();
        for_each(attributes, report, |meta| {
            if !meta.path.is_ident("rename_all") {
                return Err(unknown(meta, "a struct", &Self::SUPPORTED));
            }
            container.rename_all = rule_of(&string_of(meta)?)?;
            Ok(())
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

impl Member {
    const SUPPORTED: [&'static str; 4] = ["rename", "alias", "default", "skip_serializing_if"];

    pub(crate) fn read(attributes: &[Attribute], report: &Report) -> Self {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("tencent")) {
            report.at(
                attribute,
                "there is no attribute `tencent` for fields: serde's are read, as in `#[serde(rename = \"…\")]`",
            );
        }
        let mut member = Self::default();
        for_each(attributes, report, |meta| member.read_one(meta));
        member
    }

    fn read_one(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        match name.as_str() {
            "rename" => self.rename.once(meta, name_of(meta)?),
            "alias" => {
                self.aliases.push(name_of(meta)?);
                Ok(())
            }
            "default" if meta.input.peek(Token![=]) => self.default.once(meta, Default::Path(path_of(meta)?)),
            "default" => self.default.once(meta, Default::Trait),
            "skip_serializing_if" => self.skip_serializing_if.once(meta, path_of(meta)?),
            _ => Err(unknown(meta, "a field", &Self::SUPPORTED)),
        }
    }
}
