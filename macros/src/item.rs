//! The struct as the user wrote it, its attributes read.

use syn::{Data, DeriveInput, Field, Fields};

use crate::report::Report;
use crate::serde_attribute::{Container, Member};

const NEEDS: &str = "`tencent_action` needs a struct with named fields, or a unit struct";

/// A struct with named fields, or without any.
pub(crate) struct Item<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) serde: Container,
    pub(crate) fields: Vec<(&'a Field, Member)>,
}

impl<'a> Item<'a> {
    pub(crate) fn read(input: &'a DeriveInput, report: &Report) -> Option<Self> {
        let fields = fields(input, report)?;
        let serde = Container::read(&input.attrs, report);
        let fields = fields.into_iter().map(|field| (field, Member::read(&field.attrs, report))).collect();
        Some(Self { input, serde, fields })
    }
}

fn fields<'a>(input: &'a DeriveInput, report: &Report) -> Option<Vec<&'a Field>> {
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return Some(fields.named.iter().collect()),
            Fields::Unit => return Some(Vec::new()),
            Fields::Unnamed(fields) => report.at(fields, NEEDS),
        },
        Data::Enum(data) => report.at(data.enum_token, NEEDS),
        Data::Union(data) => report.at(data.union_token, NEEDS),
    }
    None
}
