//! The item as the user wrote it, its attributes read.

use syn::{Data, DeriveInput, Field, Fields, Ident, LitStr, Type, Variant};

use crate::report::Report;
use crate::role::Role;
use crate::serde_attribute::{Choice, Container, Member};
use crate::tencent_attribute;

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
    pub(crate) client_token: bool,
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
    pub(crate) code: Option<LitStr>,
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
        let read = |field: &'a Field| {
            let client_token = match role {
                Role::Action => tencent_attribute::client_token(&field.attrs, report),
                Role::Data | Role::Errors => {
                    tencent_attribute::none(&field.attrs, report);
                    false
                }
            };
            let serde = Member::read(&field.attrs, report);
            Some(NamedField { ident: field.ident.as_ref()?, field, serde, client_token })
        };
        Self { serde, fields: fields.iter().filter_map(read).collect() }
    }
}

impl<'a> Enum<'a> {
    fn read(role: Role, input: &'a DeriveInput, variants: impl Iterator<Item = &'a Variant>, report: &Report) -> Self {
        let serde = Container::of_enum(role, &input.attrs, report);
        if !input.generics.params.is_empty() {
            report.at(&input.generics, format!("an enum of `{}` has no generics", role.attribute()));
        }
        let (mut words, mut catch_all) = (Vec::new(), None::<CatchAll<'a>>);
        for variant in variants {
            let ident = &variant.ident;
            let read = Word::read(role, variant, report);
            match (&variant.fields, &catch_all) {
                (Fields::Unit, _) => words.push(read),
                (Fields::Unnamed(fields), None) if fields.unnamed.len() == 1 => {
                    catch_all = Some(CatchAll { ident, ty: &fields.unnamed[0].ty });
                }
                (Fields::Unnamed(fields), Some(first)) if fields.unnamed.len() == 1 => {
                    let first = first.ident;
                    report.at(variant, format!("`{first}` keeps unknown values already: remove one of them"));
                }
                _ => report.at(
                    variant,
                    "a variant is a word, without fields, or the one that keeps unknown values, as in `Other(String)`",
                ),
            }
        }
        if catch_all.is_none() {
            report.at(&input.ident, "new values will come: add a variant that keeps them, as in `Other(String)`");
        }
        Self { serde, words, catch_all }
    }
}

impl<'a> Word<'a> {
    fn read(role: Role, variant: &'a Variant, report: &Report) -> Self {
        let code = match role {
            Role::Errors => tencent_attribute::code(&variant.attrs, report),
            Role::Action | Role::Data => {
                tencent_attribute::none(&variant.attrs, report);
                None
            }
        };
        Self { ident: &variant.ident, serde: Choice::read(role, &variant.attrs, report), code }
    }
}
