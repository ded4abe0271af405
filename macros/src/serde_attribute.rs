//! The serde attributes that we honour.

use proc_macro2::TokenTree;
use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::{Attribute, ExprPath, LitStr, Token};

use crate::nearest::suggest;
use crate::rename_rule::RenameRule;
use crate::report::Report;

const OF_FIELDS: [&str; 4] = ["rename", "alias", "default", "skip_serializing_if"];
const OF_STRUCTS: [&str; 1] = ["rename_all"];

/// What `#[serde(…)]` on the struct says.
#[derive(Debug, Default)]
pub(crate) struct Container {
    pub(crate) rename_all: RenameRule,
}

/// What `#[serde(…)]` on a field says.
#[derive(Debug, Default)]
pub(crate) struct Member {
    pub(crate) rename: Option<LitStr>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) default: Option<Default>,
    pub(crate) skip_serializing_if: Option<ExprPath>,
}

/// What stands in for a member that isn't there.
#[derive(Debug)]
pub(crate) enum Default {
    /// `default`
    Trait,
    /// `default = "path"`
    Path(ExprPath),
}

impl Container {
    pub(crate) fn read(attributes: &[Attribute], report: &Report) -> Self {
        let mut container = Self::default();
        for_each(attributes, report, |meta| {
            if !meta.path.is_ident("rename_all") {
                return Err(unknown(meta, "a struct", &OF_STRUCTS));
            }
            let rule: LitStr = meta.value()?.parse()?;
            container.rename_all = RenameRule::from_name(&rule.value()).ok_or_else(|| {
                let known = RenameRule::NAMES.map(|(name, _)| name);
                syn::Error::new(rule.span(), format!("unknown rule: {}", suggest(&rule.value(), &known)))
            })?;
            Ok(())
        });
        container
    }
}

impl Member {
    pub(crate) fn read(attributes: &[Attribute], report: &Report) -> Self {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("tencent")) {
            report.at(attribute, "there is no `tencent` attribute for fields");
        }
        let mut member = Self::default();
        for_each(attributes, report, |meta| member.read_one(meta));
        member
    }

    fn read_one(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        match name.as_str() {
            "rename" => {
                if !meta.input.peek(Token![=]) {
                    return Err(meta.error("write one name for both ways: `rename = \"…\"`"));
                }
                self.rename = Some(name_of(meta)?);
            }
            "alias" => self.aliases.push(name_of(meta)?),
            "default" if meta.input.peek(Token![=]) => self.default = Some(Default::Path(path_of(meta)?)),
            "default" => self.default = Some(Default::Trait),
            "skip_serializing_if" => self.skip_serializing_if = Some(path_of(meta)?),
            _ => return Err(unknown(meta, "a field", &OF_FIELDS)),
        }
        Ok(())
    }
}

/// Reads each item of each `#[serde(…)]`; a fault in one doesn't keep the next from being read.
fn for_each(attributes: &[Attribute], report: &Report, mut read: impl FnMut(&ParseNestedMeta<'_>) -> syn::Result<()>) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let outcome = attribute.parse_nested_meta(|meta| {
            if let Err(fault) = read(&meta) {
                report.add(fault);
                skip_to_comma(meta.input)?;
            }
            Ok(())
        });
        if let Err(fault) = outcome {
            report.add(fault);
        }
    }
}

fn unknown(meta: &ParseNestedMeta<'_>, place: &str, known: &[&str]) -> syn::Error {
    let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
    let message = format!("`tencent_action` doesn't know `{name}` on {place}: {}", suggest(&name, known));
    syn::Error::new_spanned(&meta.path, message)
}

fn name_of(meta: &ParseNestedMeta<'_>) -> syn::Result<LitStr> {
    let name: LitStr = meta.value()?.parse()?;
    if name.value().is_empty() {
        return Err(syn::Error::new(name.span(), "a member can't have an empty name"));
    }
    Ok(name)
}

fn path_of(meta: &ParseNestedMeta<'_>) -> syn::Result<ExprPath> {
    let path: LitStr = meta.value()?.parse()?;
    path.parse().map_err(|_| syn::Error::new(path.span(), "expected the path of a function between the quotes"))
}

fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
