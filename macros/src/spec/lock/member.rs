//! The lines of members.

use std::{fmt, mem};

/// A member, as the vendor describes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::spec) struct Fact<'a> {
    /// In an action, whether it is of the answer.
    pub(in crate::spec) is_out: bool,
    pub(in crate::spec) name: &'a str,
    pub(in crate::spec) ty: Type<'a>,
    pub(in crate::spec) required: bool,
    pub(in crate::spec) deprecated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::spec) struct Type<'a> {
    /// As it is written, but for the brackets.
    pub(in crate::spec) word: &'a str,
    pub(in crate::spec) kind: Kind,
    pub(in crate::spec) is_list: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::spec) enum Kind {
    /// Dates too.
    String,
    Int64,
    Uint64,
    Float,
    Bool,
    Binary,
    /// An object of a data type.
    Data,
}

/// The members in these lines, which begin after line `above`.
pub(super) fn read(lines: &str, above: usize, is_action: bool) -> Result<Vec<Fact<'_>>, String> {
    let mut facts: Vec<Fact<'_>> = Vec::new();
    let numbered = lines.lines().zip(above + 1..).filter(|(line, _)| !line.trim_end().is_empty());
    for (line, number) in numbered {
        let fault = |what: &str| super::fault(number, what, line);
        let fact = Fact::read(line, is_action).map_err(|wrong| fault(&wrong))?;
        if facts.iter().any(|other| other.is_out == fact.is_out && other.name == fact.name) {
            return Err(fault(&format!("`{}` is there twice", fact.name)));
        }
        facts.push(fact);
    }
    Ok(facts)
}

impl<'a> Fact<'a> {
    /// One line; otherwise, what is wrong in it.
    fn read(line: &'a str, is_action: bool) -> Result<Self, String> {
        let expected = |what: &str| Err(format!("expected {what}"));
        let mut words = line.split_ascii_whitespace();
        let is_out = match is_action.then(|| words.next()) {
            None | Some(Some("in")) => false,
            Some(Some("out")) => true,
            Some(_) => return expected("`in` or `out` before a member of an action"),
        };
        let Some(name) = words.next().filter(|name| is_name(name)) else { return expected("the name of a member") };
        let Some(ty) = words.next().and_then(Type::read) else {
            return expected("a type after the name, as `string` or `[TimeRange]`");
        };
        let mut fact = Fact { is_out, name, ty, required: false, deprecated: false };
        // Nothing is judged by it: whether to mind null is for whoever reads the reply.
        let mut nullable = false;
        for word in words {
            let is_said = match word {
                "required" => &mut fact.required,
                "nullable" => &mut nullable,
                "deprecated" => &mut fact.deprecated,
                _ => return expected("`required`, `nullable`, `deprecated` or nothing after the type"),
            };
            if mem::replace(is_said, true) {
                return Err(format!("`{word}` is there twice"));
            }
        }
        Ok(fact)
    }
}

impl<'a> Type<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let item = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let word = item.unwrap_or(text);
        let kind = match word {
            "string" | "date" | "datetime" | "datetime_iso" => Kind::String,
            "int64" => Kind::Int64,
            "uint64" => Kind::Uint64,
            "float" => Kind::Float,
            "bool" => Kind::Bool,
            "binary" => Kind::Binary,
            _ if word.starts_with(|first: char| first.is_ascii_uppercase()) && is_name(word) => Kind::Data,
            _ => return None,
        };
        Some(Self { word, kind, is_list: item.is_some() })
    }

    /// One of its items, if it is a list.
    pub(in crate::spec) fn item(self) -> Self {
        Self { is_list: false, ..self }
    }
}

impl fmt::Display for Type<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_list { write!(f, "[{}]", self.word) } else { f.write_str(self.word) }
    }
}

/// Names of members have letters and digits; two of data types have an underscore.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
