//! Which actions answer in pages, and how.

mod start;

use self::start::{Start, start};
use super::item::Context;
use super::names::field_names;
use super::objects::ObjectId;
use crate::spec::{Member, MemberKind};

/// What the reply calls the number of all items.
const TOTALS: [&str; 2] = ["TotalCount", "Total"];

/// The arguments of `paginate`, if the action has all that it takes, and no doubt is left.
pub(super) fn paginate(context: &Context<'_, '_>, action: &str) -> Option<Vec<String>> {
    let request: Vec<_> = context.objects.members(ObjectId::Request(action)).collect();
    let (start, member) = start(&request)?;
    let place = Place::find(context, action)?;
    let field = field_of(&request, &member.name)?;
    let total = TOTALS.iter().find_map(|name| place.integer(name));
    let mut arguments = Vec::new();
    match start {
        // Without a total, it may be that the list isn't what is counted.
        Start::Offset => arguments.extend([key("offset", &field), key("total", &total?)]),
        Start::Page(first) => {
            arguments.push(key("page", &field));
            arguments.extend((first != 1).then(|| format!("first = {first}")));
            arguments.push(key("total", &total?));
        }
        Start::Token(next) => {
            arguments.push(key("token", &field));
            let next = place.field(next, &MemberKind::String)?;
            arguments.extend((next != field).then(|| key("next", &next)));
            arguments.extend(place.field("HasMore", &MemberKind::Bool).map(|more| key("more", &more)));
            arguments.extend(place.field("ListOver", &MemberKind::Bool).map(|done| key("done", &done)));
        }
    }
    arguments.extend([key("items", &place.items), format!("item = {}", place.item)]);
    Some(arguments)
}

/// A field may be left out that is called as the key.
fn key(key: &str, field: &str) -> String {
    if key == field { key.to_owned() } else { format!("{key} = {field}") }
}

/// Where in a reply the items are: in its one list, or in that of its one object.
struct Place<'a> {
    prefix: String,
    members: Vec<&'a Member>,
    items: String,
    item: String,
}

impl<'a> Place<'a> {
    fn find(context: &Context<'a, '_>, action: &str) -> Option<Self> {
        let reply: Vec<_> = context.objects.members(ObjectId::Response(action)).collect();
        if let Some(list) = only(&reply, is_list) {
            return Self::of(context, String::new(), reply, list);
        }
        if reply.iter().any(|member| is_list(member)) {
            return None;
        }
        let wrapper = only(&reply, |member| context.objects.held(&member.kind).is_some())?;
        let held = context.objects.held(&wrapper.kind)?;
        let prefix = format!("{}.", field_of(&reply, &wrapper.name)?);
        let members: Vec<_> = context.objects.members(ObjectId::Data(held)).collect();
        let list = only(&members, is_list)?;
        Self::of(context, prefix, members, list)
    }

    fn of(context: &Context<'a, '_>, prefix: String, members: Vec<&'a Member>, list: &Member) -> Option<Self> {
        let MemberKind::List(item) = &list.kind else { return None };
        let items = format!("{prefix}{}", field_of(&members, &list.name)?);
        Some(Self { prefix, members, items, item: context.kind(item) })
    }

    fn field(&self, name: &str, kind: &MemberKind) -> Option<String> {
        self.members.iter().find(|member| member.name == name && member.kind == *kind)?;
        field_of(&self.members, name).map(|field| format!("{}{field}", self.prefix))
    }

    fn integer(&self, name: &str) -> Option<String> {
        self.field(name, &MemberKind::Uint64).or_else(|| self.field(name, &MemberKind::Int64))
    }
}

fn is_list(member: &Member) -> bool {
    matches!(member.kind, MemberKind::List(_))
}

/// The only one that is so.
fn only<'a>(members: &[&'a Member], is_so: impl Fn(&Member) -> bool) -> Option<&'a Member> {
    let mut found = members.iter().filter(|member| is_so(member));
    found.next().filter(|_| found.next().is_none()).copied()
}

/// The field for a member.
fn field_of(members: &[&Member], name: &str) -> Option<String> {
    let names: Vec<_> = members.iter().map(|member| member.name.as_str()).collect();
    let at = names.iter().position(|known| *known == name)?;
    field_names(&names).into_iter().nth(at).map(|field| field.ident)
}
