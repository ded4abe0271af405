//! One line.

use crate::spec::lock::facts::{Fact, is_data};
use crate::spec::word::{is_name, is_word};
use crate::spec::{MemberKind, SpecError, Usage};

/// A line, and its number.
pub(super) struct Line<'a> {
    pub(super) number: usize,
    text: &'a str,
}

/// What a line begins to which members belong.
pub(super) enum Block {
    Action { name: String, deprecated: bool },
    Data { name: String, usage: Usage },
}

impl<'a> Line<'a> {
    pub(super) fn all(text: &'a str) -> impl Iterator<Item = Self> {
        text.lines().zip(1..).map(|(text, number)| Self { number, text })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.trim_end().is_empty()
    }

    pub(super) fn is_indented(&self) -> bool {
        self.text.starts_with([' ', '\t'])
    }

    /// `service vod 2018-07-17`
    pub(super) fn service(&self) -> Result<(String, String), SpecError> {
        match self.words()[..] {
            ["service", service, version] if is_word(service) && is_word(version) => {
                Ok((service.into(), version.into()))
            }
            _ => Err(self.expected("`service NAME VERSION`, as in `service vod 2018-07-17`")),
        }
    }

    /// `action ManageTask` or `data TaskSimpleInfo out`
    pub(super) fn block(&self) -> Result<Block, SpecError> {
        let words = self.words();
        let is_named = words.get(1).is_some_and(|name| is_name(name));
        Ok(match words[..] {
            _ if !is_named => return Err(self.no_block()),
            ["action", name] => Block::Action { name: name.into(), deprecated: false },
            ["action", name, "deprecated"] => Block::Action { name: name.into(), deprecated: true },
            ["data", name, "in"] => Block::Data { name: name.into(), usage: Usage::In },
            ["data", name, "out"] => Block::Data { name: name.into(), usage: Usage::Out },
            ["data", name, "both"] => Block::Data { name: name.into(), usage: Usage::Both },
            _ => return Err(self.no_block()),
        })
    }

    fn no_block(&self) -> SpecError {
        self.expected("`action NAME`, or `data NAME` with `in`, `out` or `both`")
    }

    /// `  in TaskId string required` or, of a data type, `  TaskId string required`. It goes nowhere but out if it says so.
    pub(super) fn member(&self, is_of_action: bool) -> Result<(Usage, String, Fact), SpecError> {
        let mut words = self.text.split_ascii_whitespace();
        let direction = match is_of_action.then(|| words.next()) {
            None | Some(Some("in")) => Usage::In,
            Some(Some("out")) => Usage::Out,
            Some(_) => return Err(self.expected("`in` or `out` before a member of an action")),
        };
        let name = words.next().filter(|name| is_name(name)).ok_or_else(|| self.expected("the name of a member"))?;
        let no_type = || self.expected("a type after the name, as `string` or `[TimeRange]`");
        let kind = words.next().and_then(kind).ok_or_else(no_type)?;
        let mut fact = Fact { kind, required: false, nullable: false, deprecated: false };
        for word in words {
            let is_said = match word {
                "required" => &mut fact.required,
                "nullable" => &mut fact.nullable,
                "deprecated" => &mut fact.deprecated,
                _ => return Err(self.expected("`required`, `nullable`, `deprecated` or nothing after the type")),
            };
            if std::mem::replace(is_said, true) {
                return Err(self.fault(&format!("`{word}` is there twice")));
            }
        }
        Ok((direction, name.into(), fact))
    }

    fn words(&self) -> Vec<&'a str> {
        self.text.split_ascii_whitespace().collect()
    }

    pub(super) fn expected(&self, what: &str) -> SpecError {
        self.fault(&format!("expected {what}"))
    }

    pub(super) fn fault(&self, what: &str) -> SpecError {
        SpecError::faulty(format!("line {}, `{}`: {what}", self.number, self.text.trim().escape_debug()))
    }
}

fn kind(text: &str) -> Option<MemberKind> {
    let item = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let word = item.unwrap_or(text);
    let one = MemberKind::scalar(word).or_else(|| is_data(word).then(|| MemberKind::Data(word.into())))?;
    Some(if item.is_some() { MemberKind::List(Box::new(one)) } else { one })
}
