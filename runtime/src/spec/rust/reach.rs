//! Which objects hold which.

use std::collections::{BTreeMap, BTreeSet};

use super::objects::{ObjectId, Objects};
use crate::spec::MemberKind;

/// Where a struct occurs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Directions {
    pub(super) sent: bool,
    pub(super) received: bool,
}

pub(super) struct Reach<'a> {
    /// The data types that an object holds.
    holds: BTreeMap<ObjectId<'a>, BTreeSet<&'a str>>,
    /// Those that it holds other than in lists, all the way down.
    inline: BTreeMap<&'a str, BTreeSet<&'a str>>,
    sent: BTreeSet<&'a str>,
    received: BTreeSet<&'a str>,
}

impl<'a> Reach<'a> {
    pub(super) fn new(objects: &Objects<'a>) -> Self {
        let holds = |id| objects.members(id).filter_map(|member| objects.held(&member.kind)).collect();
        let holds: BTreeMap<_, BTreeSet<&'a str>> = objects.iter().map(|(id, _)| (id, holds(id))).collect();
        let mut reach = Self { holds, inline: BTreeMap::new(), sent: BTreeSet::new(), received: BTreeSet::new() };
        // What the metadata says of where a data type occurs isn't always so.
        let ids = || objects.iter().map(|(id, _)| id);
        reach.sent = reach.from(ids().filter(|id| matches!(id, ObjectId::Request(_))));
        reach.received = reach.from(ids().filter(|id| matches!(id, ObjectId::Response(_))));
        reach.inline = inline(objects);
        reach
    }

    /// The data types that these actions reach.
    pub(super) fn of(&self, actions: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
        self.from(actions.flat_map(|name| [ObjectId::Request(name), ObjectId::Response(name)]))
    }

    fn from(&self, ids: impl Iterator<Item = ObjectId<'a>>) -> BTreeSet<&'a str> {
        let held = |id| self.holds.get(&id).into_iter().flatten().copied();
        let mut found: BTreeSet<&'a str> = BTreeSet::new();
        let mut open: Vec<&str> = ids.flat_map(held).collect();
        while let Some(name) = open.pop() {
            if found.insert(name) {
                open.extend(held(ObjectId::Data(name)));
            }
        }
        found
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
