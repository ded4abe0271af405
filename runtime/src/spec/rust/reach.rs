//! Which objects hold which.

use std::collections::{BTreeMap, BTreeSet};

use super::objects::{ObjectId, Objects};
use crate::spec::{MemberKind, ServiceSpec};

/// Where a struct occurs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Directions {
    pub(super) sent: bool,
    pub(super) received: bool,
}

pub(super) struct Reach<'a> {
    spec: &'a ServiceSpec,
    /// The data types that each holds other than in lists, all the way down.
    inline: BTreeMap<&'a str, BTreeSet<&'a str>>,
    sent: BTreeSet<&'a str>,
    received: BTreeSet<&'a str>,
}

impl<'a> Reach<'a> {
    pub(super) fn new(spec: &'a ServiceSpec, objects: &Objects<'a>) -> Self {
        Self { spec, inline: inline(objects), sent: spec.sent(), received: spec.received() }
    }

    /// The data types that these actions reach, and that become structs.
    pub(super) fn of(&self, actions: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
        let actions = actions.filter_map(|name| self.spec.actions.get(name));
        let reached = self.spec.reached(actions.flat_map(|action| action.input.iter().chain(&action.output)));
        reached.into_iter().filter(|(_, data)| !data.members.is_empty()).map(|(name, _)| name).collect()
    }

    pub(super) fn directions(&self, id: ObjectId<'_>) -> Directions {
        match id {
            ObjectId::Request(_) => Directions { sent: true, received: false },
            ObjectId::Response(_) => Directions { sent: false, received: true },
            ObjectId::Data(name) => {
                Directions { sent: self.sent.contains(name), received: self.received.contains(name) }
            }
        }
    }

    /// Whether an action sends it or receives it.
    pub(super) fn is_reached(&self, id: ObjectId<'_>) -> bool {
        self.directions(id) != Directions::default()
    }

    /// Whether a member of this object that holds the data type, and isn't a list, needs a `Box`.
    pub(super) fn is_recursive(&self, id: ObjectId<'_>, kind: &MemberKind) -> bool {
        let (ObjectId::Data(owner), MemberKind::Data(held)) = (id, kind) else { return false };
        owner == held || self.inline.get(held.as_str()).is_some_and(|names| names.contains(owner))
    }
}

/// What each data type holds other than in lists, all the way down.
fn inline<'a>(objects: &Objects<'a>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let direct = |name| {
        let members = objects.members(ObjectId::Data(name));
        members.filter_map(|member| match &member.kind {
            MemberKind::Data(held) if !objects.is_any(held) => Some(held.as_str()),
            _ => None,
        })
    };
    let of = |name| {
        let mut found = BTreeSet::new();
        let mut open: Vec<&str> = direct(name).collect();
        while let Some(name) = open.pop() {
            if found.insert(name) {
                open.extend(direct(name));
            }
        }
        found
    };
    let names = objects.iter().filter_map(|(id, _)| match id {
        ObjectId::Data(name) => Some(name),
        _ => None,
    });
    names.map(|name| (name, of(name))).collect()
}
