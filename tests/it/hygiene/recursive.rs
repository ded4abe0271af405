//! Types that contain themselves, and types that contain each other.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tencent_action::{tencent_action, tencent_data};

use super::{json, names_of};

fn assert_there_and_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, payload: &Value) {
    assert_eq!(json(value), *payload);
    assert_eq!(serde_json::from_value::<T>(payload.clone()).unwrap(), *value);
}

/// Through a list, a box, a map, and under its own name.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
struct Tree {
    name: Option<String>,
    branches: Vec<Tree>,
    next: Option<Box<Self>>,
    by_name: BTreeMap<String, Self>,
}

#[test]
fn data_may_contain_itself() {
    let leaf = Tree { name: Some("leaf".to_owned()), ..Tree::default() };
    let of_leaf = json!({"Name": "leaf", "Branches": [], "ByName": {}});
    let tree = Tree {
        branches: vec![leaf.clone(), Tree { next: Some(Box::new(leaf.clone())), ..Tree::default() }],
        by_name: [("a".to_owned(), leaf)].into(),
        ..Tree::default()
    };
    let branches = json!([of_leaf, {"Branches": [], "Next": of_leaf, "ByName": {}}]);
    assert_there_and_back(&tree, &json!({"Branches": branches, "ByName": {"a": of_leaf}}));
    assert_eq!(names_of::<Tree>(), ["Name", "Branches", "Next", "ByName"]);
}

/// Two that contain each other, with an enum between them.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
struct Folder {
    files: Vec<File>,
    newest: Option<Box<File>>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct File {
    folder: Option<Box<Folder>>,
    status: Status,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
enum Status {
    Normal,
    Other(String),
}

#[test]
fn data_may_contain_each_other() {
    let empty = Folder::default();
    let file = File { folder: Some(Box::new(empty)), status: Status::Normal };
    let of_file = json!({"Folder": {"Files": []}, "Status": "Normal"});
    let folder = Folder { files: vec![file.clone()], newest: Some(Box::new(file)) };
    assert_there_and_back(&folder, &json!({"Files": [of_file], "Newest": of_file}));
}

/// One that we derive, one that serde derives, one that is generic, in a ring.
#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Derived {
    by_serde: Vec<BySerde>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
#[serde(deny_unknown_fields)]
struct BySerde {
    generic: Option<Box<Generic<Derived>>>,
    itself: Option<Box<Self>>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Generic<T> {
    first: Option<T>,
    rest: Vec<Generic<T>>,
    others: Option<Box<OtherGeneric<T>>>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct OtherGeneric<T> {
    list: Vec<Generic<T>>,
    #[serde(flatten)]
    map: BTreeMap<String, Generic<T>>,
}

#[test]
fn rings_may_be_of_all_sorts() {
    let derived = Derived { by_serde: Vec::new() };
    let generic = Generic { first: Some(derived.clone()), rest: Vec::new(), others: None };
    let of_generic = json!({"First": {"BySerde": []}, "Rest": []});
    let map = [("A".to_owned(), generic.clone())].into();
    let others = OtherGeneric { list: vec![generic.clone()], map };
    let ring = Generic { first: None, rest: vec![generic], others: Some(Box::new(others)) };
    let of_ring = json!({"Rest": [of_generic], "Others": {"List": [of_generic], "A": of_generic}});
    assert_there_and_back(&ring, &of_ring);

    let itself = BySerde { generic: None, itself: None };
    let by_serde = BySerde { generic: Some(Box::new(ring)), itself: Some(Box::new(itself)) };
    let whole = Derived { by_serde: vec![by_serde] };
    assert_there_and_back(&whole, &json!({"BySerde": [{"Generic": of_ring, "Itself": {}}]}));
}

/// An action that contains itself, and data that contains each other.
#[tencent_action(service = "cls", version = "2020-10-16", response = Derived)]
#[derive(Debug, PartialEq)]
struct SearchTree {
    folder: Option<Folder>,
    branches: Vec<SearchTree>,
    next: Option<Box<Self>>,
}

#[tencent_action(service = "cls", version = "2020-10-16", response = BySerde)]
#[derive(Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct SearchTreeBySerde {
    folder: Option<Folder>,
    branches: Vec<SearchTreeBySerde>,
    next: Option<Box<Self>>,
}

#[test]
fn actions_may_contain_themselves() {
    let leaf = || SearchTree { folder: None, branches: Vec::new(), next: None };
    let tree = SearchTree { folder: Some(Folder::default()), branches: vec![leaf()], next: Some(Box::new(leaf())) };
    let payload = json!({"Folder": {"Files": []}, "Branches": [{"Branches": []}], "Next": {"Branches": []}});
    assert_there_and_back(&tree, &payload);

    let leaf = || SearchTreeBySerde { folder: None, branches: Vec::new(), next: None };
    let (branches, next) = (vec![leaf()], Some(Box::new(leaf())));
    assert_there_and_back(&SearchTreeBySerde { folder: Some(Folder::default()), branches, next }, &payload);
}
