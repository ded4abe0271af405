//! What a lock says of actions, data types and their members.

use std::collections::BTreeMap;

use crate::spec::word::{is_name, is_word};
use crate::spec::{ActionSpec, DataSpec, Member, MemberKind, SpecError, Status, Usage};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LockedAction {
    pub(super) deprecated: bool,
    pub(super) input: BTreeMap<String, Fact>,
    pub(super) output: BTreeMap<String, Fact>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LockedData {
    pub(super) usage: Usage,
    pub(super) members: BTreeMap<String, Fact>,
}

/// What is said of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    /// Never [`MemberKind::Unknown`]: what isn't another type's word is the name of a data type.
    pub(super) kind: MemberKind,
    pub(super) required: bool,
    pub(super) nullable: bool,
    pub(super) deprecated: bool,
}

impl LockedAction {
    pub(super) fn new(action: &ActionSpec) -> Result<Self, SpecError> {
        // All have it, and `Reply::request_id` has it.
        let output = action.output.iter().filter(|member| member.name != "RequestId");
        Ok(Self {
            deprecated: matches!(action.status, Status::Deprecated | Status::Offline),
            input: facts(&action.name, Usage::In, action.input.iter())?,
            output: facts(&action.name, Usage::Out, output)?,
        })
    }
}

impl LockedData {
    pub(super) fn new(data: &DataSpec) -> Result<Self, SpecError> {
        Ok(Self { usage: data.usage, members: facts(&data.name, data.usage, data.members.iter())? })
    }
}

fn facts<'a>(
    of: &str,
    usage: Usage,
    members: impl Iterator<Item = &'a Member>,
) -> Result<BTreeMap<String, Fact>, SpecError> {
    let fact = |member: &Member| {
        let fact = Fact {
            kind: kind(&member.kind).ok_or_else(|| no_type(of, member))?,
            // Of what is sent alone can it be said that it must be sent, and of what comes that it may be null.
            required: member.required && usage != Usage::Out,
            nullable: member.nullable && usage != Usage::In,
            deprecated: member.deprecated,
        };
        Ok((name(&member.name)?, fact))
    };
    members.map(fact).collect()
}

/// A type as a lock knows it.
fn kind(kind: &MemberKind) -> Option<MemberKind> {
    match kind {
        MemberKind::Data(word) | MemberKind::Unknown(word) => is_data(word).then(|| MemberKind::Data(word.clone())),
        MemberKind::List(item) => match self::kind(item)? {
            MemberKind::List(_) => None,
            item => Some(MemberKind::List(Box::new(item))),
        },
        scalar => Some(scalar.clone()),
    }
}

fn no_type(of: &str, member: &Member) -> SpecError {
    let Member { name, kind, .. } = member;
    SpecError::faulty(format!(
        "`{name}` of `{of}` is `{kind}`, for which lock files have no word: take a newer version"
    ))
}

/// A name that a lock can have.
pub(super) fn name(name: &str) -> Result<String, SpecError> {
    if is_name(name) { Ok(name.into()) } else { Err(SpecError::faulty(format!("`{name}` is no name for a lock file"))) }
}

/// A service or version that a lock can have, and be called after.
pub(super) fn word(word: &str, what: &str) -> Result<String, SpecError> {
    if is_word(word) { Ok(word.into()) } else { Err(SpecError::faulty(format!("`{word}` is no name of {what}"))) }
}

/// Whether a word is the name of a data type, and no other type's.
pub(super) fn is_data(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_uppercase()) && is_name(word)
}
