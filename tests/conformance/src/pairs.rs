//! Parameters by flat names, `Filters.0.Values.1`, and nested.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Nests them, with strings as values; fails if their names contradict each other.
pub(crate) fn nested(pairs: &[(String, String)]) -> Result<Value, String> {
    let mut root = Branch::default();
    for (name, value) in pairs {
        let mut branch = &mut root;
        for part in name.split('.') {
            branch = branch.children.entry(part).or_default();
        }
        if branch.text.replace(value).is_some() {
            return Err(format!("a parameter twice: `{name}`"));
        }
    }
    let members = root.children.into_iter().map(|(name, child)| Ok((name.to_owned(), child.value(name)?)));
    members.collect::<Result<Map<_, _>, _>>().map(Value::Object)
}

#[derive(Default)]
struct Branch<'a> {
    text: Option<&'a str>,
    children: BTreeMap<&'a str, Branch<'a>>,
}

impl Branch<'_> {
    fn value(self, path: &str) -> Result<Value, String> {
        let indices = self.children.keys().filter(|name| name.bytes().all(|byte| byte.is_ascii_digit())).count();
        match (self.text, self.children.len()) {
            (Some(text), 0) => Ok(text.into()),
            (Some(_), _) => Err(format!("a value and an object in one: `{path}`")),
            (None, len) if len == indices => self.list(path),
            (None, _) if indices > 0 => Err(format!("a list and an object in one: `{path}`")),
            (None, _) => {
                let members = self.children.into_iter();
                let members =
                    members.map(|(name, child)| Ok((name.to_owned(), child.value(&format!("{path}.{name}"))?)));
                members.collect::<Result<Map<_, _>, String>>().map(Value::Object)
            }
        }
    }

    fn list(mut self, path: &str) -> Result<Value, String> {
        let len = self.children.len();
        let item = |index: usize| match self.children.remove(&*index.to_string()) {
            Some(child) => child.value(&format!("{path}.{index}")),
            None => Err(format!("a list that doesn't count from 0, without gaps: `{path}`")),
        };
        (0..len).map(item).collect::<Result<_, _>>().map(Value::Array)
    }
}

/// Whether a request has a flat form, which lists and objects without anything in them haven't. One without parameters has.
pub(crate) fn has_flat_form(request: &Value) -> bool {
    match request {
        Value::Object(members) => members.values().all(is_flat),
        _ => false,
    }
}

fn is_flat(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
        Value::Array(items) => !items.is_empty() && items.iter().all(is_flat),
        Value::Object(members) => !members.is_empty() && members.values().all(is_flat),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn nest(names: &[&str]) -> Result<Value, String> {
        nested(&names.iter().map(|name| ((*name).to_owned(), "x".to_owned())).collect::<Vec<_>>())
    }

    #[test]
    fn names_are_nested() {
        assert_eq!(nest(&["A.0.B", "A.1.B", "C"]), Ok(json!({ "A": [{ "B": "x" }, { "B": "x" }], "C": "x" })));
        assert_eq!(nest(&[]), Ok(json!({})));
    }

    #[test]
    fn contradictions_are_told() {
        for (names, fault) in [
            (&["A", "A"][..], "a parameter twice: `A`"),
            (&["A.1"], "a list that doesn't count from 0, without gaps: `A`"),
            (&["A.0", "A.B"], "a list and an object in one: `A`"),
            (&["A", "A.B"], "a value and an object in one: `A`"),
        ] {
            assert_eq!(nest(names), Err(fault.to_owned()));
        }
    }

    #[test]
    fn what_is_empty_has_no_flat_form() {
        let has = |request| has_flat_form(&request);
        assert!(has(json!({ "A": [1, true], "B": { "C": "" } })));
        assert!(has(json!({})));
        assert!(!has(json!({ "A": [] })));
        assert!(!has(json!({ "A": [{}] })));
    }
}
