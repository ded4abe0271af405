//! The derives of a struct.

use super::Context;
use crate::spec::rust::objects::ObjectId;
use crate::spec::{Member, MemberKind};

/// So many parameters that may be left out, nobody writes out as `None`.
const MANY: usize = 8;

impl<'a> Context<'a, '_> {
    pub(super) fn derives(&self, id: ObjectId<'a>) -> String {
        let is_unit = self.objects.members(id).next().is_none();
        let default = if !is_unit && self.has_default(id, &mut Vec::new()) { ", Default" } else { "" };
        format!("#[derive(Debug, Clone, PartialEq{default})]")
    }

    /// Whether it gets `Default`: if nothing is required, which a default would leave empty. Or else, if there is much that
    /// may be left out, or what is better left out.
    fn has_default(&self, id: ObjectId<'a>, within: &mut Vec<ObjectId<'a>>) -> bool {
        let members = || self.objects.members(id);
        let is_required = |member: &&Member| self.is_required(id, member);
        if !members().any(|member| is_required(&member)) {
            return true;
        }
        let is_long = members().filter(|member| !is_required(member)).count() > MANY;
        let is_worth_it = is_long || members().any(|member| member.deprecated);
        if !is_worth_it || within.contains(&id) {
            return false;
        }
        within.push(id);
        let has_default =
            members().filter(is_required).all(|member| match (&member.kind, self.objects.held(&member.kind)) {
                (MemberKind::Data(_), Some(held)) => self.has_default(ObjectId::Data(held), within),
                _ => self.choices.of(id, &member.name).is_none(),
            });
        within.pop();
        has_default
    }
}
