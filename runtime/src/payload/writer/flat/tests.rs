use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use crate::payload::writer::Writer;

fn flat(value: &impl Serialize) -> Result<Vec<String>, String> {
    let pairs = Writer::pairs(value).map_err(|error| error.to_string())?;
    Ok(pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect())
}

fn fault(value: &impl Serialize) -> String {
    flat(value).unwrap_err()
}

#[derive(Serialize)]
struct With<T> {
    value: T,
}

fn with<T>(value: T) -> With<T> {
    With { value }
}

#[test]
fn nested_members_are_named_by_their_path() {
    let request = json!({
        "Limit": 1,
        "Filters": [
            { "Name": "zone", "Values": ["a b", "未命名"] },
            { "Name": "state", "Values": ["&="] },
        ],
        "Absent": null,
    });
    let expected = [
        "Filters.0.Name=zone",
        "Filters.0.Values.0=a b",
        "Filters.0.Values.1=未命名",
        "Filters.1.Name=state",
        "Filters.1.Values.0=&=",
        "Limit=1",
    ];
    assert_eq!(flat(&request).unwrap(), expected);
}

#[test]
fn names_are_sorted_by_their_bytes() {
    let numbers: Vec<_> = (0..11).collect();
    let flat = flat(&with(numbers)).unwrap();
    assert_eq!(flat[..3], ["value.0=0", "value.1=1", "value.10=10"]);
}

#[test]
fn scalars_have_one_form() {
    for (flat, expected) in [
        (flat(&with(true)), "true"),
        (flat(&with(u64::MAX)), "18446744073709551615"),
        (flat(&with(i64::MIN)), "-9223372036854775808"),
        (flat(&with(u128::MAX)), "340282366920938463463374607431768211455"),
        (flat(&with(1.0)), "1"),
        (flat(&with(0.1)), "0.1"),
        (flat(&with(1e21)), "1000000000000000000000"),
        (flat(&with(-1e-7)), "-0.0000001"),
        (flat(&with(1.1_f32)), "1.1"),
        (flat(&with("")), ""),
        (flat(&with('é')), "é"),
        (flat(&with(Some(Some("x")))), "x"),
        (flat(&with(Box::new(std::borrow::Cow::Borrowed("x")))), "x"),
        (flat(&with(json!(1.5))), "1.5"),
    ] {
        assert_eq!(flat.unwrap(), [format!("value={expected}")]);
    }
}

#[test]
fn what_isnt_there_isnt_sent() {
    assert_eq!(flat(&json!({})), Ok(vec![]));
    assert_eq!(flat(&with(None::<u8>)), Ok(vec![]));
    assert_eq!(flat(&with(())), Ok(vec![]));
}

#[test]
fn enums_maps_and_raw_values_are_written_as_in_json() {
    #[derive(Serialize)]
    enum Choice {
        Word,
        One(u8),
        Two(u8, u8),
        Named { name: u8 },
    }

    assert_eq!(flat(&with(Choice::Word)).unwrap(), ["value=Word"]);
    assert_eq!(flat(&with(Choice::One(1))).unwrap(), ["value.One=1"]);
    assert_eq!(flat(&with(Choice::Two(1, 2))).unwrap(), ["value.Two.0=1", "value.Two.1=2"]);
    let list = vec![Choice::Named { name: 1 }, Choice::Two(3, 4), Choice::Word];
    let expected = ["value.0.Named.name=1", "value.1.Two.0=3", "value.1.Two.1=4", "value.2=Word"];
    assert_eq!(flat(&with(list)).unwrap(), expected);
    assert_eq!(flat(&BTreeMap::from([("a", 1), ("b", 2)])).unwrap(), ["a=1", "b=2"]);
    let raw = serde_json::value::RawValue::from_string(r#"{"a":[1,"b"]}"#.to_owned()).unwrap();
    assert_eq!(flat(&with(raw)).unwrap(), ["value.a.0=1", "value.a.1=b"]);
}

#[test]
fn what_has_no_such_form_is_named() {
    #[derive(Serialize)]
    #[serde(rename_all = "lowercase")]
    struct Twice {
        name: u8,
        #[serde(rename = "name")]
        other: u8,
    }

    #[derive(Serialize)]
    enum Choice {
        Nothing(Option<u8>),
        #[serde(rename = "a.b")]
        Dotted(Option<u8>),
        #[serde(rename = "0")]
        Number(u8, u8),
    }

    let cure = ", which neither a query nor a form can carry: leave it out, or POST JSON";
    for (fault, expected) in [
        (fault(&json!({"Filters": [{"Values": []}]})), "`Filters.0.Values` is an empty list"),
        (fault(&json!({"Time": {}})), "`Time` is an empty object"),
        (fault(&json!({"Time": {"After": null}})), "`Time` is an empty object"),
        (fault(&json!({"Names": ["a", null]})), "`Names.1` is null in a list"),
        (fault(&with(BTreeMap::from([(1, 2)]))), "`value` is a map whose keys aren't strings"),
        (fault(&json!({"Labels": [{"a.b": 1}]})), "`Labels.0.a.b` has a dot in its name"),
        (fault(&json!({"a.0": 1})), "`a.0` has a dot in its name"),
        (fault(&json!({"Labels": {"0": 1}})), "`Labels.0` has a number for a name, as if in a list"),
        (fault(&json!({"Labels": {"": 1}})), "`Labels` has a member without a name"),
        (fault(&json!({"": 1})), "`` has a member without a name"),
    ] {
        assert_eq!(fault, format!("{expected}{cure}"));
    }
    for (fault, expected) in [
        (fault(&with(Choice::Nothing(None))), "`value` is an empty object"),
        (fault(&with(Choice::Dotted(Some(1)))), "`value.a.b` has a dot in its name"),
        (fault(&with(Choice::Number(1, 2))), "`value.0` has a number for a name, as if in a list"),
    ] {
        assert_eq!(fault, format!("{expected}{cure}"));
    }
    let not_finite = fault(&with(vec![1.0, f64::INFINITY]));
    assert_eq!(not_finite, "`value.1` isn't a finite number, and the API takes no other");
    for fault in [fault(&json!([1])), fault(&json!([])), fault(&json!("text")), fault(&1)] {
        assert_eq!(fault, "it isn't an object, with a member for each parameter");
    }
    assert_eq!(fault(&Twice { name: 1, other: 1 }), "two parameters are called `name`");
}
