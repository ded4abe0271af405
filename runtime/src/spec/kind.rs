//! The types of members.

use std::fmt;

/// What a member holds on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MemberKind {
    /// A text.
    String,
    /// An integer that may be negative.
    Int64,
    /// An integer that isn't negative.
    Uint64,
    /// A number. Replies write whole ones as integers, too.
    Float,
    /// `true` or `false`.
    Bool,
    /// The bytes of a file: the request is sent as multipart.
    Binary,
    /// A text that is said to be an RFC 3339 time. In published examples, 97 % are.
    DateTimeIso,
    /// A text that is said to be a time as `2024-05-01 12:00:00`. In published examples, 94 % are.
    DateTime,
    /// A text that is said to be a day as `2024-05-01`. In published examples, 92 % are.
    Date,
    /// A data type of the same service, by its name; it is in [`ServiceSpec::data`](super::ServiceSpec::data).
    Data(String),
    /// A list.
    List(Box<MemberKind>),
    /// A type that this version of the crate doesn't know, or a data type that isn't described, as the metadata names it.
    Unknown(String),
}

impl MemberKind {
    /// Reads `type` and `member` of the metadata, as `int` and `int64`, or `list` and the type of its items.
    pub(super) fn read(kind: &str, subtype: &str, described: impl Fn(&str) -> bool) -> Self {
        match kind {
            "list" => Self::List(Box::new(Self::scalar(subtype).unwrap_or_else(|| Self::data(subtype, described)))),
            "object" => Self::data(subtype, described),
            "string" | "int" | "float" | "bool" | "binary" => {
                Self::scalar(subtype).unwrap_or_else(|| Self::other(kind, subtype))
            }
            _ => Self::other(kind, subtype),
        }
    }

    pub(super) fn scalar(name: &str) -> Option<Self> {
        Some(match name {
            "string" => Self::String,
            "int64" => Self::Int64,
            "uint64" => Self::Uint64,
            "float" => Self::Float,
            "bool" => Self::Bool,
            "binary" => Self::Binary,
            "datetime_iso" => Self::DateTimeIso,
            "datetime" => Self::DateTime,
            "date" => Self::Date,
            _ => return None,
        })
    }

    fn data(name: &str, described: impl Fn(&str) -> bool) -> Self {
        if described(name) { Self::Data(name.into()) } else { Self::Unknown(name.into()) }
    }

    fn other(kind: &str, subtype: &str) -> Self {
        Self::Unknown(if kind == subtype { kind.into() } else { format!("{kind}/{subtype}") })
    }

    /// The data type that is held, be it in a list.
    pub fn data_name(&self) -> Option<&str> {
        match self {
            Self::Data(name) => Some(name),
            Self::List(item) => item.data_name(),
            _ => None,
        }
    }
}

/// The vendor's name of the type; of a list, `list<item>`.
impl fmt::Display for MemberKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::String => "string",
            Self::Int64 => "int64",
            Self::Uint64 => "uint64",
            Self::Float => "float",
            Self::Bool => "bool",
            Self::Binary => "binary",
            Self::DateTimeIso => "datetime_iso",
            Self::DateTime => "datetime",
            Self::Date => "date",
            Self::Data(name) | Self::Unknown(name) => name,
            Self::List(item) => return write!(f, "list<{item}>"),
        })
    }
}
