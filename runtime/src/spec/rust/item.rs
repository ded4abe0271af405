//! Items: what is written for an action, its reply, a data type or an enum.

mod attribute;
mod derives;
mod fields;

use std::collections::BTreeSet;

use super::choices::{Choice, Choices};
use super::objects::{ObjectId, Objects};
use super::reach::Reach;
use super::types::TypeNames;
use super::{RustOptions, doc};
use crate::spec::markup::{Block, blocks};
use crate::spec::{ActionSpec, MemberKind, ServiceSpec, Status};

/// An item, but for its formatting.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) name: String,
    pub(super) docs: Vec<String>,
    /// `tencent_action` or `tencent_data`, and its arguments.
    pub(super) attribute: &'static str,
    pub(super) arguments: Vec<String>,
    /// The attributes below it.
    pub(super) attributes: Vec<String>,
    pub(super) is_enum: bool,
    /// Fields or variants.
    pub(super) parts: Vec<Part>,
}

/// A field or a variant.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) docs: Vec<String>,
    pub(super) attributes: Vec<String>,
    /// `pub task_id`, or a variant.
    pub(super) code: String,
    /// The type of a field.
    pub(super) ty: Option<String>,
    /// The enum that it holds.
    pub(super) choice: Option<String>,
}

/// What a service is made of.
pub(super) struct Context<'a, 'c> {
    pub(super) spec: &'a ServiceSpec,
    pub(super) objects: &'c Objects<'a>,
    pub(super) reach: &'c Reach<'a>,
    pub(super) types: &'c TypeNames<'a>,
    pub(super) choices: &'c Choices<'a>,
    pub(super) options: &'c RustOptions,
}

impl<'a> Context<'a, '_> {
    /// An action, and its reply if that has more than a request id.
    pub(super) fn action(&self, name: &'a str) -> Vec<Item> {
        let Some(action) = self.spec.actions.get(name) else { return Vec::new() };
        let (request, response) = (ObjectId::Request(name), ObjectId::Response(name));
        let mut items = vec![Item {
            docs: self.docs(|| about(action), 0),
            attribute: "tencent_action",
            arguments: self.arguments(action),
            ..self.object(request, matches!(action.status, Status::Deprecated | Status::Offline))
        }];
        if self.objects.members(response).next().is_some() {
            let docs = || vec![Block::Paragraph(format!("What `{}` answers.", self.types.of(request)))];
            items.push(Item { docs: self.docs(docs, 0), ..self.object(response, false) });
        }
        items
    }

    /// The data types of these names.
    pub(super) fn data(&self, names: &BTreeSet<&'a str>) -> Vec<Item> {
        let data = names.iter().filter_map(|name| self.spec.data.get(*name));
        data.map(|data| Item {
            docs: self.docs(|| blocks(&data.document), 0),
            ..self.object(ObjectId::Data(&data.name), false)
        })
        .collect()
    }

    /// The enums that fields of these items hold.
    pub(super) fn choices_in(&self, items: &[Item], others: &[Item]) -> Vec<Item> {
        let parts = items.iter().chain(others).flat_map(|item| &item.parts);
        let held: BTreeSet<&str> = parts.filter_map(|part| part.choice.as_deref()).collect();
        self.choices.iter().filter(|choice| held.contains(&*choice.name)).map(|choice| self.choice(choice)).collect()
    }

    fn object(&self, id: ObjectId<'a>, is_deprecated: bool) -> Item {
        let mut attributes = vec![self.derives(id)];
        attributes.extend(is_deprecated.then(|| "#[deprecated]".to_owned()));
        Item {
            name: self.types.of(id).to_owned(),
            docs: Vec::new(),
            attribute: "tencent_data",
            arguments: self.data_arguments(id),
            attributes,
            is_enum: false,
            parts: self.fields(id),
        }
    }

    fn choice(&self, choice: &Choice<'_>) -> Item {
        let mut attributes = vec!["#[derive(Debug, Clone, PartialEq, Eq)]".to_owned()];
        attributes.extend(choice.rule.map(|rule| format!("#[serde(rename_all = \"{}\")]", rule.name())));
        let variants = choice.variants.iter().map(|variant| Part {
            docs: self.docs(|| vec![Block::Paragraph(variant.meaning.clone())], 4),
            attributes: Vec::from_iter(variant.renamed.then(|| rename(&variant.value))),
            code: variant.ident.clone(),
            ty: None,
            choice: None,
        });
        let catch_all = Part {
            docs: self.docs(|| vec![Block::Paragraph("Any other value.".to_owned())], 4),
            attributes: Vec::new(),
            code: format!("{}(String)", choice.catch_all),
            ty: None,
            choice: None,
        };
        Item {
            name: choice.name.clone(),
            docs: self.docs(|| vec![Block::Paragraph(format!("Values of `{}`.", choice.member))], 0),
            attribute: "tencent_data",
            arguments: self.crate_argument().into_iter().collect(),
            attributes,
            is_enum: true,
            parts: variants.chain([catch_all]).collect(),
        }
    }

    fn docs(&self, blocks: impl FnOnce() -> Vec<Block>, indent: usize) -> Vec<String> {
        if self.options.docs { doc::lines(&blocks(), indent) } else { Vec::new() }
    }

    /// The type of a value, `Vec<Task>`.
    pub(super) fn kind(&self, kind: &'a MemberKind) -> String {
        match kind {
            MemberKind::String | MemberKind::DateTimeIso | MemberKind::DateTime | MemberKind::Date => {
                "String".to_owned()
            }
            MemberKind::Int64 => "i64".to_owned(),
            MemberKind::Uint64 => "u64".to_owned(),
            MemberKind::Float => "f64".to_owned(),
            MemberKind::Bool => "bool".to_owned(),
            MemberKind::Binary => "Vec<u8>".to_owned(),
            MemberKind::List(item) => format!("Vec<{}>", self.kind(item)),
            MemberKind::Data(_) | MemberKind::Unknown(_) => match self.objects.held(kind) {
                Some(held) => self.types.of(ObjectId::Data(held)).to_owned(),
                None => "serde_json::Value".to_owned(),
            },
        }
    }
}

/// The action's title, and below it the text.
fn about(action: &ActionSpec) -> Vec<Block> {
    let (mut about, text) = (blocks(&action.title), blocks(&action.document));
    let says_it = matches!((&about[..], text.first()), ([Block::Paragraph(title)], Some(Block::Paragraph(first))) if first.starts_with(title));
    if says_it {
        about.clear();
    }
    about.extend(text);
    about
}

fn rename(wire_name: &str) -> String {
    format!("#[serde(rename = \"{wire_name}\")]")
}
