//! Enums of strings: which there are in a service, and what they and their variants are called.

mod variants;

use std::collections::BTreeMap;

use super::objects::{ObjectId, Objects};
use super::reach::Reach;
use super::types::TypeNames;
use super::values::{self, Value, Values};
use super::words::{capital, words};
use crate::spec::markup::blocks;
use crate::spec::{Member, MemberKind};

pub(super) use self::variants::{Rule, Variant};

/// An enum.
pub(super) struct Choice<'a> {
    pub(super) name: String,
    /// The member that holds one of its values.
    pub(super) member: &'a str,
    pub(super) rule: Option<Rule>,
    pub(super) variants: Vec<Variant>,
    /// The variant that keeps any other value.
    pub(super) catch_all: String,
}

impl<'a> Group<'a> {
    /// Takes in another member, and what it says of the values, if it says more.
    fn add(&mut self, owner: ObjectId<'a>, values: Vec<Value>) {
        let said = |values: &[Value]| values.iter().filter(|value| !value.meaning.is_empty()).count();
        if said(&values) > said(&self.values) {
            self.values = values;
        }
        self.owners.push(owner);
    }
}

/// All enums of a service.
pub(super) struct Choices<'a> {
    choices: Vec<Choice<'a>>,
    /// For a member of an object, which of them it is.
    of: BTreeMap<(ObjectId<'a>, &'a str), usize>,
}

/// Members of one name that have the same values.
struct Group<'a> {
    values: Vec<Value>,
    owners: Vec<ObjectId<'a>>,
}

impl<'a> Choices<'a> {
    pub(super) fn new(objects: &Objects<'a>, reach: &Reach<'a>, types: &TypeNames<'a>) -> Self {
        let mut choices = Self { choices: Vec::new(), of: BTreeMap::new() };
        for (member, mut groups) in groups(objects, reach) {
            // The values that most have get the short name.
            groups.sort_by_key(|group| std::cmp::Reverse(group.owners.len()));
            let mut short = Some(capital(member));
            for group in groups {
                let is_vague = words(member).len() == 1 && group.owners.len() == 1;
                let short = if is_vague { None } else { short.take() };
                let long = || long_name(group.owners[0], member, types);
                let name =
                    short.filter(|name| choices.is_free(name, types)).unwrap_or_else(|| choices.free(&long(), types));
                choices.add(name, member, &group);
            }
        }
        choices
    }

    fn add(&mut self, name: String, member: &'a str, group: &Group<'a>) {
        let (rule, variants) = variants::variants(&group.values);
        let is_taken = |name: &&str| variants.iter().any(|variant| variant.ident == *name);
        let catch_all = ["Other", "Unlisted", "AnyOther"].into_iter().find(|name| !is_taken(name)).unwrap_or_default();
        for owner in &group.owners {
            self.of.insert((*owner, member), self.choices.len());
        }
        self.choices.push(Choice { name, member, rule, variants, catch_all: catch_all.to_owned() });
    }

    fn is_free(&self, name: &str, types: &TypeNames<'_>) -> bool {
        types.is_free(name) && self.choices.iter().all(|choice| choice.name != name)
    }

    fn free(&self, name: &str, types: &TypeNames<'_>) -> String {
        let names = [name.to_owned(), format!("{name}Value")].into_iter();
        let mut names = names.chain((2..).map(|number| format!("{name}{number}")));
        // There are more numbers than enums.
        names.find(|name| self.is_free(name, types)).unwrap_or_default()
    }

    /// The enum that a member holds.
    pub(super) fn of(&self, object: ObjectId<'_>, member: &str) -> Option<&Choice<'a>> {
        self.of.get(&(object, member)).map(|at| &self.choices[*at])
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Choice<'a>> {
        self.choices.iter()
    }
}

/// The name by owner and member: `TaskStatus`, and of a request, which is called as the action, `DescribeTasksStatus`.
fn long_name(owner: ObjectId<'_>, member: &str, types: &TypeNames<'_>) -> String {
    let owner = match owner {
        ObjectId::Response(action) => types.of(ObjectId::Request(action)),
        other => types.of(other),
    };
    let member = capital(member);
    if owner.ends_with(&member) { format!("{owner}Value") } else { format!("{owner}{member}") }
}

/// By member, then by values. Only of what some action reaches.
fn groups<'a>(objects: &Objects<'a>, reach: &Reach<'a>) -> BTreeMap<&'a str, Vec<Group<'a>>> {
    let mut groups: BTreeMap<&str, Vec<Group<'a>>> = BTreeMap::new();
    for (owner, _) in objects.iter().filter(|(id, _)| reach.is_reached(*id)) {
        let texts = objects.members(owner).filter(|member| member.kind == MemberKind::String);
        let may_list = |member: &&Member| !is_free_text(&member.name) && values::may_list(&member.document);
        for member in texts.filter(may_list) {
            let Some(Values { values, .. }) = values::read(&blocks(&member.document)) else { continue };
            let alike = |group: &&mut Group<'_>| is_same(&group.values, &values);
            let of_member = groups.entry(&member.name).or_default();
            match of_member.iter_mut().find(alike) {
                Some(group) => group.add(owner, values),
                None => of_member.push(Group { values, owners: vec![owner] }),
            }
        }
    }
    groups
}

/// Whether a member holds what nobody can list, whatever its text says of formats and the like.
fn is_free_text(member: &str) -> bool {
    const ENDS: [&str; 16] = [
        "Url",
        "URL",
        "Id",
        "ID",
        "Name",
        "Path",
        "Time",
        "Date",
        "Content",
        "Text",
        "Message",
        "Msg",
        "Desc",
        "Description",
        "Color",
        "CodeExt",
    ];
    ENDS.iter().any(|end| member.ends_with(end))
}

/// Whether these are the same values, in whatever order.
fn is_same(one: &[Value], other: &[Value]) -> bool {
    one.len() == other.len() && one.iter().all(|value| other.iter().any(|other| other.text == value.text))
}
