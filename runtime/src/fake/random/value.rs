//! Random values of all the kinds that serde knows, and what comes of them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::ser::{Serialize, SerializeMap, SerializeStruct, SerializeStructVariant, SerializeTupleVariant, Serializer};
use serde_json::{Map, Value};

use crate::random::Random;

/// Names, in their order, so that none comes twice in an object.
const NAMES: &[&str] = &["", "0", "17", "A", "A.B", "Filters", "a b", "é", "名"];
const TEXTS: &[&str] = &["", "a", "0", " ", "é", "名", "&=%+", "\r\n--", "\"", "\0", "a.b", "😀"];

/// A value, in the form in which serde is told of it.
#[derive(Debug)]
pub(super) enum Any {
    Unit,
    None,
    Bool(bool),
    Integer(i64),
    Unsigned(u64),
    Float(f64),
    Text(&'static str),
    Some(Box<Any>),
    Newtype(Box<Any>),
    List(Vec<Any>),
    Map(Vec<(&'static str, Any)>),
    Struct(Vec<(&'static str, Any)>),
    Word(&'static str),
    One(&'static str, Box<Any>),
    Many(&'static str, Vec<Any>),
    Named(&'static str, Vec<(&'static str, Any)>),
}

impl Any {
    /// Mostly an object, as a request is.
    pub(super) fn request(random: &mut Random) -> Self {
        match random.below(8) {
            0 => Self::of(random, 4),
            1..4 => Self::Struct(Self::members(random, 4)),
            _ => Self::Map(Self::members(random, 4)),
        }
    }

    fn of(random: &mut Random, depth: usize) -> Self {
        match random.below(if depth == 0 { 10 } else { 20 }) {
            0 => Self::Unit,
            1 => Self::None,
            2 => Self::Bool(random.once_in(2)),
            3 => Self::Integer([0, -1, 7, i64::MIN, i64::MAX][random.below(5)]),
            4 => Self::Unsigned([0, 1, 10, u64::MAX][random.below(4)]),
            5 => Self::Float([0.0, -0.5, 1.0, 1e21, 1e-7, f64::MAX, f64::MIN_POSITIVE][random.below(7)]),
            6..9 => Self::Text(random.pick(TEXTS)),
            9 => Self::Word(Self::name(random)),
            10 => Self::Some(Self::of(random, depth - 1).into()),
            11 => Self::Newtype(Self::of(random, depth - 1).into()),
            12 | 13 => Self::List(Self::elements(random, depth - 1)),
            14 | 15 => Self::Map(Self::members(random, depth - 1)),
            16 => Self::Struct(Self::members(random, depth - 1)),
            17 => Self::One(Self::name(random), Self::of(random, depth - 1).into()),
            18 => Self::Many(Self::name(random), Self::elements(random, depth - 1)),
            _ => Self::Named(Self::name(random), Self::members(random, depth - 1)),
        }
    }

    /// The name of a variant.
    fn name(random: &mut Random) -> &'static str {
        let names = if random.once_in(20) { NAMES } else { &["A", "Word", "é"] };
        random.pick(names)
    }

    fn elements(random: &mut Random, depth: usize) -> Vec<Self> {
        (0..random.below(4)).map(|_| Self::of(random, depth)).collect()
    }

    fn members(random: &mut Random, depth: usize) -> Vec<(&'static str, Self)> {
        let rare = |name: &str| name.is_empty() || name.contains('.') || name.bytes().all(|byte| byte.is_ascii_digit());
        let names = NAMES.iter().filter(|name| random.once_in(if rare(name) { 40 } else { 3 }));
        let names: Vec<_> = names.collect();
        names.into_iter().map(|name| (*name, Self::of(random, depth))).collect()
    }
}

impl Serialize for Any {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unit => serializer.serialize_unit(),
            Self::None => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Unsigned(value) => serializer.serialize_u64(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::Some(value) => serializer.serialize_some(value),
            Self::Newtype(value) => serializer.serialize_newtype_struct("Newtype", value),
            Self::List(elements) => serializer.collect_seq(elements),
            Self::Map(members) => {
                let mut map = serializer.serialize_map(None)?;
                members.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
                map.end()
            }
            Self::Struct(members) => {
                let mut object = serializer.serialize_struct("Struct", members.len())?;
                members.iter().try_for_each(|(name, value)| object.serialize_field(name, value))?;
                object.end()
            }
            Self::Word(name) => serializer.serialize_unit_variant("Enum", 0, name),
            Self::One(name, value) => serializer.serialize_newtype_variant("Enum", 0, name, value),
            Self::Many(name, elements) => {
                let mut variant = serializer.serialize_tuple_variant("Enum", 0, name, elements.len())?;
                elements.iter().try_for_each(|element| variant.serialize_field(element))?;
                variant.end()
            }
            Self::Named(name, members) => {
                let mut variant = serializer.serialize_struct_variant("Enum", 0, name, members.len())?;
                members.iter().try_for_each(|(name, value)| variant.serialize_field(name, value))?;
                variant.end()
            }
        }
    }
}

/// Whether a value can be flattened: the rules of `payload/writer/flat`, by the tree.
pub(super) fn has_form(value: &Value, is_nested: bool) -> bool {
    match value {
        Value::Object(members) => {
            let names = members.keys().all(|name| {
                let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
                !(name.is_empty() || name.contains('.') || is_nested && is_number)
            });
            let is_empty = members.values().all(Value::is_null);
            names && !(is_nested && is_empty) && members.values().all(|value| has_form(value, true))
        }
        Value::Array(elements) => {
            let all = elements.iter().all(|element| !element.is_null() && has_form(element, true));
            is_nested && !elements.is_empty() && all
        }
        // Nothing at all is a request without parameters.
        Value::Null => true,
        _ => is_nested,
    }
}

/// What a query can say of a value: all in words, and nothing of what is null.
pub(super) fn in_words(value: &Value) -> Value {
    match value {
        Value::Null => Map::new().into(),
        Value::Bool(value) => value.to_string().into(),
        Value::Number(number) => {
            let float = number.as_f64().filter(|_| number.is_f64());
            float.map_or_else(|| number.to_string(), |float| float.to_string()).into()
        }
        Value::String(text) => text.as_str().into(),
        Value::Array(elements) => elements.iter().map(in_words).collect(),
        Value::Object(members) => {
            let there = members.iter().filter(|(_, value)| !value.is_null());
            there.map(|(name, value)| (name.clone(), in_words(value))).collect()
        }
    }
}

/// A request in parts, some of them binary.
#[derive(Debug)]
pub(super) struct Part(Vec<(&'static str, Content)>);

#[derive(Debug)]
enum Content {
    Value(Any),
    Binary(Vec<u8>),
}

impl Part {
    pub(super) fn request(random: &mut Random) -> Self {
        let names = NAMES.iter().filter(|name| !name.is_empty() && random.once_in(2)).copied();
        let names: Vec<_> = names.collect();
        let content = |random: &mut Random| match random.below(3) {
            0 => {
                let bytes = random.text(TEXTS, 8).into_bytes();
                Content::Binary(random.damage(bytes, TEXTS))
            }
            _ => Content::Value(Any::of(random, 3)),
        };
        Self(names.into_iter().map(|name| (name, content(random))).collect())
    }

    /// What the cloud makes of it: bytes as base64, scalars in words, and the rest as JSON.
    pub(super) fn received(&self) -> Value {
        let members = self.0.iter().filter_map(|(name, content)| {
            let received = match content {
                Content::Binary(bytes) => STANDARD.encode(bytes).into(),
                Content::Value(value) => match serde_json::to_value(value).unwrap() {
                    Value::Null => return None,
                    json @ (Value::Array(_) | Value::Object(_)) => json,
                    Value::String(text) => text.into(),
                    scalar => scalar.to_string().into(),
                },
            };
            Some(((*name).to_owned(), received))
        });
        Value::Object(members.collect())
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, content)| (name, content)))
    }
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Binary(bytes) => serializer.serialize_bytes(bytes),
        }
    }
}
