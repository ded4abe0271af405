use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

use super::{ClientToken, Part, Writer};

#[derive(Serialize)]
struct With<T> {
    value: T,
}

#[derive(Serialize)]
enum Choice {
    Word,
    One(u8),
    Two(u8, u8),
    Named { name: u8 },
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Wrapped(&'static str);

struct Bytes;

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&[0, 255])
    }
}

fn json(value: &impl Serialize) -> Result<String, String> {
    let json = Writer::json(&value, None).map_err(|error| error.to_string())?;
    Ok(String::from_utf8(json).unwrap())
}

/// What `serde_json` writes is the measure.
fn check(value: impl Serialize) {
    let value = With { value };
    let expected = serde_json::to_string(&value).map_err(|error| format!("the request can't be serialized: {error}"));
    assert_eq!(json(&value), expected);
}

#[test]
fn json_is_that_of_serde_json() {
    check((true, false, (), None::<u8>, Some(Some("x")), 'é', "\"\n"));
    check((i8::MIN, i16::MIN, i32::MIN, i64::MIN, i128::MIN, u8::MAX, u16::MAX, u32::MAX));
    check((u64::MAX, u128::MAX, 1.0, 0.1, 1e21, -1e-7, 1.1_f32));
    check((Unit, Wrapped("x"), Bytes, [0_u8; 0], Vec::<u8>::new(), vec![vec![1], vec![]]));
    check([Choice::Word, Choice::One(1), Choice::Two(1, 2), Choice::Named { name: 1 }]);
    check(json!({"a": [1, {"b": {}}, [], [[]]], "c": null, "\"": 1.5}));
    check(RawValue::from_string(r#" { "a" : [1, "b"] } "#.to_owned()).unwrap());
    check(With { value: With { value: BTreeMap::from([("{", "}"), ("[", "]")]) } });
}

/// Where it has null, and the action would be called with another request than was given.
#[test]
fn a_float_without_digits_is_refused_wherever_it_is() {
    let fault = |name: &str| {
        format!("the request can't be serialized: `{name}` isn't a finite number, and the API takes no other")
    };
    for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(json(&With { value: [1.0, float] }).unwrap_err(), fault("value.1"));
        assert_eq!(json(&BTreeMap::from([("a", (0, Some(float)))])).unwrap_err(), fault("a.1"));
        assert_eq!(Writer::parts(&With { value: float }).unwrap_err().to_string(), fault("value"));
        let nested = With { value: (json!({"\"": [{}, [1], "{"]}), With { value: float }) };
        assert_eq!(Writer::parts(&nested).unwrap_err().to_string(), fault("value.1.value"));
        let quoted = BTreeMap::from([("a\"", [With { value: float }])]);
        assert_eq!(json(&quoted).unwrap_err(), fault("a\".0.value"));
    }
    assert_eq!(json(&With { value: f32::NAN }).unwrap_err(), fault("value"));
}

#[test]
fn keys_are_those_of_serde_json() {
    check(BTreeMap::from([(1, 'a'), (-2, 'b')]));
    check((BTreeMap::from([(true, 1)]), BTreeMap::from([('c', 1)]), BTreeMap::from([(Some("s"), 1)])));
    check(BTreeMap::from([(u128::MAX, 1)]));
    for key in [json!(null), json!([1]), json!({})] {
        let map = [(key, 1)];
        check(Pairs(&map));
    }
    check(Pairs(&[(1.5, 1), (f64::NAN, 2)]));
    check(Pairs(&[(Choice::Word, 1), (Choice::One(2), 2)]));
    check(Pairs(&[(Wrapped("w"), 1)]));
    check(Pairs(&[(Bytes, 1)]));
}

/// A map with any keys.
struct Pairs<'a, K>(&'a [(K, u8)]);

impl<K: Serialize> Serialize for Pairs<'_, K> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

#[test]
fn a_request_is_an_object() {
    let cure = "the request can't be serialized: it isn't an object, with a member for each parameter";
    assert_eq!(json(&Choice::Named { name: 1 }).unwrap(), r#"{"Named":{"name":1}}"#);
    for fault in [json(&1), json(&"text"), json(&[1]), json(&()), json(&None::<With<u8>>), json(&Choice::Word)] {
        assert_eq!(fault.unwrap_err(), cure);
    }
    let parts = |value: &dyn super::Writable| Writer::parts(value).map_err(|error| error.to_string());
    let raw = RawValue::from_string("{}".to_owned()).unwrap();
    let none = None::<u8>;
    for value in [&1 as &dyn super::Writable, &"text", &[1], &(), &none, &Choice::Word, &Choice::One(1), &Bytes, &raw] {
        assert_eq!(parts(value).unwrap_err(), cure);
    }
    assert_eq!(parts(&json!({})), Ok(vec![]));
}

#[test]
fn a_token_comes_first() {
    let with_token = |value: &dyn super::Writable| {
        let token = ClientToken { name: "ClientToken", token: "0123".to_owned() };
        String::from_utf8(Writer::json(value, Some(token)).unwrap()).unwrap()
    };
    let raw = |json: &str| RawValue::from_string(json.to_owned()).unwrap();
    assert_eq!(with_token(&json!({})), r#"{"ClientToken":"0123"}"#);
    assert_eq!(with_token(&json!({"a": {"b": [{}]}})), r#"{"ClientToken":"0123","a":{"b":[{}]}}"#);
    assert_eq!(with_token(&Choice::One(1)), r#"{"ClientToken":"0123","One":1}"#);
    assert_eq!(with_token(&raw("{ }")), r#"{"ClientToken":"0123" }"#);
    assert_eq!(with_token(&raw(r#"{"a":1}"#)), r#"{"ClientToken":"0123","a":1}"#);
}

#[test]
fn parts_are_text_json_or_bytes() {
    #[derive(Serialize)]
    struct Request {
        text: &'static str,
        number: f64,
        absent: Option<u8>,
        bytes: Bytes,
        some: Option<Bytes>,
        list: Vec<u8>,
        object: With<Option<u8>>,
        variant: Choice,
        in_list: [Bytes; 1],
    }

    let request = Request {
        text: "a\"b",
        number: 1.0,
        absent: None,
        bytes: Bytes,
        some: Some(Bytes),
        list: vec![],
        object: With { value: None },
        variant: Choice::One(1),
        in_list: [Bytes],
    };
    let text = |name: &str, text: &str| (name.to_owned(), Part::Text(text.to_owned()));
    let bytes = |name: &str| (name.to_owned(), Part::Binary(vec![0, 255]));
    let json = |name: &str, json: &str| (name.to_owned(), Part::Json(json.as_bytes().to_vec()));
    let expected = [
        text("text", "a\"b"),
        text("number", "1.0"),
        bytes("bytes"),
        bytes("some"),
        json("list", "[]"),
        json("object", r#"{"value":null}"#),
        json("variant", r#"{"One":1}"#),
        json("in_list", "[[0,255]]"),
    ];
    assert_eq!(Writer::parts(&request).unwrap(), expected);
    assert_eq!(Writer::parts(&BTreeMap::from([(1, "a")])).unwrap(), [text("1", "a")]);
}
