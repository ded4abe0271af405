//! Writes the text: sorted, one fact a line, so that a change of a fact changes one line.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use super::Lock;
use super::facts::Fact;
use crate::spec::{MemberKind, Usage};

pub(super) const FIRST: &str = "# tencent-action spec 1";

impl Display for Lock {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST}\nservice {} {}", self.service, self.version)?;
        for (name, action) in &self.actions {
            let deprecated = if action.deprecated { " deprecated" } else { "" };
            writeln!(f, "\naction {name}{deprecated}")?;
            members(f, "in ", &action.input)?;
            members(f, "out ", &action.output)?;
        }
        for (name, data) in &self.data {
            writeln!(f, "\ndata {name} {}", usage(data.usage))?;
            members(f, "", &data.members)?;
        }
        Ok(())
    }
}

fn members(f: &mut Formatter<'_>, direction: &str, members: &BTreeMap<String, Fact>) -> fmt::Result {
    members.iter().try_for_each(|(name, fact)| writeln!(f, "  {direction}{name} {fact}"))
}

pub(super) fn usage(usage: Usage) -> &'static str {
    match usage {
        Usage::In => "in",
        Usage::Out => "out",
        Usage::Both => "both",
    }
}

impl Display for Fact {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&kind(&self.kind))?;
        let words = [(self.required, "required"), (self.nullable, "nullable"), (self.deprecated, "deprecated")];
        words.iter().filter(|(is_so, _)| *is_so).try_for_each(|(_, word)| write!(f, " {word}"))
    }
}

/// A type: `string`, `[string]`.
pub(super) fn kind(kind: &MemberKind) -> String {
    match kind {
        MemberKind::List(item) => format!("[{item}]"),
        one => one.to_string(),
    }
}
