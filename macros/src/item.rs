//! The item as the user wrote it, its attributes read.

use std::collections::HashSet;

use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Field, Fields, Ident, Type, Variant};

use crate::nested::{at_key, for_each};
use crate::report::Report;
use crate::role::Role;
use crate::serde_attribute::{Choice, Container, Member};
use crate::tencent_attribute::{self, Code, Marks};

pub(crate) enum Item<'a> {
    Struct(Struct<'a>),
    Enum(Enum<'a>),
}

/// A struct with named fields, or without any.
pub(crate) struct Struct<'a> {
    pub(crate) serde: Container,
    pub(crate) fields: Vec<NamedField<'a>>,
}

pub(crate) struct NamedField<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) field: &'a Field,
    pub(crate) serde: Member,
    /// Whether some of what serde's attributes say was faulty, so that the name isn't known.
    pub(crate) faulty: bool,
    pub(crate) marks: Marks,
}

/// An enum of words, and of one variant that keeps any other.
pub(crate) struct Enum<'a> {
    pub(crate) serde: Container,
    pub(crate) words: Vec<Word<'a>>,
    pub(crate) catch_all: Option<CatchAll<'a>>,
}

pub(crate) struct Word<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) serde: Choice,
    pub(crate) code: Code,
}

pub(crate) struct CatchAll<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
}

impl<'a> Item<'a> {
    pub(crate) fn read(role: Role, input: &'a DeriveInput, report: &Report) -> Option<Self> {
        let needs = || format!("`{}` needs {}", role.attribute(), role.needs());
        match &input.data {
            Data::Struct(data) if role == Role::Errors => report.at(data.struct_token, needs()),
            Data::Struct(data) => match &data.fields {
                Fields::Unnamed(fields) => report.at(fields, needs()),
                fields => return Some(Self::Struct(Struct::read(role, input, fields, report))),
            },
            Data::Enum(data) if role == Role::Action => report.at(data.enum_token, needs()),
            Data::Enum(data) => return Some(Self::Enum(Enum::read(role, input, data.variants.iter(), report))),
            Data::Union(data) => report.at(data.union_token, needs()),
        }
        None
    }
}

impl<'a> Struct<'a> {
    fn read(role: Role, input: &'a DeriveInput, fields: &'a Fields, report: &Report) -> Self {
        let serde = Container::of_struct(role, &input.attrs, report);
        check_idents(fields.iter().filter_map(|field| field.ident.as_ref()), report);
        let read = |field: &'a Field| {
            let marks = match role {
                Role::Action => tencent_attribute::marks(&field.attrs, report),
                Role::Data | Role::Errors => {
                    tencent_attribute::none("a field", &field.attrs, report);
                    Marks::default()
                }
            };
            let (serde, right) = Member::read(&field.attrs, report);
            Some(NamedField { ident: field.ident.as_ref()?, field, serde, faulty: !right, marks })
        };
        Self { serde, fields: fields.iter().filter_map(read).collect() }
    }
}

impl<'a> Enum<'a> {
    fn read(
        role: Role,
        input: &'a DeriveInput,
        variants: impl Iterator<Item = &'a Variant> + Clone,
        report: &Report,
    ) -> Self {
        let serde = Container::of_enum(role, &input.attrs, report);
        check_idents(variants.clone().map(|variant| &variant.ident), report);
        if !input.generics.params.is_empty() {
            let message = format!(
                "an enum of `{}` has no generics: remove them, and keep text as in `Other(String)`",
                role.attribute()
            );
            report.at(&input.generics, message);
        }
        let mut item = Self { serde, words: Vec::new(), catch_all: None };
        let shapes: Vec<_> = variants.map(|variant| item.add(role, variant, report)).collect();
        // A variant with a fault may be the one that is missing.
        let meant = shapes.contains(&false) || item.words.iter().any(|word| word.serde.other.is_some());
        if item.catch_all.is_none() && !meant {
            report.at(&input.ident, "new values will come: add a variant that keeps them, as in `Other(String)`");
        }
        item
    }

    /// Adds a variant; says whether it has a shape that it can have.
    fn add(&mut self, role: Role, variant: &'a Variant, report: &Report) -> bool {
        match (&variant.fields, &self.catch_all) {
            (Fields::Unit, _) => self.words.push(Word::read(role, variant, report)),
            (Fields::Unnamed(fields), first) if fields.unnamed.len() == 1 => {
                if let Some(CatchAll { ident, .. }) = first {
                    report.at(&variant.ident, format!("`{ident}` keeps unknown values already: remove one of them"));
                }
                let read = CatchAll::read(variant, &fields.unnamed[0], report);
                self.catch_all.get_or_insert(read);
            }
            (fields, _) => {
                Word::read(role, variant, report);
                report
                    .at(fields, "a variant is a word, without fields, or keeps unknown values, as in `Other(String)`");
                return false;
            }
        }
        true
    }
}

impl<'a> Word<'a> {
    fn read(role: Role, variant: &'a Variant, report: &Report) -> Self {
        let ident = &variant.ident;
        let code = match role {
            Role::Errors => tencent_attribute::code(&variant.attrs, report),
            Role::Action | Role::Data => {
                tencent_attribute::none("a variant", &variant.attrs, report);
                Code::default()
            }
        };
        let serde = Choice::read(role, &variant.attrs, report);
        if let Some(other) = serde.other {
            report.at_span(
                other,
                format!("`{ident}` can't keep an unknown value: write `{ident}(String)`, without this"),
            );
        }
        Self { ident, serde, code }
    }
}

impl<'a> CatchAll<'a> {
    fn read(variant: &'a Variant, field: &'a Field, report: &Report) -> Self {
        let (ident, ty) = (&variant.ident, &field.ty);
        for attributes in [&variant.attrs, &field.attrs] {
            for name in ["serde", "tencent"] {
                for_each(name, attributes, report, |meta| {
                    Err(at_key(meta, format!("`{ident}` keeps unknown values as they come: remove this")))
                });
            }
        }
        Self { ident, ty }
    }
}

/// That two have one name is told by the compiler, and would be again of code for them.
fn check_idents<'a>(mut idents: impl Iterator<Item = &'a Ident>, report: &Report) {
    let mut known = HashSet::new();
    if !idents.all(|ident| known.insert(ident.unraw())) {
        report.told_by_compiler();
    }
}
