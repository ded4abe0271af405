//! Serde attributes that only serde's own derives understand: each does what it does with those.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use tencent_action::{Action, Data, Field, Kind, tencent_action, tencent_data};

use super::{declared, json, names_of, text};

/// One of each that may be flattened.
#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Media {
    file_id: String,
    size: Option<u64>,
    #[serde(flatten)]
    page: Page,
    #[serde(flatten)]
    range: Range,
    #[serde(flatten)]
    owner: Option<Owner>,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Page {
    #[serde(alias = "Start")]
    offset: u64,
    limit: Option<u64>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Range {
    #[serde(with = "seconds")]
    length: Option<Duration>,
    list: Vec<u8>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Owner {
    uin: String,
}

mod seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "serde's form")]
    pub(super) fn serialize<S: Serializer>(length: &Option<Duration>, serializer: S) -> Result<S::Ok, S::Error> {
        length.map(|length| length.as_secs()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Duration>, D::Error> {
        Ok(Option::deserialize(deserializer)?.map(Duration::from_secs))
    }
}

#[test]
fn members_may_be_flattened() {
    let payload = json!({"FileId": "f", "Offset": 1, "Length": 2, "List": [3], "Uin": "u", "A": null});
    let media: Media = serde_json::from_value(payload.clone()).unwrap();
    let range = Range { length: Some(Duration::from_secs(2)), list: vec![3] };
    assert_eq!((&media.page, &media.range), (&Page { offset: 1, limit: None }, &range));
    assert_eq!((&media.owner, &media.rest["A"]), (&Some(Owner { uin: "u".to_owned() }), &Value::Null));
    assert_eq!(media.rest.len(), 1);
    assert_eq!(json(&media), payload);

    let payload = r#"{"FileId":"f","Offset":0,"Limit":1,"List":[]}"#;
    let media: Media = serde_json::from_str(payload).unwrap();
    assert_eq!((media.range.length, &media.owner, media.rest.len()), (None, &None, 0));
    assert_eq!(text(&media), payload);
    let by_alias: Media = serde_json::from_str(r#"{"FileId":"f","Start":0,"Limit":1}"#).unwrap();
    assert_eq!(by_alias, media);
    assert!(serde_json::from_str::<Media>("[]").is_err());

    assert_eq!(names_of::<Media>(), ["FileId", "Size"]);
    assert_eq!(names_of::<Range>(), ["Length", "List"]);
}

/// A request with most of what can be said of members.
#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20)]
#[derive(Debug, Default, PartialEq)]
#[serde(deny_unknown_fields)]
struct Search {
    #[serde(serialize_with = "in_quotes", deserialize_with = "from_quotes")]
    id: u64,
    #[serde(rename(serialize = "Written", deserialize = "Read"))]
    two_ways: Option<String>,
    #[serde(skip)]
    local: Option<u8>,
    #[serde(skip_serializing, default)]
    only_read: u8,
    #[serde(skip_deserializing)]
    only_written: u8,
    #[serde(with = "seconds")]
    length: Option<Duration>,
    #[serde(skip_serializing_if = "Option::is_some")]
    odd: Option<u8>,
    #[tencent(client_token)]
    #[serde(rename = "Token", alias = "T")]
    session_id: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's form")]
fn in_quotes<S: serde::Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

fn from_quotes<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

#[test]
fn members_may_be_written_and_read_by_functions_or_not_at_all() {
    let search = Search { id: 1, local: Some(1), only_read: 2, only_written: 3, odd: Some(4), ..Search::default() };
    assert_eq!(text(&search), r#"{"Id":"1","OnlyWritten":3}"#);
    let search = Search {
        two_ways: Some("w".to_owned()),
        length: Some(Duration::from_secs(4)),
        session_id: Some("s".to_owned()),
        ..Search::default()
    };
    assert_eq!(text(&search), r#"{"Id":"0","Written":"w","OnlyWritten":0,"Length":4,"Odd":null,"Token":"s"}"#);

    let read = r#"{"Id":"5","Read":"r","OnlyRead":6,"T":"s","Length":7,"Odd":8}"#;
    let expected = Search {
        id: 5,
        two_ways: Some("r".to_owned()),
        only_read: 6,
        session_id: Some("s".to_owned()),
        length: Some(Duration::from_secs(7)),
        odd: Some(8),
        ..Search::default()
    };
    assert_eq!(serde_json::from_str::<Search>(read).unwrap(), expected);
    assert_eq!(serde_json::from_str::<Search>(r#"{"Id":"0"}"#).unwrap(), Search::default());
    for unknown in ["Local", "New", "id", "Written"] {
        let fault = serde_json::from_str::<Search>(&format!(r#"{{"Id":"0","{unknown}":1}}"#)).unwrap_err();
        assert!(fault.to_string().starts_with(&format!("unknown field `{unknown}`")), "{fault}");
    }
}

#[test]
fn fields_tell_what_is_on_the_wire() {
    let fields = [
        Field::new("Id", Kind::Any, true),
        Field::new("Written", Kind::String, false),
        Field::new("OnlyWritten", Kind::Integer, true),
        Field::new("Length", Kind::Any, false),
        Field::new("Odd", Kind::Integer, false),
        Field::new("Token", Kind::String, false),
    ];
    assert_eq!(declared(&Search::default()), ("vod", "2018-07-17", "Search", &fields[..]));
    assert_eq!((Search::CLIENT_TOKEN, Search::RATE_LIMIT.map(u32::from)), (Some("Token"), Some(20)));
}

/// What is absent comes from the struct's own default.
#[tencent_data]
#[derive(Debug, PartialEq)]
#[serde(default)]
struct Defaults {
    limit: Option<u64>,
    order: String,
    zones: Vec<String>,
    #[serde(default)]
    offset: Option<u64>,
}

impl Default for Defaults {
    fn default() -> Self {
        Self { limit: Some(10), order: "ASC".to_owned(), zones: vec!["z".to_owned()], offset: Some(1) }
    }
}

#[test]
fn a_struct_may_have_defaults_of_its_own() {
    let expected = Defaults { offset: None, ..Defaults::default() };
    assert_eq!(serde_json::from_str::<Defaults>("{}").unwrap(), expected);
    let expected = Defaults { limit: None, ..expected };
    assert_eq!(serde_json::from_str::<Defaults>(r#"{"Limit":null}"#).unwrap(), expected);
    assert_eq!(text(&expected), r#"{"Order":"ASC","Zones":["z"]}"#);
    assert_eq!(names_of::<Defaults>(), ["Limit", "Order", "Zones", "Offset"]);
    assert!(Defaults::FIELDS.iter().all(|field| !field.required));
}

/// A struct that is what it contains.
#[tencent_data]
#[derive(Debug, PartialEq)]
#[serde(transparent)]
struct Zones {
    zones: Vec<String>,
}

#[tencent_data]
#[derive(Debug, PartialEq)]
#[serde(transparent)]
struct Perhaps {
    page: Option<Page>,
}

#[test]
fn a_struct_may_be_transparent() {
    let zones = Zones { zones: vec!["z".to_owned()] };
    assert_eq!(text(&zones), r#"["z"]"#);
    assert_eq!(serde_json::from_str::<Zones>(r#"["z"]"#).unwrap(), zones);
    let perhaps = Perhaps { page: Some(Page { offset: 1, limit: None }) };
    assert_eq!(text(&perhaps), r#"{"Offset":1}"#);
    assert_eq!(serde_json::from_str::<Perhaps>(r#"{"Offset":1}"#).unwrap(), perhaps);
    assert_eq!(serde_json::from_str::<Perhaps>("null").unwrap(), Perhaps { page: None });
    assert!(serde_json::from_str::<Perhaps>("[1]").is_err());
    assert_eq!((names_of::<Zones>().len(), names_of::<Perhaps>().len()), (0, 0));
}

/// A struct that is something else on the wire.
#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
#[serde(from = "(u64, u64)", into = "(u64, u64)")]
struct Span {
    from: u64,
    to: Option<u64>,
}

impl From<(u64, u64)> for Span {
    fn from((from, to): (u64, u64)) -> Self {
        Self { from, to: Some(to) }
    }
}

impl From<Span> for (u64, u64) {
    fn from(span: Span) -> Self {
        (span.from, span.to.unwrap_or_default())
    }
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
#[serde(try_from = "Page")]
struct FirstPage {
    limit: u64,
}

impl TryFrom<Page> for FirstPage {
    type Error = &'static str;

    fn try_from(page: Page) -> Result<Self, &'static str> {
        if page.offset == 0 { Ok(Self { limit: page.limit.unwrap_or(20) }) } else { Err("not the first page") }
    }
}

#[test]
fn a_struct_may_be_converted() {
    let span = Span { from: 1, to: Some(2) };
    assert_eq!(text(&span), "[1,2]");
    assert_eq!(serde_json::from_str::<Span>("[1,2]").unwrap(), span);
    assert_eq!(serde_json::from_str::<FirstPage>(r#"{"Offset":0}"#).unwrap(), FirstPage { limit: 20 });
    assert_eq!(text(&FirstPage { limit: 1 }), r#"{"Limit":1}"#);
    let fault = serde_json::from_str::<FirstPage>(r#"{"Offset":1}"#).unwrap_err();
    assert_eq!(fault.to_string(), "not the first page");
    assert!(serde_json::from_str::<FirstPage>("[0,1]").is_err());
    assert_eq!((names_of::<Span>().len(), names_of::<FirstPage>()), (0, vec!["Limit"]));
}

/// A struct that says what it is, in a type that can be sent but not read.
#[tencent_data]
#[serde(tag = "Type", rename = "Tagged")]
#[serde(rename_all(serialize = "PascalCase", deserialize = "snake_case"))]
struct Tag<'a> {
    #[serde(borrow)]
    file_name: std::borrow::Cow<'a, str>,
    or_none: Option<&'a str>,
}

/// And one by the name that it has.
#[tencent_data]
#[serde(tag = "Kind")]
#[derive(Debug, PartialEq)]
struct Square {
    side: u8,
}

#[test]
fn a_tag_is_the_name_of_the_struct() {
    assert_eq!(text(&Square { side: 1 }), r#"{"Kind":"Square","Side":1}"#);
    assert_eq!(serde_json::from_str::<Square>(r#"{"Kind":"Square","Side":1}"#).unwrap(), Square { side: 1 });
}

#[test]
fn a_struct_may_be_tagged_and_named_in_two_ways() {
    let tag = Tag { file_name: "f".into(), or_none: None };
    assert_eq!(text(&tag), r#"{"Type":"Tagged","FileName":"f"}"#);
    assert_eq!(names_of::<Tag<'_>>(), ["FileName", "OrNone"]);
}
