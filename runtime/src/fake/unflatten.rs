//! Nested parameters from their flat names: `Filters.0.Values.1`.

use std::collections::BTreeMap;

use super::node::Node;
use super::parameters::invalid;
use crate::response::ApiError;

/// How deep parameters may be nested. serde_json has the same limit, and the stack has one too.
const DEPTH: usize = 128;

/// Parameters by their outermost names, with what their names say is inside them.
pub(super) fn unflatten<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<BTreeMap<String, Node>, ApiError> {
    let mut root = Branch::default();
    for (name, value) in pairs {
        root.insert(name, value)?;
    }
    // A request is an object, even if its names are numbers.
    root.children.into_iter().map(|(name, child)| Ok((name.to_owned(), child.into_node(name)?))).collect()
}

/// What has a path, or is on one.
#[derive(Default)]
struct Branch<'a> {
    text: Option<&'a str>,
    children: BTreeMap<&'a str, Branch<'a>>,
}

impl<'a> Branch<'a> {
    fn insert(&mut self, path: &'a str, text: &'a str) -> Result<(), ApiError> {
        let mut branch = self;
        for (depth, name) in path.split('.').enumerate() {
            if name.is_empty() || depth == DEPTH {
                return Err(invalid(format!("The parameter name `{path}` is not valid.")));
            }
            branch = branch.children.entry(name).or_default();
        }
        branch.text = Some(text);
        Ok(())
    }

    fn into_node(self, path: &str) -> Result<Node, ApiError> {
        let is_index = |name: &&str| name.bytes().all(|byte| byte.is_ascii_digit());
        let indices = self.children.keys().filter(|name| is_index(name)).count();
        match (self.text, self.children.len()) {
            (Some(text), 0) => Ok(Node::Text(text.to_owned())),
            (Some(_), _) => Err(invalid(format!("The parameter `{path}` is both a value and an object."))),
            (None, len) if len == indices => self.into_list(path),
            (None, _) if indices == 0 => self.into_object(path),
            (None, _) => Err(invalid(format!("The parameter `{path}` is both a list and an object."))),
        }
    }

    fn into_list(mut self, path: &str) -> Result<Node, ApiError> {
        let len = self.children.len();
        let element = |index: usize| {
            let path = format!("{path}.{index}");
            let missing = || invalid(format!("The parameter `{path}` is missing: lists count from 0, without gaps."));
            self.children.remove(&*index.to_string()).ok_or_else(missing)?.into_node(&path)
        };
        (0..len).map(element).collect::<Result<_, _>>().map(Node::List)
    }

    fn into_object(self, path: &str) -> Result<Node, ApiError> {
        let member = |(name, child): (&str, Self)| Ok((name.to_owned(), child.into_node(&format!("{path}.{name}"))?));
        self.children.into_iter().map(member).collect::<Result<_, _>>().map(Node::Object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(names: &[&str]) -> String {
        match unflatten(names.iter().map(|name| (*name, "x"))) {
            Ok(members) => Node::Object(members).to_json().to_string(),
            Err(error) => error.message().to_owned(),
        }
    }

    #[test]
    fn names_say_what_is_inside_what() {
        assert_eq!(nested(&["A.0.B", "A.1.B", "A.0.C.0", "D"]), r#"{"A":[{"B":"x","C":["x"]},{"B":"x"}],"D":"x"}"#);
        let many: Vec<_> = (0..12).map(|index| format!("L.{index}")).collect();
        let many: Vec<_> = many.iter().rev().map(String::as_str).collect();
        assert_eq!(nested(&many).matches('x').count(), 12);
        assert_eq!(nested(&["0", "1x"]), r#"{"0":"x","1x":"x"}"#);
        assert_eq!(nested(&[]), "{}");
    }

    #[test]
    fn names_that_contradict_each_other_are_told() {
        for (names, message) in [
            (&["A.0", "A.2"][..], "The parameter `A.1` is missing: lists count from 0, without gaps."),
            (&["A.B.1"], "The parameter `A.B.0` is missing: lists count from 0, without gaps."),
            (&["A.99999999999999999999999"], "The parameter `A.0` is missing: lists count from 0, without gaps."),
            (&["A.0", "A.01"], "The parameter `A.1` is missing: lists count from 0, without gaps."),
            (&["A.0.B", "A.Name"], "The parameter `A` is both a list and an object."),
            (&["A.B", "A.B.C"], "The parameter `A.B` is both a value and an object."),
            (&["A.0", "A"], "The parameter `A` is both a value and an object."),
            (&["A..B"], "The parameter name `A..B` is not valid."),
            (&["A."], "The parameter name `A.` is not valid."),
            (&[".A"], "The parameter name `.A` is not valid."),
            (&[""], "The parameter name `` is not valid."),
        ] {
            assert_eq!(nested(names), message);
        }
    }

    #[test]
    fn depth_has_a_limit() {
        let deep = vec!["0"; DEPTH - 1].join(".");
        assert!(nested(&[&format!("A.{deep}")]).starts_with(r#"{"A":[["#));
        assert!(nested(&[&format!("A.0.{deep}")]).contains("is not valid"));
    }
}
