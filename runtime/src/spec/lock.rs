//! The lock file: facts of those actions that somebody uses.
//!
//! Its format is in the guide (`guide/checking.md`), and the macro crate, which can't depend on this one, has a reader of its
//! own (`macros/src/spec/lock.rs`); the files in `tests/specs` hold the two against each other.

mod facts;
mod read;
mod write;
mod compare;
mod change;

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

pub use self::change::Change;
use self::facts::{Fact, LockedAction, LockedData};
use super::{ServiceSpec, SpecError};

/// A lock file: what the metadata says of some actions and data types of one version of a service.
///
/// Declarations with `spec = "…"` are held against it when they compile: the page `guide::checking` has what is judged, and
/// the format. [`Display`](std::fmt::Display) writes it, sorted, so that equal locks are equal texts.
///
/// # Example
///
/// ```
/// use tencent_action::spec::{Lock, ServiceSpec};
///
/// # fn main() -> Result<(), tencent_action::spec::SpecError> {
/// # let kettle = |members: &str| ServiceSpec::from_json(format!(r#"{{
/// #     "metadata": {{ "serviceShortName": "kettle", "apiVersion": "2024-05-01" }},
/// #     "actions": {{ "Boil": {{ "name": "Boils water", "input": "BoilRequest", "output": "BoilResponse" }} }},
/// #     "objects": {{ "BoilRequest": {{ "members": [{members}] }}, "BoilResponse": {{ "members": [] }} }}
/// # }}"#).as_bytes());
/// # let litres = r#"{ "name": "Litres", "type": "float", "member": "float", "required": true }"#;
/// # let tea = r#", { "name": "Tea", "type": "string", "member": "string", "required": true }"#;
/// # let spec = kettle(litres)?;
/// # let newer = kettle(&format!("{litres}{tea}"))?;
/// let lock = Lock::new(&spec, ["Boil"])?;
/// let text = "\
/// ## tencent-action spec 1
/// service kettle 2024-05-01
///
/// action Boil
///   in Litres float required
/// ";
/// assert_eq!(lock.to_string(), text);
/// assert_eq!(Lock::read(text)?, lock);
///
/// let changes = lock.changes(&newer)?;
/// assert_eq!(changes[0].to_string(), "Boil: parameter `Tea` is new, `string`, and required");
/// assert!(changes[0].is_breaking());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    service: String,
    version: String,
    actions: BTreeMap<String, LockedAction>,
    data: BTreeMap<String, LockedData>,
}

impl Lock {
    /// Locks what is called so, actions or data types, and all data types that they reach.
    ///
    /// # Errors
    ///
    /// - The service has no such action or data type. The error names the nearest.
    /// - A name or a type has no form in the file, because this version of the crate doesn't know it.
    pub fn new(spec: &ServiceSpec, names: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Self, SpecError> {
        let mut lock = Self::only(spec, names)?;
        let actions = lock.actions.keys().filter_map(|name| spec.actions.get(name));
        let data = lock.data.keys().filter_map(|name| spec.data.get(name));
        let members = actions.flat_map(|action| action.input.iter().chain(&action.output));
        for (name, data) in spec.reached(members.chain(data.flat_map(|data| &data.members))) {
            lock.data.insert(facts::name(name)?, LockedData::new(data)?);
        }
        Ok(lock)
    }

    /// Locks what is called so, actions or data types, and no others: some actions reach hundreds of data types, of which few
    /// are ever declared.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn only(spec: &ServiceSpec, names: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Self, SpecError> {
        let mut lock = Self {
            service: facts::word(&spec.service, "a service")?,
            version: facts::word(&spec.version, "a version")?,
            actions: BTreeMap::new(),
            data: BTreeMap::new(),
        };
        for name in names {
            let name = name.as_ref();
            // A few data types are called as an action is.
            let (action, data) = (spec.actions.get(name), spec.data.get(name));
            if action.is_none() && data.is_none() {
                return Err(spec.unknown("action or data type", name, spec.names()));
            }
            if let Some(action) = action {
                lock.actions.insert(facts::name(name)?, LockedAction::new(action)?);
            }
            if let Some(data) = data {
                lock.data.insert(facts::name(name)?, LockedData::new(data)?);
            }
        }
        Ok(lock)
    }

    /// Reads the text of a lock file.
    ///
    /// # Errors
    ///
    /// - It is none, or of a format that this version of the crate doesn't know.
    /// - A line doesn't have its form, or says what another one has said. The error has its number.
    pub fn read(text: &str) -> Result<Self, SpecError> {
        read::lock(text)
    }

    /// Reads a lock file.
    ///
    /// # Errors
    ///
    /// - There is no such file, or it can't be read.
    /// - As [`read`](Self::read). The error names the file.
    pub fn open(file: impl AsRef<Path>) -> Result<Self, SpecError> {
        let file = file.as_ref();
        let text = fs::read_to_string(file).map_err(|error| SpecError::unreadable(file, error))?;
        Self::read(&text).map_err(|error| error.in_file(file))
    }

    /// The service, as `vod`.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// Its version, as `2018-07-17`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The names of the actions, sorted.
    pub fn actions(&self) -> impl Iterator<Item = &str> {
        self.actions.keys().map(String::as_str)
    }

    /// The names of the data types, sorted.
    pub fn data_types(&self) -> impl Iterator<Item = &str> {
        self.data.keys().map(String::as_str)
    }

    /// Whether it has all data types that its actions reach, and no others.
    pub fn is_whole(&self) -> bool {
        let facts = self.actions.values().flat_map(|action| action.input.values().chain(action.output.values()));
        let mut left: Vec<&Fact> = facts.collect();
        let mut reached = BTreeSet::new();
        while let Some(fact) = left.pop() {
            let Some(name) = fact.kind.data_name() else { continue };
            let Some(data) = self.data.get(name) else { return false };
            if reached.insert(name) {
                left.extend(data.members.values());
            }
        }
        reached.len() == self.data.len()
    }

    /// What is otherwise in other metadata, of the actions and data types of this lock.
    ///
    /// # Errors
    ///
    /// - It is that of another service or another version.
    /// - A name or a type has no form in the file, because this version of the crate doesn't know it.
    pub fn changes(&self, newer: &ServiceSpec) -> Result<Vec<Change>, SpecError> {
        if (&self.service, &self.version) != (&newer.service, &newer.version) {
            let Self { service, version, .. } = self;
            let message = format!("the lock is of {service} {version}, not of {} {}", newer.service, newer.version);
            return Err(SpecError::faulty(message));
        }
        compare::changes(self, newer)
    }
}
