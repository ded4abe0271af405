//! What a declaration is held against: an action's parameters, its answer, or a data type.

use proc_macro2::Span;
use syn::LitStr;
use syn::ext::IdentExt;

use super::lock::{Block, Direction, Fact, Lock};
use crate::args::Args;
use crate::model::{Call, Member, Object};
use crate::nearest::nearest;
use crate::report::Report;

/// The facts of one object.
pub(super) struct Subject<'a> {
    lock: &'a Lock,
    /// The vendor's name for it.
    pub(super) name: String,
    pub(super) direction: Direction,
    pub(super) is_deprecated: bool,
    /// Whether it is the answer of an action, which has a request id that the lock leaves out.
    pub(super) is_answer: bool,
    pub(super) facts: Vec<Fact<'a>>,
}

impl<'a> Subject<'a> {
    /// Finds what the object is by its name, or by that which the arguments give.
    pub(super) fn find(object: &Object<'_>, args: &Args, lock: &'a Lock, said: &str, report: &Report) -> Option<Self> {
        let ident = &object.input.ident;
        let given = if object.call.is_some() { &args.action } else { &args.name };
        let name = given.as_ref().map_or_else(|| ident.unraw().to_string(), LitStr::value);
        let span = given.as_ref().map_or_else(|| ident.span(), LitStr::span);
        let found = match &object.call {
            Some(call) => is_of_service(args, call, lock, said, report).then(|| Self::action(&name, lock, said))?,
            None => Self::data(&name, lock, said),
        };
        match found {
            // What borrows can't be read, so it is sent.
            Ok(Some(subject)) if subject.direction == Direction::Both && !object.is_owned() => {
                Some(Self { direction: Direction::In, ..subject })
            }
            Ok(Some(subject)) => Some(subject),
            // Another fault has been told of a name that isn't an action's.
            Ok(None) if !name.starts_with(|first: char| first.is_ascii_uppercase()) && object.call.is_some() => None,
            Ok(None) => {
                let fault = match &object.call {
                    Some(call) => unknown_action(&name, &call.service, lock, said),
                    None => unknown_data(&name, given.is_some(), lock, said),
                };
                report.at_span(span, fault);
                None
            }
            Err(fault) => {
                report.at_span(args.spec.as_ref().map_or_else(Span::call_site, LitStr::span), fault);
                None
            }
        }
    }

    fn action(name: &str, lock: &'a Lock, said: &str) -> Result<Option<Self>, String> {
        let block = lock.action(name, said)?;
        Ok(block.map(|block| Self::of_block(lock, block, name, Direction::In)))
    }

    fn data(name: &str, lock: &'a Lock, said: &str) -> Result<Option<Self>, String> {
        if let Some(block) = lock.data(name, said)? {
            let direction = block.direction.unwrap_or(Direction::Both);
            return Ok(Some(Self::of_block(lock, block, name, direction)));
        }
        let Some(action) = name.strip_suffix(ANSWER) else { return Ok(None) };
        let block = lock.action(action, said)?;
        Ok(block.map(|block| Self { is_answer: true, ..Self::of_block(lock, block, name, Direction::Out) }))
    }

    fn of_block(lock: &'a Lock, block: Block<'a>, name: &str, direction: Direction) -> Self {
        let Block { is_deprecated, mut members, .. } = block;
        if block.direction.is_none() {
            members.retain(|fact| fact.is_out == (direction == Direction::Out));
        }
        let is_deprecated = is_deprecated && direction == Direction::In;
        Self { lock, name: name.to_owned(), direction, is_deprecated, is_answer: false, facts: members }
    }

    /// The member of this name.
    pub(super) fn fact(&self, name: &str) -> Option<&Fact<'a>> {
        self.facts.iter().find(|fact| fact.name == name)
    }

    /// What is said of the member that a field stands for. A reply may call it by an alias, too.
    pub(super) fn fact_of(&self, member: &Member<'_>) -> Option<&Fact<'a>> {
        if member.nameless || !member.has_known_name {
            return None;
        }
        let mut aliases = member.aliases.iter().filter(|_| self.direction != Direction::In);
        self.fact(&member.wire_name).or_else(|| aliases.find_map(|alias| self.fact(alias)))
    }

    /// What to say of something that is deprecated.
    pub(super) fn note(&self, what: &str) -> String {
        format!("{} {} marks {what} as deprecated", self.lock.service(), self.lock.version())
    }
}

/// What the name of an answer ends in.
const ANSWER: &str = "Response";

/// Whether the lock is of the service and the version that the arguments say.
fn is_of_service(args: &Args, call: &Call, lock: &Lock, said: &str, report: &Report) -> bool {
    let mut right = true;
    let pairs = [
        ("service", &args.service, &call.service, lock.service()),
        ("version", &args.version, &call.version, lock.version()),
    ];
    for (what, literal, value, expected) in pairs {
        if value != expected {
            report.at(literal, format!("`{said}` is of another {what}: `{expected}`"));
            right = false;
        }
    }
    right
}

fn unknown_action(name: &str, service: &str, lock: &Lock, said: &str) -> String {
    let known: Vec<_> = lock.actions().collect();
    let add = format!("`tencent-action lock --out {said} {service} {name}` adds it");
    match nearest(name, &known) {
        Some(near) => format!("`{said}` has no action `{name}`; did you mean `{near}`? If not, {add}"),
        None => format!("`{said}` has no action `{name}`: {add}, if there is one"),
    }
}

fn unknown_data(name: &str, is_given: bool, lock: &Lock, said: &str) -> String {
    let answers: Vec<_> = lock.actions().map(|action| format!("{action}{ANSWER}")).collect();
    let known: Vec<_> = lock.data_types().chain(answers.iter().map(String::as_str)).collect();
    let near = nearest(name, &known);
    let start = format!("`{said}` has no data type `{name}`");
    if lock.actions().any(|action| action == name) {
        return format!("{start}, but an action: what it answers is `name = \"{name}{ANSWER}\"`");
    }
    match (near, is_given) {
        (Some(near), true) => format!("{start}; did you mean `{near}`?"),
        (Some(near), false) => format!("{start}; did you mean `{near}`? Add `name = \"{near}\"`"),
        (None, true) => start,
        (None, false) => {
            let example = answers.first().map_or("DescribeTasksResponse", String::as_str);
            format!("{start}: if the vendor calls it otherwise, add that, as in `name = \"{example}\"`")
        }
    }
}
