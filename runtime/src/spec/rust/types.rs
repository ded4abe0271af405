//! What types are called.

use std::collections::{BTreeMap, BTreeSet};

use super::objects::ObjectId;
use super::words::capital;
use crate::spec::ServiceSpec;

/// The names of the structs of a whole service.
pub(super) struct TypeNames<'a> {
    names: BTreeMap<ObjectId<'a>, String>,
    taken: BTreeSet<String>,
}

impl<'a> TypeNames<'a> {
    /// Actions keep their names, then replies are called after them, and data types get what is left.
    pub(super) fn new(spec: &'a ServiceSpec) -> Self {
        let mut types = Self { names: BTreeMap::new(), taken: BTreeSet::new() };
        for name in spec.actions.keys() {
            types.add(ObjectId::Request(name), name, "Action");
        }
        for name in spec.actions.keys() {
            types.add(ObjectId::Response(name), &format!("{name}Response"), "Data");
        }
        for name in spec.data.keys() {
            types.add(ObjectId::Data(name), name, "Data");
        }
        types
    }

    fn add(&mut self, id: ObjectId<'a>, name: &str, suffix: &str) {
        let name = self.free(name, suffix);
        self.taken.insert(name.clone());
        self.names.insert(id, name);
    }

    /// A name that isn't taken, with this suffix if need be, and then a number.
    fn free(&self, name: &str, suffix: &str) -> String {
        let name = name.split('_').map(capital).collect::<String>();
        let suffixed = format!("{name}{suffix}");
        let numbered = (2..).map(|number| format!("{suffixed}{number}"));
        let mut names = [name, suffixed.clone()].into_iter().chain(numbered);
        // There are more numbers than types.
        names.find(|name| self.is_free(name)).unwrap_or_default()
    }

    pub(super) fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name) && !RESERVED.contains(&name)
    }

    pub(super) fn of(&self, id: ObjectId<'a>) -> &str {
        self.names.get(&id).map(String::as_str).unwrap_or_default()
    }
}

/// What the language brings along, and what nearly every file with a call in it imports of us.
const RESERVED: [&str; 40] = [
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Some",
    "String",
    "Vec", // Ours.
    "Client",
    "Error",
    "Reply",
];
