//! Scalars: numbers in quotes, strings without, booleans of all kinds, and what isn't there.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::{BySerde, Derived, fault, outcome, read, reply};

#[tokio::test]
async fn whole_numbers() {
    for (json, expected) in [
        ("7", 7),
        ("-7", -7),
        (r#""7""#, 7),
        (r#""-7""#, -7),
        ("7.0", 7),
        ("7e2", 700),
        ("9007199254740993", 9_007_199_254_740_993),
        (r#""9007199254740993""#, 9_007_199_254_740_993),
        ("9223372036854775807", i64::MAX),
        (r#""-9223372036854775808""#, i64::MIN),
    ] {
        assert_eq!(read::<i64>(json).await, Ok(expected), "{json}");
    }
    assert_eq!(read::<u64>("18446744073709551615").await, Ok(u64::MAX));
    assert_eq!(read::<u64>(r#""18446744073709551615""#).await, Ok(u64::MAX));
    assert_eq!(read::<u8>(r#""255""#).await, Ok(255));
}

#[tokio::test]
async fn what_isnt_a_whole_number() {
    for (json, expected) in [
        (r#""""#, "at `Value`: invalid type: an empty string, expected i64"),
        (r#""seven""#, "at `Value`: invalid type: a string of 5 characters, expected i64"),
        (r#"" 7""#, "at `Value`: invalid type: a string of 2 characters, expected i64"),
        ("7.5", "at `Value`: invalid type: floating point `7.5`, expected i64"),
        ("true", "at `Value`: invalid type: boolean `true`, expected i64"),
        ("9223372036854775808", "at `Value`: invalid value: integer `9223372036854775808`, expected i64"),
        ("[7]", "at `Value`: invalid type: sequence, expected i64"),
        ("{}", "at `Value`: invalid type: map, expected i64"),
        ("null", "`Value` is null or missing; what came: `RequestId`"),
        ("", "`Value` is null or missing; what came: `RequestId`"),
    ] {
        assert_eq!(fault::<i64>(json).await, expected, "{json}");
    }
    let of_unsigned = fault::<u64>("-1").await;
    assert_eq!(of_unsigned, "at `Value`: invalid value: integer `-1`, expected u64");
    assert_eq!(fault::<u8>(r#""256""#).await, "at `Value`: invalid value: integer `256`, expected u8");
}

#[tokio::test]
async fn floats() {
    for (json, expected) in [("1.5", 1.5), ("2", 2.0), ("-3", -3.0), (r#""1.0""#, 1.0), (r#""2""#, 2.0), ("1e3", 1e3)] {
        assert_eq!(read::<f64>(json).await, Ok(expected), "{json}");
    }
    for (json, what) in [
        (r#""NaN""#, "a string of 3 characters"),
        (r#""infinity""#, "a string of 8 characters"),
        (r#""""#, "an empty string"),
        (r#"",""#, "a string of 1 character"),
    ] {
        let expected = format!("at `Value`: invalid type: {what}, expected f64");
        assert_eq!(fault::<f64>(json).await, expected);
    }
}

#[tokio::test]
async fn booleans() {
    for (json, expected) in [
        ("true", true),
        ("false", false),
        (r#""true""#, true),
        (r#""True""#, true),
        (r#""FALSE""#, false),
        ("1", true),
        ("0", false),
    ] {
        assert_eq!(read::<bool>(json).await, Ok(expected), "{json}");
    }
    assert_eq!(fault::<bool>("2").await, "at `Value`: invalid type: integer `2`, expected a boolean");
    assert_eq!(
        fault::<bool>(r#""yes""#).await,
        "at `Value`: invalid type: a string of 3 characters, expected a boolean"
    );
    assert_eq!(fault::<bool>("null").await, "`Value` is null or missing; what came: `RequestId`");
}

#[tokio::test]
async fn strings() {
    for (json, expected) in [
        (r#""""#, ""),
        (r#""a\u00e9\n\"""#, "aé\n\""),
        ("12", "12"),
        ("-1.50", "-1.50"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("1e400", "1e400"),
        (r#""half \ud83d""#, "half \u{fffd}"),
    ] {
        assert_eq!(read::<String>(json).await, Ok(expected.to_owned()), "{json}");
    }
    for (json, expected) in [
        ("true", "at `Value`: invalid type: boolean `true`, expected a string"),
        (r#"["a"]"#, "at `Value`: invalid type: sequence, expected a string"),
        (r#"{"a":1}"#, "at `Value`: invalid type: map, expected a string"),
        ("null", "`Value` is null or missing; what came: `RequestId`"),
        ("", "`Value` is null or missing; what came: `RequestId`"),
    ] {
        assert_eq!(fault::<String>(json).await, expected, "{json}");
    }
}

#[tokio::test]
async fn absent_and_null_are_the_same() {
    for json in ["null", ""] {
        assert_eq!(read::<Option<String>>(json).await, Ok(None));
        assert_eq!(read::<Option<i64>>(json).await, Ok(None));
        assert_eq!(read::<Option<bool>>(json).await, Ok(None));
        assert_eq!(read::<Option<Vec<u8>>>(json).await, Ok(None));
    }
    assert_eq!(read::<Option<i64>>(r#""7""#).await, Ok(Some(7)));
    assert_eq!(read::<Box<Option<String>>>("7").await, Ok(Box::new(Some("7".to_owned()))));
}

/// Some servers write it for whatever isn't there.
#[tokio::test]
async fn an_empty_string_is_none_where_no_text_can_be() {
    async fn optional<T>() -> Result<Option<T>, String>
    where
        T: serde::Serialize + serde::de::DeserializeOwned,
    {
        outcome(reply::<Derived<Option<T>>>(r#"{"Value":""}"#).await).map(|data| data.value)
    }

    assert_eq!(optional::<i64>().await, Ok(None));
    assert_eq!(optional::<u8>().await, Ok(None));
    assert_eq!(optional::<f64>().await, Ok(None));
    assert_eq!(optional::<bool>().await, Ok(None));
    assert_eq!(optional::<Vec<String>>().await, Ok(None));
    assert_eq!(optional::<BTreeMap<String, u8>>().await, Ok(None));
    assert_eq!(optional::<Box<Derived<u8>>>().await, Ok(None));
    assert_eq!(optional::<BySerde<u8>>().await, Ok(None));
    // An address, a time: what is written as a text, and not as this one.
    assert_eq!(optional::<IpAddr>().await, Ok(None));

    assert_eq!(optional::<String>().await, Ok(Some(String::new())));
    assert_eq!(optional::<serde_json::Value>().await, Ok(Some("".into())));
    // What must be there isn't made up, nor is what any other text stands for.
    assert_eq!(fault::<i64>(r#""""#).await, "at `Value`: invalid type: an empty string, expected i64");
    assert_eq!(fault::<Vec<i64>>(r#""""#).await, "at `Value`: invalid type: an empty string, expected a sequence");
    for json in [r#"" ""#, r#""-""#, r#"[""]"#] {
        assert!(fault::<Option<i64>>(json).await.starts_with("at `Value`: invalid type: "), "{json}");
    }
}

/// What serde's derives read tells nobody what it takes for nothing.
#[tokio::test]
async fn an_empty_string_is_a_fault_where_serde_reads() {
    let outcome = outcome(reply::<BySerde<Option<i64>>>(r#"{"Value":""}"#).await);
    assert_eq!(outcome.unwrap_err(), "at `Value`: invalid type: an empty string, expected i64");
}
