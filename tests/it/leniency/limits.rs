//! Where leniency ends, and what it costs where nothing deviates.

use std::cell::Cell;
use std::collections::HashMap;

use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use tencent_action::tencent_data;

use super::{Derived, fault, outcome, read, reply};

thread_local! {
    static READINGS: Cell<u32> = const { Cell::new(0) };
}

/// A number that counts how often it is read.
#[derive(Debug, PartialEq)]
struct Counted(u8);

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        READINGS.set(READINGS.get() + 1);
        u8::deserialize(deserializer).map(Self)
    }
}

#[tokio::test]
async fn what_is_well_formed_is_read_once() {
    outcome(reply::<Derived<Counted>>(r#"{"Value":1,"New":null}"#).await).unwrap();
    assert_eq!(READINGS.take(), 1);
    outcome(reply::<Derived<Counted>>(r#"{"Value":"1"}"#).await).unwrap();
    assert_eq!(READINGS.take(), 2, "strictly, then leniently");
}

/// Serde collects flattened members before it reads them, and forgets what they are declared as.
#[tokio::test]
async fn flattened_members_are_read_strictly() {
    #[tencent_data]
    #[derive(Debug, PartialEq)]
    struct Inner {
        size: u64,
    }

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
        #[serde(flatten)]
        rest: HashMap<String, Value>,
    }

    let outer = outcome(reply::<Outer>(r#"{"Size":1,"New":null}"#).await).unwrap();
    assert_eq!(outer.inner, Inner { size: 1 });
    assert_eq!(outer.rest["New"], Value::Null, "a map keeps its nulls");
    let fault = outcome(reply::<Outer>(r#"{"Size":"1"}"#).await).unwrap_err();
    assert_eq!(fault, "invalid type: a string of 1 character, expected u64");
}

/// So it does with the variants of an untagged enum.
#[tokio::test]
async fn untagged_enums_are_read_strictly() {
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(untagged)]
    enum Either {
        Number(u64),
        Words(Vec<String>),
    }

    let read = async |json: &str| outcome(reply::<Derived<Either>>(&format!(r#"{{"Value":{json}}}"#)).await);
    assert_eq!(read("1").await, Ok(Derived { value: Either::Number(1) }));
    assert_eq!(read(r#"["a"]"#).await, Ok(Derived { value: Either::Words(vec!["a".to_owned()]) }));
    let fault = read(r#""1""#).await.unwrap_err();
    assert_eq!(fault, "at `Value`: data did not match any variant of untagged enum Either");
}

/// What serde_json reads for us: it forgives nothing.
#[tokio::test]
async fn enums_with_data_and_the_largest_integers_are_read_strictly() {
    #[derive(Debug, Deserialize, PartialEq)]
    enum Choice {
        Number(u64),
    }

    assert_eq!(read::<Choice>(r#"{"Number":1}"#).await, Ok(Choice::Number(1)));
    assert!(fault::<Choice>(r#"{"Number":"1"}"#).await.contains("a string of 1 character, expected u64"));
    assert_eq!(read::<u128>("1").await, Ok(1));
    assert!(read::<u128>(r#""1""#).await.is_err());
    assert!(read::<i128>("1.0").await.is_err());
}

#[tokio::test]
async fn a_default_stands_in_for_null_too() {
    fn ten() -> u8 {
        10
    }

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    struct Page {
        #[serde(default)]
        offset: u64,
        #[serde(default = "ten")]
        limit: u8,
    }

    for data in ["{}", r#"{"Offset":null,"Limit":null}"#] {
        assert_eq!(outcome(reply::<Page>(data).await), Ok(Page { offset: 0, limit: 10 }), "{data}");
    }
}

#[tokio::test]
async fn shapeless_members_are_values() {
    let reply = reply::<Derived<Value>>(r#"{"Value":{"any":["thing",1,null]}}"#).await.unwrap();
    assert_eq!(reply.value, json!({"any": ["thing", 1, null]}));
}
