//! Held against serde_json: what it ignores, is passed over, and nothing else.

use serde::de::IgnoredAny;

use super::Scan;
use crate::response::mutants::{documents, mutated};

fn is_passed_over(json: &[u8]) -> bool {
    let mut scan = Scan::new(json);
    scan.value().is_some() && scan.peek().is_none()
}

fn check(json: &[u8]) {
    let expected = serde_json::from_slice::<IgnoredAny>(json).is_ok();
    assert_eq!(is_passed_over(json), expected, "{}", String::from_utf8_lossy(json));
}

#[test]
fn what_serde_json_ignores_is_passed_over() {
    for json in [
        "",
        " ",
        "null",
        "nul",
        "nulll",
        "true",
        "false",
        " 0 ",
        "00",
        "-",
        "-0",
        "01",
        "1.",
        "1.5",
        ".5",
        "1e",
        "1e+",
        "1E-7",
        "18446744073709551616",
        "-9223372036854775809",
        "[]",
        "[,]",
        "[1,]",
        "[1 2]",
        "[1]]",
        "[[]",
        "{}",
        "{,}",
        "{]",
        "[}",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        "{a:1}",
        r#"{"a":1"b":2}"#,
        r#"{"a" : [ {} , "" ] }"#,
        "{1:2}",
        r#"""#,
        r#""a"#,
        r#""\"#,
        r#""\"""#,
        r#""\u00e9\ud83d""#,
        r#""\u00g9""#,
        r#""\u00e"#,
        r#""\x""#,
        "\"\n\"",
        "\"\u{7f}é😀\"",
        "\"12345678\n\"",
        "\"1234567\\\\8\"",
        "\u{feff}1",
    ] {
        check(json.as_bytes());
    }
    check(b"\"\xff\"");
    check(&[&[b'['; 1000][..], &[b']'; 1000]].concat());
    check(&[&[b'['; 1000][..], &[b']'; 999]].concat());
}

#[test]
fn nothing_else_is_whatever_comes() {
    for seed in 0..400 {
        let json = documents(seed);
        assert!(is_passed_over(json.as_bytes()), "{json}");
        for change in 0..50 {
            check(&mutated(json.as_bytes(), change));
        }
    }
}

#[test]
fn the_deepest_list_or_object_is_counted() {
    for (json, depth) in [("1", 0), ("[]", 1), (r#"[{},[],{"a":[2]},[]]"#, 3)] {
        assert_eq!(Scan::new(json.as_bytes()).value(), Some(depth), "{json}");
    }
}
