//! Fields.

use super::{Context, Part, rename};
use crate::spec::markup::blocks;
use crate::spec::rust::known;
use crate::spec::rust::names::{FieldName, field_names};
use crate::spec::rust::objects::ObjectId;
use crate::spec::rust::values::{self, Values};
use crate::spec::{Member, MemberKind};

impl<'a> Context<'a, '_> {
    pub(super) fn fields(&self, id: ObjectId<'a>) -> Vec<Part> {
        let members: Vec<_> = self.objects.members(id).collect();
        let names: Vec<_> = members.iter().map(|member| member.name.as_str()).collect();
        let fields = members.iter().zip(field_names(&names)).map(|(member, name)| self.field(id, member, &name));
        let mut fields: Vec<_> = fields.collect();
        if matches!(id, ObjectId::Request(action) if known::is_raw(&self.spec.service, action)) {
            fields.push(Part {
                docs: Vec::new(),
                attributes: vec!["#[tencent(body)]".to_owned()],
                code: "pub body".to_owned(),
                ty: Some("Vec<u8>".to_owned()),
                choice: None,
            });
        }
        fields
    }

    fn field(&self, id: ObjectId<'a>, member: &'a Member, name: &FieldName) -> Part {
        let choice = self.choices.of(id, &member.name).map(|choice| choice.name.clone());
        let text = || {
            let blocks = blocks(&member.document);
            // The values are told where they are declared.
            let values = choice.as_ref().and_then(|_| values::read(&blocks));
            values.map_or(blocks, |Values { rest, .. }| rest)
        };
        let mut attributes = Vec::new();
        attributes.extend(is_client_token(id, member).then(|| "#[tencent(client_token)]".to_owned()));
        attributes.extend((member.kind == MemberKind::Binary).then(|| "#[tencent(binary)]".to_owned()));
        attributes.extend(name.renamed.then(|| rename(&member.name)));
        attributes.extend(member.deprecated.then(|| "#[deprecated]".to_owned()));
        Part {
            docs: self.docs(text, 4),
            attributes,
            code: format!("pub {}", name.ident),
            ty: Some(self.field_type(id, member, choice.as_deref())),
            choice,
        }
    }

    fn field_type(&self, id: ObjectId<'a>, member: &'a Member, choice: Option<&str>) -> String {
        let kind = choice.map_or_else(|| self.kind(&member.kind), str::to_owned);
        let kind = if self.reach.is_recursive(id, &member.kind) { format!("Box<{kind}>") } else { kind };
        // A reply without the list leaves it empty.
        let is_forgiven = matches!(member.kind, MemberKind::List(_)) && !self.reach.directions(id).sent;
        if is_forgiven || self.is_required(id, member) { kind } else { format!("Option<{kind}>") }
    }

    /// Whether it can't be left out: of what comes in replies, everything may be missing.
    pub(super) fn is_required(&self, id: ObjectId<'_>, member: &Member) -> bool {
        let is_sent_only = !self.reach.directions(id).received;
        member.required && is_sent_only && !is_client_token(id, member) && !self.reach.is_recursive(id, &member.kind)
    }
}

/// Whether it is the token by which a request is known that comes again. Where it is `None`, one is made.
fn is_client_token(id: ObjectId<'_>, member: &Member) -> bool {
    matches!(id, ObjectId::Request(_)) && member.name == "ClientToken" && member.kind == MemberKind::String
}
