//! Generic structs, and structs that borrow.

mod bounds;
mod by_serde;
mod data;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::marker::PhantomData;

use serde::Serialize;
use serde_json::json;
use tencent_action::{Field, Kind, tencent_action};

use super::{declared, json, wire_names};

/// Bounds here and in the `where` clause, defaults, and a length.
#[tencent_action(service = "cvm", version = "2017-03-12", response = BTreeMap<String, T>)]
#[derive(Debug, Clone, PartialEq)]
struct DescribeInstances<T: Debug = String, U = Vec<T>, const N: usize = 2>
where
    T: Clone + serde::de::DeserializeOwned,
{
    ids: [T; 2],
    pages: Option<Vec<[T; N]>>,
    filter: U,
    marker: PhantomData<fn() -> T>,
}

#[test]
fn parameters_of_all_kinds_work() {
    let instances: DescribeInstances = DescribeInstances {
        ids: ["a".to_owned(), "b".to_owned()],
        pages: Some(vec![["c".to_owned(), "d".to_owned()]]),
        filter: vec!["f".to_owned()],
        marker: PhantomData,
    };
    let expected = json!({"Ids": ["a", "b"], "Pages": [["c", "d"]], "Filter": ["f"], "Marker": null});
    assert_eq!(json(&instances), expected);
    assert_eq!(serde_json::from_value::<DescribeInstances>(expected).unwrap(), instances);

    let numbers = DescribeInstances { ids: [1_u8, 2], pages: None::<Vec<[u8; 3]>>, filter: true, marker: PhantomData };
    assert_eq!(json(&numbers), json!({"Ids": [1, 2], "Filter": true, "Marker": null}));
    let fields = [
        Field::new("Ids", Kind::List, true),
        Field::new("Pages", Kind::List, false),
        Field::new("Filter", Kind::Any, true),
        Field::new("Marker", Kind::Any, true),
    ];
    assert_eq!(declared(&numbers), ("cvm", "2017-03-12", "DescribeInstances", &fields[..]));
}

/// Each way to borrow; what the elements are isn't the macro's to know.
#[tencent_action(service = "cls", version = "2020-10-16")]
#[derive(Debug, Clone, Copy)]
struct SearchLog<'a, 'b: 'a, T>
where
    T: ?Sized,
{
    topic: &'a str,
    topics: &'a [&'b str],
    query: &'a T,
    limit: Option<&'b u64>,
}

#[tencent_action(service = "cls", version = "2020-10-16")]
struct CreateTopic<'a> {
    name: Cow<'a, str>,
    tags: Option<Cow<'a, [Cow<'a, str>]>>,
    kind: &'static str,
}

#[tencent_action(service = "cls", version = "2020-10-16")]
struct DeleteTopic {
    topic_id: &'static str,
    reason: Option<&'static str>,
}

#[test]
fn requests_may_borrow() {
    let (id, limit) = (String::from("t"), 10);
    let log = SearchLog { topic: &id, topics: &[&id, "u"], query: "q", limit: Some(&limit) };
    assert_eq!(json(&log), json!({"Topic": "t", "Topics": ["t", "u"], "Query": "q", "Limit": 10}));
    assert_eq!(json(&SearchLog { limit: None, ..log }), json!({"Topic": "t", "Topics": ["t", "u"], "Query": "q"}));
    assert_eq!(wire_names(&log), ["Topic", "Topics", "Query", "Limit"]);

    let topic = CreateTopic { name: id.as_str().into(), tags: Some(Cow::Owned(vec!["a".into()])), kind: "k" };
    assert_eq!(json(&topic), json!({"Name": "t", "Tags": ["a"], "Kind": "k"}));
    assert_eq!(json(&DeleteTopic { topic_id: "t", reason: None }), json!({"TopicId": "t"}));
    let fields = [Field::new("TopicId", Kind::String, true), Field::new("Reason", Kind::String, false)];
    let topic = DeleteTopic { topic_id: "t", reason: Some("r") };
    assert_eq!(declared(&topic), ("cls", "2020-10-16", "DeleteTopic", &fields[..]));
}

/// A type that can be written and not read.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Filter<T> {
    name: &'static str,
    values: Vec<T>,
}

#[tencent_action(service = "cvm", version = "2017-03-12")]
struct DescribeZones<T> {
    filters: Option<Vec<Filter<T>>>,
    next: Option<Box<DescribeZones<T>>>,
}

#[test]
fn members_need_only_be_serialized() {
    let filters = Some(vec![Filter { name: "n", values: vec![1, 2] }]);
    let zones = DescribeZones { filters, next: Some(Box::new(DescribeZones { filters: None, next: None })) };
    assert_eq!(json(&zones), json!({"Filters": [{"Name": "n", "Values": [1, 2]}], "Next": {}}));
}
