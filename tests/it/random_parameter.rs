//! Random parameters on the command line of the example `call`.

#[path = "../../examples/call/parameter.rs"]
mod parameter;

use serde_json::Value;
use tencent_action_examples::json;

use crate::random::{Random, cases, nested};

#[test]
fn any_parameter_is_what_it_says_or_refused_by_its_name() {
    const PIECES: &[&str] =
        &["=", ":", ":=", "{", "}", "[", "]", "\"", "\\", ",", "1", "-", "null", "é", "\\ud83d", "\n", " "];
    let make = |random: &mut Random| {
        let name = random.pick(&["Limit", "Filters", "é", ""]);
        let value = random.pick(&["=text", ":=10", ":=[1, {\"A\": null}]", ":=\"a\"", "==", ":=", "=a:=b"]);
        random.damage_text(format!("{name}{value}"), PIECES)
    };
    cases(make, |text| match parameter::parse(text) {
        Ok((name, Value::String(value))) if !text[name.len()..].starts_with(':') => {
            assert_eq!(format!("{name}={value}"), *text);
        }
        Ok((name, value)) => {
            let json = text.strip_prefix(name).and_then(|rest| rest.strip_prefix(":="));
            assert_eq!(serde_json::from_str::<Value>(json.unwrap()).unwrap(), value);
        }
        Err(message) => assert!(message.contains(text.split(":=").next().unwrap()), "{message}"),
    });
}

#[test]
fn a_parameter_of_any_depth_is_refused() {
    assert!(parameter::parse(&format!("A:={}", nested(100_000, "[", "", "]"))).is_err());
    assert!(json::object(&nested(100_000, "{\"A\":", "1", "}")).is_err());
}
