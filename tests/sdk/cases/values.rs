//! Parameters of undeclared actions: whatever JSON can say.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Map, Value};

use super::dice::Dice;
use super::form::Form;

/// Parameters in their order, which is not that of their names.
#[derive(Debug, Clone)]
pub(crate) struct Members(pub(crate) Vec<(String, Value)>);

impl Members {
    /// What is at a path, as `Filters.0.Name`.
    pub(crate) fn at(&self, path: &str) -> Option<&Value> {
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        let (_, member) = self.0.iter().find(|(name, _)| name == first)?;
        member.pointer(&if rest.is_empty() { String::new() } else { format!("/{}", rest.replace('.', "/")) })
    }

    /// Whether all of it is text and whole numbers, in lists and objects or not.
    pub(crate) fn are_plain(&self) -> bool {
        fn is_plain(value: &Value) -> bool {
            match value {
                Value::Bool(_) => false,
                Value::Number(number) => !number.is_f64(),
                Value::Array(list) => list.iter().all(is_plain),
                Value::Object(object) => object.values().all(is_plain),
                Value::Null | Value::String(_) => true,
            }
        }
        self.0.iter().all(|(_, value)| is_plain(value))
    }
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// None is the name of a common parameter, which the SDK overwrites in a legacy request, and none has an underscore, which
/// it signs as a dot there.
const NAMES: [&str; 12] = [
    "Name",
    "Limit",
    "Filters",
    "Values",
    "SubAppId",
    "Definition",
    "X",
    "TaskId",
    "Zones",
    "Ids10",
    "Ids2",
    "ExtInfo",
];

/// Values that a request of some form can have.
pub(super) struct Values {
    pub(super) form: Form,
    /// Text and whole numbers only, so that the SDK writes them as we do.
    pub(super) plain: bool,
}

impl Values {
    /// Up to nine members; sometimes none.
    pub(super) fn members(&self, dice: &mut Dice) -> Members {
        let depth = match self.form.encoding {
            "any" => 3,
            "multipart" if !self.plain => 2,
            _ => 0,
        };
        let mut members: Vec<(String, Value)> = Vec::new();
        let count = if dice.one_in(8) { 0 } else { 2 + dice.below(8) };
        for _ in 0..count {
            let name = dice.one_of(&NAMES);
            if members.iter().all(|(other, _)| other != name) {
                members.push((name.to_owned(), self.value(dice, depth)));
            }
        }
        Members(members)
    }

    fn value(&self, dice: &mut Dice, depth: u64) -> Value {
        match dice.below(if depth == 0 { 6 } else { 9 }) {
            0 | 1 if !self.plain => self.odd(dice),
            0..=3 => self.text(dice).into(),
            4 | 5 => whole(dice),
            6 => self.object(dice, depth - 1),
            _ => self.list(dice, depth - 1),
        }
    }

    /// What the SDK writes otherwise than we do, or has no way to write.
    fn odd(&self, dice: &mut Dice) -> Value {
        let is_any = self.form.encoding == "any";
        match dice.below(4) {
            0 if is_any && !self.form.is_flat() => {
                dice.one_of(&[Value::Null, Value::Array(Vec::new()), Value::Object(Map::new())])
            }
            1 if is_any => dice.one_of(&[0.1, -2.5, 3.0, 1e21, 1e-7, 123_456.789, -0.0]).into(),
            _ => dice.one_in(2).into(),
        }
    }

    fn text(&self, dice: &mut Dice) -> String {
        let text = dice.text();
        let is_header = self.form.encoding == "octet-stream";
        let fits = text.trim() == text && text.chars().all(|char| char.is_ascii() && !char.is_control());
        if is_header && !fits { "in a header".to_owned() } else { text }
    }

    fn object(&self, dice: &mut Dice, depth: u64) -> Value {
        let mut object = Map::new();
        for _ in 0..=dice.below(3) {
            object.insert(dice.one_of(&NAMES).to_owned(), self.value(dice, depth));
        }
        object.into()
    }

    /// Up to twelve elements: number 10 comes before number 2 when paths are sorted.
    fn list(&self, dice: &mut Dice, depth: u64) -> Value {
        let count = if dice.one_in(4) { 12 } else { 1 + dice.below(3) };
        (0..count).map(|_| self.value(dice, depth)).collect()
    }
}

fn whole(dice: &mut Dice) -> Value {
    match dice.below(3) {
        0 => dice.one_of(&[0, 1, -1, i64::MIN, i64::MAX]).into(),
        1 => u64::MAX.into(),
        _ => dice.roll().into(),
    }
}
