//! An enum: words, and one variant that keeps any other.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{DeriveInput, Ident, LitStr, Type};

use super::names::Names;
use crate::args::Args;
use crate::item::{self, CatchAll, Enum};
use crate::kind::{is_option, kind_of};
use crate::rename_rule::RenameRule;
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
        let words = words.into_iter().map(|word| {
            // What a fault has left open would be told as a fault of the names.
            let known = !(serde.faulty || word.serde.faulty || word.code.faulty);
            let (word, spans) = Word::decide(word, serde.rename_all);
            if known {
                check_values(role, &word, &spans, &mut names, report);
            }
            word
        });
        let words = words.collect();
        let CatchAll { ident: catch_all, ty: kept } = catch_all?;
        // With generics, it may be what needs them.
        if input.generics.params.is_empty() && !keeps_text(kept) {
            report.at(kept, format!("expected a type that keeps any text, as in `{catch_all}(String)`"));
        }
        let is_errors = role == Role::Errors;
        Some(Self { input, runtime: args.runtime, is_errors, words, catch_all, kept })
    }
}

impl<'a> Word<'a> {
    /// Of its value, then of each alias, also where the user wrote it.
    fn decide(word: item::Word<'a>, rule: Option<RenameRule>) -> (Self, Vec<Span>) {
        let item::Word { ident, serde, code } = word;
        let name = ident.unraw().to_string();
        let of_rule = || rule.map_or_else(|| name.clone(), |rule| rule.apply_to_variant(&name));
        let said = code.code.or(serde.rename);
        let mut spans = vec![said.as_ref().map_or_else(|| ident.span(), LitStr::span)];
        let value = said.map_or_else(of_rule, |said| said.value());
        let mut aliases = Vec::new();
        for alias in serde.aliases {
            // Serde lets one name stand there twice, so we do.
            if alias.value() != value && !aliases.contains(&alias.value()) {
                aliases.push(alias.value());
                spans.push(alias.span());
            }
        }
        (Self { ident, value, aliases }, spans)
    }
}

/// No value may mean two variants.
fn check_values<'a>(role: Role, word: &Word<'a>, spans: &[Span], names: &mut Names<'a>, report: &Report) {
    let (what, cure) = match role {
        Role::Errors => ("the code", "give one of them another with `#[tencent(code = \"…\")]`"),
        Role::Action | Role::Data => ("a value", "give one of them another with `#[serde(rename = \"…\")]`"),
    };
    for (index, (value, span)) in [&word.value].into_iter().chain(&word.aliases).zip(spans).enumerate() {
        let cure = if index == 0 { cure } else { "remove this alias" };
        names.add(value, *span, word.ident, report, |first| {
            format!("`{value}` is already {what} of the variant `{first}`: {cure}")
        });
    }
}

/// Whether a type can keep any text, as far as its name tells: it is no number, list or `Option`, and borrows nothing.
fn keeps_text(ty: &Type) -> bool {
    match ty {
        Type::Paren(paren) => keeps_text(&paren.elem),
        Type::Group(group) => keeps_text(&group.elem),
        Type::Path(path) => {
            let borrows = path.path.segments.last().is_some_and(|last| last.ident == "Cow");
            !borrows && !is_option(ty) && matches!(kind_of(ty), "String" | "Any")
        }
        Type::Macro(_) => true,
        _ => false,
    }
}
