//! Reads the text.

mod line;

use std::collections::btree_map::{BTreeMap, Entry};

use self::line::{Block, Line};
use super::facts::{Fact, LockedAction, LockedData};
use super::{Lock, write};
use crate::spec::{SpecError, Usage};

const FIRST_OF_ANY: &str = "# tencent-action spec ";

/// Where members go that come next, and since which line.
struct Open {
    block: Block,
    line: usize,
    input: BTreeMap<String, Fact>,
    output: BTreeMap<String, Fact>,
}

pub(super) fn lock(text: &str) -> Result<Lock, SpecError> {
    check_first(text.lines().next().unwrap_or_default())?;
    let mut lines = Line::all(text).skip(1).filter(|line| !line.is_empty());
    let second = || SpecError::faulty("ends before its second line, as in `service vod 2018-07-17`");
    let (service, version) = lines.next().ok_or_else(second)?.service()?;
    let mut lock = Lock { service, version, actions: BTreeMap::new(), data: BTreeMap::new() };
    let mut since = BTreeMap::new();
    let mut open: Option<Open> = None;
    for line in lines {
        if line.is_indented() {
            let block = open
                .as_mut()
                .ok_or_else(|| line.expected("`action NAME` or `data NAME in`, to which members belong"))?;
            block.add(&line)?;
        } else {
            let next =
                Open { block: line.block()?, line: line.number, input: BTreeMap::new(), output: BTreeMap::new() };
            if let Some(done) = open.replace(next) {
                done.close(&mut lock, &mut since)?;
            }
        }
    }
    if let Some(done) = open {
        done.close(&mut lock, &mut since)?;
    }
    Ok(lock)
}

fn check_first(line: &str) -> Result<(), SpecError> {
    let wrong = |what: String| Err(SpecError::faulty(what));
    match line.trim_end().strip_prefix(FIRST_OF_ANY) {
        Some("1") => Ok(()),
        Some(number) if number.parse::<u32>().is_ok() => wrong(format!(
            "is of format {number}, of which this version of `tencent-action` knows nothing: it reads format 1, so take a newer one"
        )),
        _ if line.starts_with('\u{feff}') => {
            wrong("begins with a byte order mark: save it as UTF-8 without one".to_owned())
        }
        _ => wrong(format!("isn't a lock file: its first line isn't `{}`", write::FIRST)),
    }
}

impl Open {
    fn add(&mut self, line: &Line<'_>) -> Result<(), SpecError> {
        let (direction, name, fact) = line.member(matches!(self.block, Block::Action { .. }))?;
        let members = if direction == Usage::Out { &mut self.output } else { &mut self.input };
        match members.entry(name) {
            Entry::Vacant(place) => _ = place.insert(fact),
            Entry::Occupied(known) => return Err(line.fault(&format!("`{}` is there twice", known.key()))),
        }
        Ok(())
    }

    /// Puts the block into the lock; `since` has the lines where blocks begin, by whether they are data and by name.
    fn close(self, lock: &mut Lock, since: &mut BTreeMap<(bool, String), usize>) -> Result<(), SpecError> {
        let Self { block, line, input, output } = self;
        let (is_data, name) = match &block {
            Block::Action { name, .. } => (false, name.clone()),
            Block::Data { name, .. } => (true, name.clone()),
        };
        if let Some(first) = since.insert((is_data, name.clone()), line) {
            return Err(SpecError::faulty(format!("has `{name}` twice, in lines {first} and {line}")));
        }
        match block {
            Block::Action { deprecated, .. } => {
                lock.actions.insert(name, LockedAction { deprecated, input, output });
            }
            Block::Data { usage, .. } => {
                lock.data.insert(name, LockedData { usage, members: input });
            }
        }
        Ok(())
    }
}
