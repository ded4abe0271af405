//! Whether two values are the same as far as the API is concerned.

use serde_json::Value;

/// What may be otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leeway {
    /// Null for a member that isn't there, and `1.0` for `1`.
    Sent,
    /// Numbers and booleans as text, too.
    Flat,
    /// An empty list for one that isn't there, too.
    Received,
}

/// Where the two differ first, if they do.
pub(crate) fn difference(expected: &Value, actual: &Value, leeway: Leeway) -> Option<String> {
    match (expected, actual) {
        (Value::Object(one), Value::Object(other)) => {
            let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
            names.into_iter().find_map(|name| {
                let member = |object: &serde_json::Map<String, Value>| object.get(name).cloned().unwrap_or_default();
                difference(&member(one), &member(other), leeway).map(|path| within(name, &path))
            })
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut items = one.iter().zip(other).enumerate();
            items.find_map(|(at, (one, other))| {
                difference(one, other, leeway).map(|path| within(&at.to_string(), &path))
            })
        }
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() && !both_whole(one, other) => None,
        (Value::Number(number), Value::String(text)) if leeway == Leeway::Flat => {
            let said = text.parse().map_or(Value::Null, Value::Number);
            difference(&Value::Number(number.clone()), &said, leeway)
        }
        (Value::Bool(said), Value::String(text)) if leeway == Leeway::Flat => {
            (said.to_string() != *text).then(String::new)
        }
        (Value::Array(list), Value::Null) | (Value::Null, Value::Array(list)) if leeway == Leeway::Received => {
            (!list.is_empty()).then(String::new)
        }
        _ => (expected != actual).then(String::new),
    }
}

/// Whole numbers must be the same to the last digit, which floats may not be.
fn both_whole(one: &serde_json::Number, other: &serde_json::Number) -> bool {
    !one.is_f64() && !other.is_f64()
}

fn within(name: &str, path: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{name}.{path}") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn null_is_absent_and_numbers_are_numbers() {
        let difference = |one, other| difference(&one, &other, Leeway::Sent);
        assert_eq!(difference(json!({ "A": null, "B": 1 }), json!({ "B": 1.0, "C": null })), None);
        assert_eq!(difference(json!({ "A": [{ "B": 1 }] }), json!({ "A": [{ "B": 2 }] })), Some("A.0.B".to_owned()));
        assert_eq!(difference(json!({ "A": [] }), json!({})), Some("A".to_owned()));
        assert_eq!(difference(json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_992_u64)), Some(String::new()));
    }

    #[test]
    fn text_says_numbers_and_booleans() {
        let difference = |one, other| difference(&one, &other, Leeway::Flat);
        assert_eq!(difference(json!([0.0, 1, true, "1"]), json!(["0", "1", "true", "1"])), None);
        assert_eq!(difference(json!({ "A": 1 }), json!({ "A": "one" })), Some("A".to_owned()));
        assert_eq!(difference(json!({ "A": true }), json!({ "A": "1" })), Some("A".to_owned()));
    }

    #[test]
    fn a_reply_without_a_list_has_an_empty_one() {
        assert_eq!(difference(&json!({ "A": [] }), &json!({}), Leeway::Received), None);
        assert_eq!(difference(&json!({}), &json!({ "A": [1] }), Leeway::Received), Some("A".to_owned()));
    }
}
