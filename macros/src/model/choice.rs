//! An enum: words, and one variant that keeps any other.

use proc_macro2::Span;
use syn::{DeriveInput, Ident, LitStr, Type};

use super::Names;
use crate::args::Args;
use crate::item::{self, CatchAll, Enum};
use crate::report::Report;
use crate::role::Role;
use crate::runtime_path::RuntimePath;

/// An enum that is a string on the wire.
pub(crate) struct Choice<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) runtime: RuntimePath,
    /// Whether the words are error codes.
    pub(crate) is_errors: bool,
    pub(crate) words: Vec<Word<'a>>,
    /// The variant that keeps what is none of the words, and its type.
    pub(crate) catch_all: &'a Ident,
    pub(crate) kept: &'a Type,
}

/// A variant that stands for one value.
pub(crate) struct Word<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) value: String,
    pub(crate) aliases: Vec<String>,
}

impl<'a> Choice<'a> {
    pub(super) fn decide(
        role: Role,
        input: &'a DeriveInput,
        args: Args,
        item: Enum<'a>,
        report: &Report,
    ) -> Option<Self> {
        let Enum { serde, words, catch_all } = item;
        let mut names = Names::default();
        let words = words
            .into_iter()
            .map(|item::Word { ident, serde: word, code }| {
                let said = code.or(word.rename);
                let span = said.as_ref().map_or_else(|| ident.span(), LitStr::span);
                let name = syn::ext::IdentExt::unraw(ident).to_string();
                let value = said.map_or_else(
                    || serde.rename_all.map_or_else(|| name.clone(), |rule| rule.apply_to_variant(&name)),
                    |said| said.value(),
                );
                let mut add = |value: &str, span: Span| {
                    names.add(value, span, ident, report, |first| {
                        format!("`{value}` is already a value of the variant `{first}`")
                    });
                };
                add(&value, span);
                let aliases: Vec<_> = word.aliases.iter().map(|alias| (alias.value(), alias.span())).collect();
                let aliases = aliases.into_iter().filter(|(alias, _)| *alias != value);
                let aliases = aliases.inspect(|(alias, span)| add(alias, *span)).map(|(alias, _)| alias).collect();
                Word { ident, value, aliases }
            })
            .collect();
        let CatchAll { ident: catch_all, ty: kept } = catch_all?;
        let is_errors = role == Role::Errors;
        Some(Self { input, runtime: args.runtime, is_errors, words, catch_all, kept })
    }
}
