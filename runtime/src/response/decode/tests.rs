//! Held against serde_json, whose strict reading ours is to be: the same is accepted, and the same comes out.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Debug};

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::reader::Reader;
use crate::response::mutants::{documents, mutated};

/// What is read of whatever comes.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct Whatever {
    a: Value,
    b: Option<Box<Whatever>>,
    name: Option<String>,
    count: Option<i64>,
    status: Option<Status>,
    items: Vec<Value>,
    nested: Option<(Value, Value)>,
    map: BTreeMap<String, Value>,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Status {
    #[serde(rename = "SUCCESS")]
    Success,
    Name(String),
    #[serde(rename = "A")]
    Several(u8, u8),
    Nested {
        #[serde(rename = "A")]
        a: Option<f64>,
    },
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Either {
    Number(u64),
    Text(String),
    List(Vec<Either>),
    Object(BTreeMap<String, Either>),
}

fn ours<'t, T: Deserialize<'t>>(json: &'t str) -> Result<T, serde_json::Error> {
    let mut reader = Reader::new(json, false);
    let value = T::deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}

fn check<T: DeserializeOwned + Debug>(json: &str) {
    let expected: Result<T, _> = serde_json::from_str(json);
    let found: Result<T, _> = ours(json);
    // As text, so that a float that is minus zero isn't the same as zero.
    assert_eq!(format!("{:?}", found.ok()), format!("{:?}", expected.ok()), "{json}");
}

fn check_all(json: &str) {
    check::<Value>(json);
    check::<Whatever>(json);
    check::<Either>(json);
    check::<Vec<Whatever>>(json);
    check::<Option<BTreeMap<String, Option<String>>>>(json);
    check::<BTreeMap<i8, f32>>(json);
    check::<(String, u64)>(json);
    check::<Box<str>>(json);
    check::<IgnoredAny>(json);
}

#[test]
fn documents_are_read_as_serde_json_reads_them() {
    for seed in 0..300 {
        let json = documents(seed);
        check_all(&json);
        for change in 0..40 {
            if let Ok(json) = std::str::from_utf8(&mutated(json.as_bytes(), change)) {
                check_all(json);
            }
        }
    }
}

/// Each is read as each kind of scalar.
const SCALARS: &[&str] = &[
    "0",
    "-0",
    "-0.0",
    "7",
    " 7 ",
    "07",
    "-",
    "255",
    "256",
    "-128",
    "-129",
    "1.5",
    "1.0",
    "1e2",
    "1e400",
    "-1e400",
    "1e-400",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "340282366920938463463374607431768211455",
    "123456789012345678901234567890.5",
    "2.2250738585072011e-308",
    "true",
    "false",
    "tru",
    "truex",
    "null",
    "nul",
    "[]",
    "{}",
    "[7]",
    "[1,2]",
    "[1,2,3]",
    "\"\"",
    "\"x\"",
    "\"xy\"",
    "\"7\"",
    r#""\u0041""#,
    r#""\ud83d\ude00""#,
    r#""\ud83d""#,
    r#""\ude00""#,
    r#""\ud83d\ud83d""#,
    r#""\ud83dx""#,
    r#""\ud83d\n""#,
    r#""\/\b\f\n\r\t\\\"x""#,
    r#""\v""#,
    "\"a\nb\"",
    "\"é\"",
    r#"{"SUCCESS":null}"#,
    r#"{"Name":"x"}"#,
    r#"{"A":[1,2]}"#,
    r#""Name""#,
    r#"{"Nested":{"A":1}}"#,
    r#"{"Name":"x","A":1}"#,
    "",
    " ",
];

#[test]
fn scalars_are_read_as_serde_json_reads_them() {
    for json in SCALARS {
        check::<u8>(json);
        check::<i8>(json);
        check::<u64>(json);
        check::<i64>(json);
        check::<i128>(json);
        check::<u128>(json);
        check::<f32>(json);
        check::<f64>(json);
        check::<bool>(json);
        check::<char>(json);
        check::<()>(json);
        check::<String>(json);
        check::<Option<String>>(json);
        check::<Status>(json);
        check::<[u8; 2]>(json);
        check::<Box<RawValue>>(json);
        check_all(json);
    }
}

#[test]
fn keys_are_read_as_serde_json_reads_them() {
    for key in [
        "", "7", "-7", "07", "7 ", " 7", "1.5", "1e2", "300", "true", "false", "x", r"\u0037", r"\ud83d", "SUCCESS",
        "é",
    ] {
        let json = format!("{{\"{key}\":1}}");
        check::<BTreeMap<u8, u8>>(&json);
        check::<BTreeMap<i64, u8>>(&json);
        check::<BTreeMap<u128, u8>>(&json);
        if key.is_ascii() {
            // serde_json 1.0.154 panics as it reports that "é" isn't a boolean.
            check::<BTreeMap<bool, u8>>(&json);
        }
        check::<BTreeMap<char, u8>>(&json);
        check::<BTreeMap<Option<String>, u8>>(&json);
        check::<BTreeMap<Box<str>, u8>>(&json);
        check::<BTreeMap<(), u8>>(&json);
    }
}

#[test]
fn nesting_ends_where_serde_json_ends_it() {
    for depth in [1, 126, 127, 128, 1000] {
        for (open, close) in [("[", "]"), (r#"{"A":"#, "}"), (r#"{"B":"#, "}"), (r#"{"New":"#, "}")] {
            let json = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            check::<Value>(&json);
            check::<Whatever>(&json);
            check::<IgnoredAny>(&json);
            check::<Box<RawValue>>(&json);
        }
    }
}

#[test]
fn what_a_visitor_leaves_unread_is_refused() {
    for json in
        [r#"{"a":1}"#, r#"{"a":1,"b":2}"#, r#"{"a":1 "#, "{}", r#"[{"a":1},{"a":1}]"#, r#"[{"a":1},{"a":1,"b":2}]"#]
    {
        check::<First>(json);
        check::<Vec<First>>(json);
    }
}

/// The first member of an object.
#[derive(Debug, PartialEq)]
struct First(Option<(String, u8)>);

impl<'de> Deserialize<'de> for First {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self(None))
    }
}

impl<'de> Visitor<'de> for First {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        map.next_entry().map(Self)
    }
}

#[test]
fn text_without_escapes_is_borrowed() {
    let found: Cow<'_, str> = ours::<Text<'_>>(r#""plain""#).unwrap().0;
    assert!(matches!(found, Cow::Borrowed("plain")));
    let found = ours::<Text<'_>>(r#""\u0041""#).unwrap().0;
    assert!(matches!(&found, Cow::Owned(text) if text == "A"));
    assert_eq!(ours::<&RawValue>(r#" {"a": [1 ]} "#).unwrap().get(), r#"{"a": [1 ]}"#);
}

#[derive(Deserialize)]
struct Text<'t>(#[serde(borrow)] Cow<'t, str>);
