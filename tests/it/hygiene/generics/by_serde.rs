//! Generic items, and items that borrow, of which serde's own derives take care.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};
use tencent_action::{Action, tencent_action, tencent_data};

use crate::hygiene::{json, names_of};

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Page<T: Debug = String, U = Vec<T>, const N: usize = 2>
where
    T: Clone,
{
    items: [T; 2],
    pages: Option<Vec<[T; N]>>,
    cursor: U,
    lists: Vec<T>,
    codes: Option<[u8; N]>,
    marker: PhantomData<fn() -> T>,
    #[serde(flatten)]
    rest: BTreeMap<String, T>,
}

/// A type without `Default`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Plain(u8);

#[test]
fn parameters_of_all_kinds_work() {
    let payload = json!({"Items": [1, 2], "Pages": [[3, 4, 5]], "Cursor": true, "Lists": [6], "Marker": null, "A": 7});
    let page: Page<Plain, bool, 3> = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!((&page.pages, &page.rest["A"]), (&Some(vec![[Plain(3), Plain(4), Plain(5)]]), &Plain(7)));
    assert_eq!(json(&page), payload);
    assert_eq!(names_of::<Page>(), ["Items", "Pages", "Cursor", "Lists", "Codes", "Marker"]);
    let least = json!({"Items": ["a", "b"], "Cursor": [], "Marker": null});
    assert_eq!(serde_json::from_value::<Page>(least).unwrap().lists, [""; 0]);
}

/// A parameter's default is asked for where serde asks for it.
#[tencent_data]
#[derive(Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Absent<T, U, V> {
    option: Option<T>,
    #[serde(default)]
    list: Vec<T>,
    #[serde(default)]
    value: U,
    #[serde(skip)]
    skipped: V,
}

#[tencent_data]
#[derive(Debug, PartialEq, Default)]
#[serde(default)]
struct AllDefault<T> {
    value: T,
    name: String,
}

#[test]
fn a_default_is_asked_of_the_member_and_not_of_the_parameter() {
    let absent: Absent<Plain, u64, String> = serde_json::from_value(json!({})).unwrap();
    assert_eq!(absent, Absent { option: None, list: Vec::new(), value: 0, skipped: String::new() });
    assert_eq!(json(&absent), json!({"List": [], "Value": 0}));
    assert_eq!(names_of::<Absent<(), (), ()>>(), ["Option", "List", "Value"]);
    assert_eq!(serde_json::from_value::<AllDefault<u8>>(json!({"Value": 1})).unwrap().value, 1);
    assert_eq!(serde_json::from_value::<AllDefault<u8>>(json!({})).unwrap(), AllDefault::default());
}

/// Bounds that the user writes go in place of ours.
#[tencent_data]
#[derive(Debug, PartialEq)]
#[serde(bound(serialize = "T: Display", deserialize = "T: From<u8>, U: Deserialize<'de>"))]
struct Bound<T, U> {
    #[serde(serialize_with = "as_text", deserialize_with = "from_number")]
    value: T,
    #[serde(bound(serialize = "U: Serialize + Clone"))]
    other: Option<U>,
}

fn as_text<T: Display, S: serde::Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

fn from_number<'de, T: From<u8>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    u8::deserialize(deserializer).map(T::from)
}

/// Neither written nor read by serde.
#[derive(Debug, PartialEq)]
struct Degrees(u8);

impl Display for Degrees {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}°", self.0)
    }
}

impl From<u8> for Degrees {
    fn from(degrees: u8) -> Self {
        Self(degrees)
    }
}

#[test]
fn bounds_may_be_said() {
    let bound: Bound<Degrees, bool> = serde_json::from_value(json!({"Value": 7, "Other": true})).unwrap();
    assert_eq!(bound, Bound { value: Degrees(7), other: Some(true) });
    assert_eq!(json(&bound), json!({"Value": "7°", "Other": true}));
}

#[tencent_action(service = "cvm", version = "2017-03-12", response = Option<T>)]
#[serde(bound(deserialize = "T: serde::de::DeserializeOwned"))]
struct DescribeThings<T: serde::de::DeserializeOwned> {
    filter: Option<T>,
    filters: Vec<T>,
}

/// Only written: it borrows.
#[tencent_action(service = "cls", version = "2020-10-16")]
#[serde(deny_unknown_fields)]
struct SearchLog<'a, T: ?Sized> {
    #[serde(borrow)]
    topic: Cow<'a, str>,
    query: &'a T,
    limit: Option<&'a u64>,
    #[serde(flatten)]
    rest: &'a BTreeMap<String, Value>,
}

/// Can be sent and not be read back.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct OneWay {
    offset: u64,
}

#[tencent_action(service = "cls", version = "2020-10-16")]
struct DescribePages<T> {
    #[serde(flatten)]
    page: OneWay,
    filters: Option<Vec<T>>,
}

#[test]
fn actions_may_be_generic_and_may_borrow() {
    assert_eq!(json(&DescribeThings { filter: Some(1), filters: vec![2] }), json!({"Filter": 1, "Filters": [2]}));
    let things: DescribeThings<u8> = serde_json::from_value(json!({})).unwrap();
    assert_eq!((things.filter, things.filters.len()), (None, 0));

    let rest = [("New".to_owned(), json!([1]))].into();
    let log = SearchLog { topic: "t".into(), query: "q", limit: None, rest: &rest };
    assert_eq!(json(&log), json!({"Topic": "t", "Query": "q", "New": [1]}));
    assert_eq!(<SearchLog<'_, str> as Action>::FIELDS.len(), 3);

    let pages = DescribePages { page: OneWay { offset: 1 }, filters: Some(vec![true]) };
    assert_eq!(json(&pages), json!({"Offset": 1, "Filters": [true]}));
}
