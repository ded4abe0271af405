//! Generic data, and data that borrows.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::marker::PhantomData;

use serde_json::json;
use tencent_action::{Data, Field, Kind, tencent_data};

use crate::hygiene::{json, names_of};

/// Bounds here and in the `where` clause, defaults, and a length.
#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Page<T: Debug = String, U = Vec<T>, const N: usize = 2>
where
    T: Clone,
    for<'a> &'a U: Debug,
{
    items: [T; 2],
    pages: Option<Vec<[T; N]>>,
    cursor: U,
    codes: Option<[u8; N]>,
    marker: PhantomData<fn() -> T>,
}

#[test]
fn parameters_of_all_kinds_work() {
    let page: Page = Page {
        items: ["a".to_owned(), "b".to_owned()],
        pages: Some(vec![["c".to_owned(), "d".to_owned()]]),
        cursor: vec!["f".to_owned()],
        codes: None,
        marker: PhantomData,
    };
    let expected = json!({"Items": ["a", "b"], "Pages": [["c", "d"]], "Cursor": ["f"], "Marker": null});
    assert_eq!(json(&page), expected);
    assert_eq!(serde_json::from_value::<Page>(expected).unwrap(), page);
    let fields = [
        Field::new("Items", Kind::List, true),
        Field::new("Pages", Kind::List, false),
        Field::new("Cursor", Kind::Any, true),
        Field::new("Codes", Kind::List, false),
        Field::new("Marker", Kind::Any, true),
    ];
    assert_eq!(<Page as Data>::FIELDS, fields);
}

/// A type without `Default`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Plain(u8);

/// What may be absent without a default of the parameter, and what needs one.
#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Absent<T, U> {
    option: Option<T>,
    #[serde(default)]
    list: Vec<T>,
    #[serde(default)]
    map: BTreeMap<String, T>,
    #[serde(default)]
    value: U,
    #[serde(default = "nothing")]
    said: Option<T>,
}

const fn nothing<T>() -> Option<T> {
    None
}

#[test]
fn a_default_is_asked_of_the_member_and_not_of_the_parameter() {
    let absent: Absent<Plain, u64> = serde_json::from_value(json!({})).unwrap();
    assert_eq!(absent, Absent { option: None, list: Vec::new(), map: BTreeMap::new(), value: 0, said: None });
    let payload = json!({"Option": 1, "List": [2], "Map": {"a": 3}, "Value": 4, "Said": 5});
    let there: Absent<Plain, u64> = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!((json(&there), there.said), (payload, Some(Plain(5))));
}

/// Only written: it borrows.
#[tencent_data]
#[derive(Debug, Clone, Copy)]
struct Filter<'a, 'b: 'a, T>
where
    T: ?Sized,
{
    name: &'a str,
    values: &'a [&'b str],
    query: &'a T,
    limit: Option<&'b u64>,
}

#[tencent_data]
struct Sort<'a> {
    by: Cow<'a, str>,
    filters: Option<Cow<'a, [Cow<'a, str>]>>,
    order: &'static str,
}

#[test]
fn data_may_borrow() {
    let (name, limit) = (String::from("n"), 10);
    let filter = Filter { name: &name, values: &[&name, "v"], query: "q", limit: Some(&limit) };
    assert_eq!(json(&filter), json!({"Name": "n", "Values": ["n", "v"], "Query": "q", "Limit": 10}));
    assert_eq!(json(&Filter { limit: None, ..filter }), json!({"Name": "n", "Values": ["n", "v"], "Query": "q"}));
    assert_eq!(names_of::<Filter<'_, '_, str>>(), ["Name", "Values", "Query", "Limit"]);

    let sort = Sort { by: name.as_str().into(), filters: Some(Cow::Owned(vec!["a".into()])), order: "ASC" };
    assert_eq!(json(&sort), json!({"By": "n", "Filters": ["a"], "Order": "ASC"}));
}
