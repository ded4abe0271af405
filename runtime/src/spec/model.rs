//! Actions, data types and their members.

use super::MemberKind;

/// One action of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActionSpec {
    /// Its name on the wire, as `DescribeTaskDetail`.
    pub name: String,
    /// What it does, in a few words.
    pub title: String,
    /// The vendor's text about it, Markdown with some HTML.
    pub document: String,
    /// Whether it is in use.
    pub status: Status,
    /// The parameters of its request, in the vendor's order.
    pub input: Vec<Member>,
    /// The members of its reply, in the vendor's order. `RequestId`, which every reply has, is among them.
    pub output: Vec<Member>,
    /// Whether it is called without a signature, as those of STS that take another provider's token.
    pub unsigned: bool,
}

/// Whether an action is in use.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// In use.
    Online,
    /// It still answers, and isn't meant for new programs.
    Deprecated,
    /// It answers no more.
    Offline,
    /// Nothing is said, as of some old services.
    Unstated,
    /// A word that this version of the crate doesn't know.
    Other(String),
}

impl Status {
    pub(super) fn read(text: Option<&str>) -> Self {
        match text {
            Some("online") => Self::Online,
            Some("deprecated") => Self::Deprecated,
            Some("offline") => Self::Offline,
            None => Self::Unstated,
            Some(other) => Self::Other(other.into()),
        }
    }
}

/// A data type that requests or replies of a service are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DataSpec {
    /// Its name in the vendor's reference. It is never on the wire.
    pub name: String,
    /// The vendor's text about it.
    pub document: String,
    /// Its members, in the vendor's order. A few types have none: they stand for any JSON object.
    pub members: Vec<Member>,
    /// Where it occurs, by the actions that reach it: what the metadata says isn't always so. Of what none reaches, that is all
    /// there is.
    pub usage: Usage,
}

/// Where a data type occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Usage {
    /// In requests.
    In,
    /// In replies.
    Out,
    /// In both, or nothing is said.
    Both,
}

impl Usage {
    pub(super) fn read(text: Option<&str>) -> Self {
        match text {
            Some("in") => Self::In,
            Some("out") => Self::Out,
            _ => Self::Both,
        }
    }
}

/// A member of a request, a reply or a data type.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "the vendor's flags, which are independent")]
#[non_exhaustive]
pub struct Member {
    /// Its name on the wire.
    pub name: String,
    /// What it holds.
    pub kind: MemberKind,
    /// Whether a request must have it. Old descriptions say so of replies, too, and mean `output_required`.
    pub required: bool,
    /// Whether a reply is said to have it. Some replies don't.
    pub output_required: bool,
    /// Whether a reply is said to have null for it at times. Other members are null at times as well.
    pub nullable: bool,
    /// Whether it isn't meant for new programs. It is still on the wire.
    pub deprecated: bool,
    /// The vendor's text about it.
    pub document: String,
}
