//! The lock file; the guide has the same format for its readers (`runtime/src/guide/checking.md`): change both.
//!
//! It holds facts of one version of one service: those actions that somebody uses, and data types that they reach; a
//! data type that is named and isn't there is no fault. It is UTF-8 text, made to be read in a diff: nothing is aligned, so that a change of a fact changes one line.
//!
//! ```text
//! # tencent-action spec 1
//! service vod 2018-07-17
//!
//! action DescribeTasks
//!   in CreateTime TimeRange
//!   in Limit uint64
//!   out ScrollToken string
//!   out TaskSet [TaskSimpleInfo]
//!
//! action ManageTask
//!   in OperationType string required
//!   in SubAppId uint64
//!   in TaskId string required
//!
//! data TaskSimpleInfo out
//!   TaskId string
//!
//! data TimeRange in
//!   After string
//!   Before string
//! ```
//!
//! # Lines
//!
//! ```text
//! lock    = first service { block }
//! first   = "# tencent-action spec 1"
//! service = "service" SERVICE VERSION
//! block   = ( action | data ) { member }
//! action  = "action" NAME [ "deprecated" ]
//! data    = "data" NAME ( "in" | "out" | "both" )
//! member  = "  " [ "in" | "out" ] NAME type [ "required" ] [ "nullable" ] [ "deprecated" ]
//! type    = one | "[" one "]"
//! one     = "string" | "int64" | "uint64" | "float" | "bool" | "binary" | "date" | "datetime" | "datetime_iso" | NAME
//! ```
//!
//! | line | fact | `api.json` |
//! |---|---|---|
//! | `action NAME` | an action | a key of `actions` |
//! | `deprecated` after it | it is to be avoided, or gone | `status` is `deprecated` or `offline` |
//! | `  in NAME type` | a parameter of its request | `members` of its `input` |
//! | `  out NAME type` | a member of its answer; `RequestId`, which all have, is left out | `members` of its `output` |
//! | `data NAME in` | a data type: of requests (`in`), of replies (`out`) or of both | what reaches it of all actions of the service, whatever `usage` says; that, if none does |
//! | `  NAME type` | a member of it | `members` |
//! | `[type]` | a list of it | `type` is `list` |
//! | `string`, …, `NAME` | a value, or an object of that data type | `member` |
//! | `required` | it must be sent; never on a member `out` or of a data type `out` | `required` |
//! | `nullable` | it may come as null; never on a member `in` or of a data type `in` | `value_allowed_null` |
//! | `deprecated` | it is to be avoided | `disabled` |
//!
//! # Order
//!
//! Whoever writes a lock sorts it by bytes: actions by name, then data types by name, each after an empty line; in an
//! action what is `in` before what is `out`, and members by name. Between words there is one blank, before a member two,
//! and at the end of each line, the last one too, `\n` alone.
//!
//! Whoever reads it relies on none of that: order doesn't matter, empty lines don't, blanks and tabs may be more, and
//! lines may end in `\r\n`. A line of another form is a fault, and so are two blocks or two members of one name in one
//! place, and a word that is said twice. A service and a version are made of letters, digits and `-`; other names of
//! letters, digits and `_`, the first a letter. There are no comments, since a writer would lose them. Any change of the format, an additional word too, is a
//! change of the number in the first line; a reader refuses numbers that it doesn't know.
//!
//! # How it is read here
//!
//! Where blocks begin is looked up once. The members of a block are read when a declaration is held against it: a
//! compiler that is started for one action of a thousand doesn't read the others.

mod line;
mod member;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use self::line::Lines;
pub(super) use self::member::{Fact, Kind, Type};

/// The first line.
const FIRST: &str = "# tencent-action spec 1";
const FIRST_OF_ANY: &str = "# tencent-action spec ";

/// A lock file whose blocks are known.
pub(super) struct Lock {
    text: String,
    service: Range<usize>,
    version: Range<usize>,
    blocks: Vec<Place>,
}

/// Where a block is.
struct Place {
    direction: Option<Direction>,
    name: Range<usize>,
    is_deprecated: bool,
    /// The number of its first line.
    line: usize,
    members: Range<usize>,
}

/// Where data goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    In,
    Out,
    Both,
}

/// An action, or a data type, with its members.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) is_deprecated: bool,
    /// Where it goes; an action has members of both directions.
    pub(super) direction: Option<Direction>,
    pub(super) members: Vec<Fact<'a>>,
}

impl Lock {
    /// What is wrong is told to follow the name of the file.
    pub(super) fn read(text: String) -> Result<Self, String> {
        let mut lines = Lines::of(&text);
        check_first(lines.next().map_or("", |line| line.text))?;
        let (service, version) = lines.by_ref().find(|line| !line.is_empty()).map_or_else(
            || Err("ends before its second line, as in `service vod 2018-07-17`".to_owned()),
            |line| line.service(),
        )?;
        let mut blocks: Vec<Place> = Vec::new();
        while let Some(line) = if blocks.is_empty() { lines.next() } else { lines.next_unindented() } {
            if line.is_empty() {
                continue;
            }
            if line.is_indented() {
                return Err(line.fault("`action NAME` or `data NAME in`, to which members belong"));
            }
            if let Some(block) = blocks.last_mut() {
                block.members.end = line.start;
            }
            blocks.push(line.block()?);
        }
        if let Some(block) = blocks.last_mut() {
            block.members.end = text.len();
        }
        check_once(&text, &blocks)?;
        Ok(Self { text, service, version, blocks })
    }

    pub(super) fn service(&self) -> &str {
        &self.text[self.service.clone()]
    }

    pub(super) fn version(&self) -> &str {
        &self.text[self.version.clone()]
    }

    /// The action of this name, if it is there; `said` is the file, for what is wrong with it.
    pub(super) fn action(&self, name: &str, said: &str) -> Result<Option<Block<'_>>, String> {
        self.block(name, said, |direction| direction.is_none())
    }

    /// The data type of this name, if it is there.
    pub(super) fn data(&self, name: &str, said: &str) -> Result<Option<Block<'_>>, String> {
        self.block(name, said, |direction| direction.is_some())
    }

    pub(super) fn actions(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter(|place| place.direction.is_none()).map(|place| &self.text[place.name.clone()])
    }

    pub(super) fn data_types(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter(|place| place.direction.is_some()).map(|place| &self.text[place.name.clone()])
    }

    fn block(
        &self,
        name: &str,
        said: &str,
        is_meant: impl Fn(Option<Direction>) -> bool,
    ) -> Result<Option<Block<'_>>, String> {
        let named = |place: &&Place| is_meant(place.direction) && &self.text[place.name.clone()] == name;
        let Some(place) = self.blocks.iter().find(named) else { return Ok(None) };
        let is_action = place.direction.is_none();
        let members = member::read(&self.text[place.members.clone()], place.line, is_action);
        Ok(Some(Block {
            is_deprecated: place.is_deprecated,
            direction: place.direction,
            members: members.map_err(|fault| format!("`{said}` {fault}"))?,
        }))
    }
}

fn check_first(line: &str) -> Result<(), String> {
    match line.trim_end().strip_prefix(FIRST_OF_ANY) {
        Some("1") => Ok(()),
        Some(number) if number.parse::<u32>().is_ok() => Err(format!(
            "is of format {number}, of which this version of `tencent-action` knows nothing: it reads format 1, so take a newer one"
        )),
        _ if line.starts_with('\u{feff}') => {
            Err("begins with a byte order mark: save it as UTF-8 without one".to_owned())
        }
        _ => Err(format!("isn't a lock file: its first line isn't `{FIRST}`")),
    }
}

/// Fails if two blocks are called the same, whether or not somebody asks for them: a merge went wrong.
fn check_once(text: &str, blocks: &[Place]) -> Result<(), String> {
    let mut since = BTreeMap::new();
    for Place { direction, name, line, .. } in blocks {
        let name = &text[name.clone()];
        if let Some(first) = since.insert((direction.is_some(), name), line) {
            return Err(format!("has `{name}` twice, in lines {first} and {line}"));
        }
    }
    Ok(())
}

/// What is wrong in a line, to follow the name of the file.
fn fault(number: usize, what: &str, line: &str) -> String {
    format!("has a fault in line {number}, `{}`: {what}", line.trim().escape_debug())
}
