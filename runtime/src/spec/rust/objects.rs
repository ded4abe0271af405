//! The objects of a service, under their names in the metadata: requests, replies and data types.

use std::collections::BTreeMap;

use crate::spec::{Member, MemberKind, ServiceSpec};

/// An object that becomes a struct.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ObjectId<'a> {
    /// The request of this action.
    Request(&'a str),
    /// Its reply.
    Response(&'a str),
    /// A data type.
    Data(&'a str),
}

pub(super) struct Objects<'a>(BTreeMap<ObjectId<'a>, &'a [Member]>);

impl<'a> Objects<'a> {
    pub(super) fn new(spec: &'a ServiceSpec) -> Self {
        let requests = spec.actions.iter().map(|(name, action)| (ObjectId::Request(name), &action.input[..]));
        let replies = spec.actions.iter().map(|(name, action)| (ObjectId::Response(name), &action.output[..]));
        let data = spec.data.iter().map(|(name, data)| (ObjectId::Data(name), &data.members[..]));
        Self(requests.chain(replies).chain(data).collect())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (ObjectId<'a>, &'a [Member])> + '_ {
        self.0.iter().map(|(id, members)| (*id, *members))
    }

    /// Its members; of a reply, those beside the request id.
    pub(super) fn members(&self, id: ObjectId<'_>) -> impl Iterator<Item = &'a Member> + use<'a> {
        let members = self.0.get(&id).copied().unwrap_or_default();
        let is_reply = matches!(id, ObjectId::Response(_));
        members.iter().filter(move |member| !is_reply || member.name != "RequestId")
    }

    /// Whether it is a data type without members, which stands for any object. So does one that isn't described.
    pub(super) fn is_any(&self, name: &str) -> bool {
        self.members(ObjectId::Data(name)).next().is_none()
    }

    /// The data type that becomes a struct of its own, if a member holds one.
    pub(super) fn held(&self, kind: &'a MemberKind) -> Option<&'a str> {
        kind.data_name().filter(|name| !self.is_any(name))
    }
}
