//! Fields against facts.

use std::cell::RefCell;

use super::field;
use super::fits::{self, Fit};
use super::lock::{Direction, Fact, Kind};
use super::subject::Subject;
use crate::kind::is_option;
use crate::model::{Extent, Member, Naming, Object, Presence};
use crate::nearest::nearest;
use crate::report::Report;

/// How many names are listed where none is near.
const LISTED: usize = 12;

pub(super) fn check(object: &Object<'_>, subject: &Subject<'_>, report: &Report) {
    let check =
        Check { object, subject, report, missing: RefCell::new(subject.facts.iter().map(|fact| fact.name).collect()) };
    for member in object.members.iter().filter(|member| !member.nameless) {
        if let Some(fact) = subject.fact_of(member) {
            check.missing.borrow_mut().retain(|name| *name != fact.name);
        }
    }
    for member in object.members.iter().filter(|member| !member.nameless) {
        check.member(member);
    }
    check.required();
}

/// A declaration, and what it is held against.
struct Check<'a> {
    object: &'a Object<'a>,
    subject: &'a Subject<'a>,
    report: &'a Report,
    /// Names that no field has, and that no field with a fault must have meant.
    missing: RefCell<Vec<&'a str>>,
}

impl Check<'_> {
    fn member(&self, member: &Member<'_>) {
        match self.subject.fact_of(member) {
            Some(fact) => {
                self.kind(member, fact);
                self.presence(member, fact);
            }
            None if self.is_judged(member) => self.unknown(member),
            None => {}
        }
    }

    /// Whether its name is known, and is that by which it is read or written.
    fn is_judged(&self, member: &Member<'_>) -> bool {
        let is_request_id = self.subject.is_answer && member.wire_name == "RequestId";
        let is_other_way = member.naming == Naming::TwoWays && self.subject.direction != Direction::In;
        member.has_known_name && !is_request_id && !is_other_way
    }

    fn unknown(&self, member: &Member<'_>) {
        let (field, name, owner) = (member.ident, &member.wire_name, &self.subject.name);
        let says_name = field != name && member.naming == Naming::Rule;
        let start = if says_name {
            format!("`{field}` goes over the wire as `{name}`, which `{owner}` doesn't have")
        } else {
            format!("`{owner}` has no `{name}`")
        };
        let mut missing = self.missing.borrow_mut();
        let near = nearest(name, &missing);
        missing.retain(|name| Some(*name) != near);
        let rest = match near {
            Some(near) if says_name => format!("; did you mean `{near}`? {}", self.cure(name, near)),
            Some(near) => format!("; did you mean `{near}`?"),
            None if (1..=LISTED).contains(&missing.len()) => format!("; not declared yet: `{}`", missing.join("`, `")),
            None => String::new(),
        };
        self.report.at_span(member.name_span(), start + &rest);
    }

    /// How to give a field the name that is right.
    fn cure(&self, name: &str, near: &str) -> String {
        let rename = format!("`#[serde(rename = \"{near}\")]`");
        match field::ident(near, self.object.renames) {
            // Of an acronym, that would be a name that nobody writes.
            Some(ident) if !name.eq_ignore_ascii_case(near) => format!("Call it `{ident}`, or add {rename}"),
            _ => format!("Add {rename}"),
        }
    }

    fn kind(&self, member: &Member<'_>, fact: &Fact<'_>) {
        let Fact { name, ty, .. } = fact;
        let owner = &self.subject.name;
        let is_bytes = ty.kind == Kind::Binary && !ty.is_list;
        if is_bytes || member.is_binary() {
            if !is_bytes {
                let message = format!("`{name}` of `{owner}` is `{ty}`, and not bytes: remove `#[tencent(binary)]`");
                self.report.at(member.ident, message);
            } else if !member.is_binary() && self.object.call.is_some() {
                let message = format!("`{name}` of `{owner}` is bytes: mark it with `#[tencent(binary)]`");
                self.report.at(member.ident, message);
            }
            return;
        }
        // Functions of the user's write it.
        if member.kind == "Any" {
            return;
        }
        let whole = fits::as_rust(*ty);
        let whole = if is_option(member.ty) { format!("Option<{whole}>") } else { whole };
        match fits::fit(member.ty, *ty, self.subject.direction != Direction::In) {
            Fit::Fits => {}
            Fit::Wrong => {
                let message = format!("`{name}` of `{owner}` is `{ty}`, which this isn't: make it `{whole}`");
                self.report.at(member.ty, message);
            }
            Fit::Narrow(integer) => {
                let message = format!(
                    "`{name}` of `{owner}` is `{ty}`, and a reply with a value that `{integer}` can't hold would be \
                     lost: make it `{whole}`; if there is no such value, say so, as in `type Percent = {integer}`"
                );
                self.report.at(member.ty, message);
            }
        }
    }

    /// Whether what is required is sent. Of data that goes both ways it can be: that it is there in each reply is not sure.
    fn presence(&self, member: &Member<'_>, fact: &Fact<'_>) {
        if !(fact.required && self.subject.direction == Direction::In) {
            return;
        }
        let start = format!("`{}` is required by `{}`, and", fact.name, self.subject.name);
        match &member.presence {
            Presence::Always => {}
            Presence::Unless(function) => {
                self.report.at(function, format!("{start} this may leave it out: remove `skip_serializing_if`"));
            }
            Presence::IfSome if self.is_client_token(member) => {}
            Presence::IfSome => {
                self.report.at(member.ty, format!("{start} `None` would leave it out: take it out of the `Option`"));
            }
        }
    }

    /// Whether what is required can be sent at all.
    fn required(&self) {
        if self.subject.direction == Direction::Out {
            return;
        }
        // What those bring that stand in a field's place isn't known.
        let is_unknown = |member: &Member<'_>| !member.has_known_name && !member.nameless;
        if self.object.extent == Extent::More || self.object.members.iter().any(is_unknown) {
            return;
        }
        let missing = self.missing.borrow();
        let is_missing = |fact: &&Fact<'_>| fact.required && missing.contains(&fact.name);
        let goes_both_ways = self.subject.direction == Direction::Both;
        for fact in self.subject.facts.iter().filter(is_missing) {
            let sent = if goes_both_ways { " where that is sent" } else { "" };
            let start = format!("`{}` is required by `{}`{sent}", fact.name, self.subject.name);
            let skipped = self.object.members.iter().find(|member| member.nameless && member.wire_name == fact.name);
            if let Some(member) = skipped {
                self.report.at(member.ident, format!("{start}, and this is skipped: send it"));
            } else {
                let field = field::declare(fact, goes_both_ways, self.object.renames);
                self.report.at(&self.object.input.ident, format!("{start}: add `{field}`"));
            }
        }
    }

    /// Whether one is made where there is none.
    fn is_client_token(&self, member: &Member<'_>) -> bool {
        self.object.client_token().is_some_and(|token| token.ident == member.ident)
    }
}
