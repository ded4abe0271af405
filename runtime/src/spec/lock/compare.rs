//! A lock against other metadata.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Fact, LockedAction, LockedData};
use super::write::{kind, usage};
use super::{Change, Lock};
use crate::spec::{MemberKind, ServiceSpec, SpecError, Status, Usage};

/// Whose members are compared, and what they are called.
#[derive(Clone, Copy)]
struct Role<'a> {
    subject: &'a str,
    what: &'static str,
    usage: Usage,
}

pub(super) fn changes(lock: &Lock, newer: &ServiceSpec) -> Result<Vec<Change>, SpecError> {
    let mut changes = Vec::new();
    for (name, before) in &lock.actions {
        match newer.actions.get(name) {
            Some(action) => actions(name, before, &LockedAction::new(action)?, &action.status, &mut changes),
            None => changes.push(Change::new(name, "the action is gone", true)),
        }
    }
    for (name, before) in &lock.data {
        match newer.data.get(name) {
            Some(now) => data(name, before, &LockedData::new(now)?, &mut changes),
            None => changes.push(Change::new(name, "the data type is gone", true)),
        }
    }
    Ok(changes)
}

fn actions(name: &str, before: &LockedAction, now: &LockedAction, status: &Status, changes: &mut Vec<Change>) {
    match (before.deprecated, now.deprecated) {
        (false, true) if *status == Status::Offline => {
            changes.push(Change::new(name, "the action is offline, and answers no more", true));
        }
        (false, true) => changes.push(Change::new(name, "the action is deprecated", false)),
        (true, false) => changes.push(Change::new(name, "the action isn't deprecated any more", false)),
        _ => {}
    }
    let role = |what, usage| Role { subject: name, what, usage };
    members(role("parameter", Usage::In), &before.input, &now.input, changes);
    members(role("member of the reply", Usage::Out), &before.output, &now.output, changes);
}

fn data(name: &str, before: &LockedData, now: &LockedData, changes: &mut Vec<Change>) {
    if before.usage != now.usage {
        let text = format!("the data type is `{}`, and was `{}`", usage(now.usage), usage(before.usage));
        changes.push(Change::new(name, text, false));
    }
    let role = Role { subject: name, what: "member", usage: now.usage };
    members(role, &before.members, &now.members, changes);
}

fn members(role: Role<'_>, before: &BTreeMap<String, Fact>, now: &BTreeMap<String, Fact>, changes: &mut Vec<Change>) {
    let names: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    for name in names {
        let mut push = |text: String, is_breaking| {
            changes.push(Change::new(role.subject, format!("{} `{name}` {text}", role.what), is_breaking));
        };
        match (before.get(name), now.get(name)) {
            (Some(before), Some(now)) => facts(role.usage, before, now, push),
            (Some(_), None) => push("is gone".into(), true),
            (None, Some(fact)) => {
                let required = if fact.required { ", and required" } else { "" };
                push(format!("is new, `{}`{required}", kind(&fact.kind)), fact.required);
            }
            (None, None) => {}
        }
    }
}

fn facts(usage: Usage, before: &Fact, now: &Fact, mut push: impl FnMut(String, bool)) {
    if before.kind != now.kind {
        let text = format!("is `{}`, and was `{}`", kind(&now.kind), kind(&before.kind));
        push(text, !is_same_on_wire(&before.kind, &now.kind));
    }
    let flags = [
        (before.required, now.required, "is required now", "isn't required any more", true),
        // It may lose a reply that holds no `Option` for it.
        (before.nullable, now.nullable, "may be null now", "is never null any more", usage != Usage::In),
        (before.deprecated, now.deprecated, "is deprecated", "isn't deprecated any more", false),
    ];
    for (before, now, set, cleared, breaks_if_set) in flags {
        match (before, now) {
            (false, true) => push(set.into(), breaks_if_set),
            (true, false) => push(cleared.into(), false),
            _ => {}
        }
    }
}

/// Whether two types are the same to a declaration: dates are texts.
fn is_same_on_wire(one: &MemberKind, other: &MemberKind) -> bool {
    let is_text = |kind: &MemberKind| {
        use MemberKind::{Date, DateTime, DateTimeIso, String};
        matches!(kind, String | DateTimeIso | DateTime | Date)
    };
    match (one, other) {
        (MemberKind::List(one), MemberKind::List(other)) => is_same_on_wire(one, other),
        _ => one == other || (is_text(one) && is_text(other)),
    }
}
