//! An example against the metadata: what the metadata doesn't let it say, and what it says apart from that.

mod scalar;

use std::fmt;

use serde_json::{Map, Value};
use tencent_action::spec::{Member, MemberKind, ServiceSpec};

/// One way in which an example isn't as the metadata has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Deviation {
    /// A member that isn't in the metadata.
    Unknown,
    /// A member that is required isn't there.
    Missing,
    /// Null for a member.
    Null,
    /// Null in a list.
    NullItem,
    /// A number or a boolean in quotes.
    Quoted,
    /// A number or a boolean where a string is declared.
    Unquoted,
    /// In a reply, 1 or 0 where a boolean is declared.
    Digit,
    /// In a reply, an empty string where something other than text or a list is declared.
    Empty,
    /// A value of another type, or a number out of range.
    Type,
}

/// As it stands in reports.
impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "a member that isn't in the metadata",
            Self::Missing => "a required member missing",
            Self::Null => "null for a member",
            Self::NullItem => "null in a list",
            Self::Quoted => "a number or boolean in quotes",
            Self::Unquoted => "a number or boolean for a string",
            Self::Digit => "1 or 0 for a boolean",
            Self::Empty => "an empty string for nothing",
            Self::Type => "a value of another type",
        })
    }
}

/// Which way the data goes, and in which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A request as JSON.
    Json,
    /// A request whose values are all text.
    Text,
    /// A reply, in which nothing is sure to be there.
    Reply,
}

/// Examines one example.
pub(crate) struct Examination<'a> {
    spec: &'a ServiceSpec,
    form: Form,
    /// What was found, and where.
    pub(crate) deviations: Vec<(Deviation, String)>,
}

impl<'a> Examination<'a> {
    pub(crate) fn new(spec: &'a ServiceSpec, form: Form) -> Self {
        Self { spec, form, deviations: Vec::new() }
    }

    fn note(&mut self, deviation: Deviation, path: &str) {
        self.deviations.push((deviation, path.to_owned()));
    }

    /// What an object with these members says: without what is unknown or null, its scalars of their declared types.
    pub(crate) fn object(&mut self, members: &[Member], object: &Map<String, Value>, path: &str) -> Value {
        for name in object.keys().filter(|name| !members.iter().any(|member| member.name == **name)) {
            self.note(Deviation::Unknown, &within(path, name));
        }
        let mut said = Map::new();
        for member in members {
            let path = within(path, &member.name);
            match object.get(&member.name) {
                None | Some(Value::Null) if self.form != Form::Reply && member.required => {
                    self.note(Deviation::Missing, &path);
                }
                None => {}
                Some(Value::Null) => self.note(Deviation::Null, &path),
                Some(value) => _ = said.insert(member.name.clone(), self.value(&member.kind, value, &path)),
            }
        }
        Value::Object(said)
    }

    fn value(&mut self, kind: &MemberKind, value: &Value, path: &str) -> Value {
        match (kind, value) {
            (MemberKind::List(item), Value::Array(items)) => {
                let items = items.iter().enumerate();
                items.map(|(at, value)| self.item(item, value, &within(path, &at.to_string()))).collect()
            }
            (MemberKind::Data(name), value) => match (self.spec.data.get(name).map(|data| &data.members[..]), value) {
                // It stands for whatever there is.
                (None | Some([]), _) => value.clone(),
                (Some(members), Value::Object(object)) => self.object(members, object, path),
                (Some(_), Value::String(text)) if self.form == Form::Reply && text.is_empty() => {
                    self.note(Deviation::Empty, path);
                    Value::Null
                }
                (Some(_), _) => self.otherwise(value, path),
            },
            (MemberKind::Unknown(_), _) => value.clone(),
            (MemberKind::List(_), _) => self.otherwise(value, path),
            _ => match scalar::read(kind, value, self.form) {
                Some((said, deviation)) => {
                    if let Some(deviation) = deviation {
                        self.note(deviation, path);
                    }
                    said
                }
                None => self.otherwise(value, path),
            },
        }
    }

    fn item(&mut self, kind: &MemberKind, value: &Value, path: &str) -> Value {
        if value.is_null() {
            self.note(Deviation::NullItem, path);
            return Value::Null;
        }
        self.value(kind, value, path)
    }

    fn otherwise(&mut self, value: &Value, path: &str) -> Value {
        self.note(Deviation::Type, path);
        value.clone()
    }
}

fn within(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
