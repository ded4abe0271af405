//! Lists, objects and enums: what may stand where one is declared, and what never does.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use tencent_action::tencent_data;

use super::{Derived, fault, outcome, read, reply};

#[tencent_data]
#[derive(Debug, PartialEq)]
struct Part {
    name: Option<String>,
    size: Option<u64>,
}

/// The same, by serde's derives.
#[tencent_data]
#[derive(Debug, PartialEq)]
#[serde(expecting = "an object (Piece)")]
struct Piece {
    name: Option<String>,
    size: Option<u64>,
}

#[tencent_data]
#[derive(Debug, PartialEq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Status {
    Waiting,
    #[serde(rename = "2")]
    Two,
    #[serde(rename = "")]
    Unset,
    Other(String),
}

fn part(name: Option<&str>, size: Option<u64>) -> Part {
    Part { name: name.map(str::to_owned), size }
}

#[tokio::test]
async fn lists() {
    assert_eq!(read::<Vec<i64>>(r#"[1,"2",3.0]"#).await, Ok(vec![1, 2, 3]));
    assert_eq!(read::<Vec<Option<i64>>>(r#"["1",null]"#).await, Ok(vec![Some(1), None]));
    assert_eq!(read::<Vec<Vec<String>>>("[[1],null,[]]").await, Ok(vec![vec!["1".to_owned()], vec![], vec![]]));
    for (json, expected) in [
        (r#""a""#, "at `Value`: invalid type: a string of 1 character, expected a sequence"),
        ("{}", "at `Value`: invalid type: map, expected a sequence"),
        ("1", "at `Value`: invalid type: integer `1`, expected a sequence"),
        ("[1,[2]]", "at `Value[1]`: invalid type: sequence, expected i64"),
        ("[1,2,null]", "at `Value[2]`: invalid type: null, expected i64"),
    ] {
        assert_eq!(fault::<Vec<i64>>(json).await, expected, "{json}");
    }
}

/// Serde's derives must be told at compile time what may be absent, so there a list is known by its name.
#[tokio::test]
async fn lists_that_are_null_or_absent_are_empty() {
    #[tencent_data]
    #[derive(Debug, PartialEq)]
    #[serde(expecting = "an object (Lists)")]
    struct Lists {
        names: Vec<String>,
        sizes: std::collections::BTreeSet<u8>,
    }

    for data in ["{}", r#"{"Value":null}"#] {
        assert_eq!(outcome(reply::<Derived<Vec<u8>>>(data).await), Ok(Derived { value: vec![] }));
    }
    for data in ["{}", r#"{"Names":null,"Sizes":null}"#] {
        let expected = Lists { names: vec![], sizes: [].into() };
        assert_eq!(outcome(reply::<Lists>(data).await), Ok(expected));
    }
}

#[tokio::test]
async fn objects() {
    assert_eq!(read::<Part>(r#"{"Name":1,"Size":"2"}"#).await, Ok(part(Some("1"), Some(2))));
    assert_eq!(read::<Part>(r#"{"Size":null,"New":{"Deep":[null]}}"#).await, Ok(part(None, None)));
    // Names are exact: this is another one.
    assert_eq!(read::<Part>(r#"{"NAME":"a","size":1}"#).await, Ok(part(None, None)));
    for (json, expected) in [
        ("[]", "at `Value`: invalid type: sequence, expected an object (Part)"),
        (r#"["a",1]"#, "at `Value`: invalid type: sequence, expected an object (Part)"),
        (r#""""#, "at `Value`: invalid type: an empty string, expected an object (Part)"),
        ("1", "at `Value`: invalid type: integer `1`, expected an object (Part)"),
        ("null", "`Value` is null or missing; what came: `RequestId`"),
    ] {
        assert_eq!(fault::<Part>(json).await, expected, "{json}");
    }
    assert_eq!(read::<Option<Part>>("null").await, Ok(None));
    let twice = fault::<Part>(r#"{"Size":1,"Size":"1"}"#).await;
    assert_eq!(twice, "at `Value`: duplicate field `Size`");
}

#[tokio::test]
async fn objects_by_serde_are_no_arrays_either() {
    assert_eq!(read::<Piece>(r#"{"Name":1,"Size":null}"#).await, Ok(Piece { name: Some("1".to_owned()), size: None }));
    for json in ["[]", r#"["a",1]"#] {
        let expected = "at `Value`: invalid type: sequence, expected an object (Piece)";
        assert_eq!(fault::<Piece>(json).await, expected, "{json}");
    }
}

#[tokio::test]
async fn enums_keep_what_is_new() {
    for (json, expected) in [
        (r#""WAITING""#, Status::Waiting),
        (r#""2""#, Status::Two),
        ("2", Status::Two),
        (r#""PAUSED""#, Status::Other("PAUSED".to_owned())),
        (r#""""#, Status::Unset),
        (r#""waiting""#, Status::Other("waiting".to_owned())),
    ] {
        assert_eq!(read::<Status>(json).await, Ok(expected), "{json}");
    }
    assert_eq!(fault::<Status>("[]").await, "at `Value`: invalid type: sequence, expected a string (Status)");
    assert_eq!(fault::<Status>("null").await, "`Value` is null or missing; what came: `RequestId`");
}

#[tokio::test]
async fn maps_and_values_keep_every_null() {
    let json = r#"{"a":null,"b":[null,{"c":null}]}"#;
    assert_eq!(read::<Value>(json).await, Ok(json!({"a": null, "b": [null, {"c": null}]})));
    let map = HashMap::from([("a".to_owned(), None), ("b".to_owned(), Some(1))]);
    assert_eq!(read::<HashMap<String, Option<u8>>>(r#"{"a":null,"b":"1"}"#).await, Ok(map));
    let by_number = BTreeMap::from([(1, "x".to_owned()), (22, "3".to_owned())]);
    assert_eq!(read::<BTreeMap<u8, String>>(r#"{"1":"x","22":3}"#).await, Ok(by_number));
    let null_in_map = fault::<BTreeMap<String, u8>>(r#"{"a":1,"b":null}"#).await;
    assert_eq!(null_in_map, "at `Value.b`: invalid type: null, expected u8");
    // As a member of a declared struct, a null counts as absent; for a `Value` the two differ in nothing.
    assert_eq!(read::<Option<Value>>("null").await, Ok(None));
    assert_eq!(read::<Value>("null").await, Ok(Value::Null));
}

#[tokio::test]
async fn numbers_in_a_value_are_as_they_came() {
    let json = r#"{"big":18446744073709551615,"text":"7","float":1.0}"#;
    let value = read::<Value>(json).await.unwrap();
    assert_eq!(value["big"].as_u64(), Some(u64::MAX));
    assert_eq!((&value["text"], &value["float"]), (&json!("7"), &json!(1.0)));
}

#[tokio::test]
async fn names_are_found_however_they_are_written() {
    #[tencent_data]
    #[derive(Debug, PartialEq)]
    struct Odd {
        #[serde(rename = "a\"b")]
        quoted: u8,
        #[serde(rename = r"\u0041")]
        escaped: u8,
        last: Option<u8>,
    }

    let odd = |escaped, last| Ok(Odd { quoted: 1, escaped, last });
    assert_eq!(outcome(reply(r#"{"a\"b":1,"\\u0041":2,"Last":3}"#).await), odd(2, Some(3)));
    assert_eq!(outcome(reply(r#"{"a\"b":1,"\\u0041":2,"\u0041":4,"A":5}"#).await), odd(2, None));
    let error: Result<Odd, _> = outcome(reply(r#"{"a\"b":1,"\u0041":2}"#).await);
    assert_eq!(error, Err(r"`\u0041` is null or missing; what came: `RequestId`, `A`, and 1 more".to_owned()));
    let part = |json: &'static str| async move { outcome(reply::<Part>(json).await) };
    let expected = Ok(self::part(Some("n"), Some(7)));
    assert_eq!(part(r#"{"Name":"n","Size":7}"#).await, expected);
    assert_eq!(part(r#"{"Size":7,"New":[{"Name":"other"}],"Name":"n"}"#).await, expected);
    assert_eq!(part(r#"{ "\u004eame" : "n" , "Siz\u0065" : 7 }"#).await, expected);
}

#[tokio::test]
async fn a_tuple_has_as_many_elements_as_are_declared() {
    assert_eq!(read::<(u8, String)>(r#"[1,"a"]"#).await, Ok((1, "a".to_owned())));
    assert_eq!(fault::<(u8, String)>(r#"[1,"a",2]"#).await, "at `Value`: a list of more than 2 elements, expected 2");
    assert_eq!(fault::<[u8; 1]>("[1,2,3]").await, "at `Value`: a list of more than 1 element, expected 1");
    let message = fault::<[u8; 2]>("[1]").await;
    assert_eq!(message, "at `Value`: invalid length 1, expected an array of length 2");
}
