//! What is flattened by the client and nested again by the cloud is what it was: for many values, made up by rule.

use std::sync::{Arc, Mutex};

use serde_json::{Map, Value, json};
use tencent_action::fake::FakeCloud;
use tencent_action::{Client, RequestForm, SignatureMethod};

use super::actions::{DescribeThings, Filter, Range, State, kept};

/// A source of values that are the same in every run.
pub(super) struct Source(pub(super) u64);

impl Source {
    /// Xorshift.
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 0).then(|| make(self))
    }

    /// Between one and three: an empty list has no flat form.
    fn some<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..=self.below(3)).map(|_| make(self)).collect()
    }

    fn text(&mut self) -> String {
        const CHARACTERS: [&str; 24] = [
            "a", "Z", "0", " ", "&", "=", "+", "%", "%20", "*", "'", "(", ")", "/", "~", "#", "?", ";", ",", "未", "é",
            "\0", "\r\n", "𝄞",
        ];
        (0..self.below(8)).map(|_| CHARACTERS[self.below(CHARACTERS.len())]).collect()
    }

    /// A name that isn't a number and hasn't a dot: such names have no flat form.
    fn name(&mut self) -> String {
        format!("N{}{}", self.text(), self.below(30))
    }

    fn float(&mut self) -> f64 {
        let number = f64::from_bits(self.next());
        if number.is_finite() { number } else { 0.1 }
    }

    fn json(&mut self, depth: usize) -> Value {
        match self.below(if depth == 0 { 4 } else { 7 }) {
            0 => self.text().into(),
            1 => self.next().into(),
            2 => self.next().cast_signed().into(),
            3 => (self.below(2) == 0).into(),
            4 => self.some(|source| source.json(depth - 1)).into(),
            _ => self.object(depth - 1).into(),
        }
    }

    fn object(&mut self, depth: usize) -> Map<String, Value> {
        self.some(|source| (source.name(), source.json(depth))).into_iter().collect()
    }

    fn range(&mut self) -> Range {
        let (from, to) = (self.next(), self.float());
        Range { from, to, within: self.maybe(|source| Box::new(source.range())) }
    }

    fn filter(&mut self) -> Filter {
        Filter {
            name: self.text(),
            values: self.some(Self::text),
            exact: self.maybe(|source| source.below(2) == 0),
            range: self.maybe(Self::range),
        }
    }

    fn request(&mut self) -> DescribeThings {
        DescribeThings {
            name: self.text(),
            limit: self.maybe(|source| source.next().cast_signed()),
            ratio: self.maybe(Self::float),
            dry_run: self.maybe(|source| source.below(2) == 0),
            state: self.maybe(|source| if source.below(2) == 0 { State::Running } else { State::Other(source.name()) }),
            filters: self.maybe(|source| source.some(Self::filter)),
            labels: self.maybe(|source| source.some(|source| (source.name(), source.next())).into_iter().collect()),
        }
    }
}

fn forms(cloud: &FakeCloud) -> [Client; 3] {
    let client = cloud.client().build().unwrap();
    let legacy = client.with_signature(SignatureMethod::HmacSha256);
    [client.with_form(RequestForm::Query), legacy.with_form(RequestForm::Query), legacy]
}

/// Scalars in words, as text has them.
fn in_words(value: &Value) -> Value {
    match value {
        Value::Array(elements) => elements.iter().map(in_words).collect(),
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), in_words(value))).collect(),
        Value::String(text) => text.as_str().into(),
        scalar => scalar.to_string().into(),
    }
}

#[tokio::test]
async fn values_without_a_declaration_keep_their_shape() {
    let cloud = FakeCloud::in_process();
    let seen = Arc::new(Mutex::new(Value::Null));
    let writer = Arc::clone(&seen);
    cloud.on_json("cvm", "2017-03-12", "DescribeAnything", move |parameters| {
        *writer.lock().unwrap() = parameters.clone();
        Ok(json!({}))
    });
    let (mut source, forms) = (Source(0x2545_f491_4f6c_dd1d), forms(&cloud));
    for round in 0..600 {
        let value = Value::Object(source.object(4));
        forms[round % 3].call_json("cvm", "2017-03-12", "DescribeAnything", &value).await.unwrap();
        assert_eq!(*seen.lock().unwrap(), in_words(&value), "round {round}");
    }
}

#[tokio::test]
async fn declared_values_keep_their_types() {
    let cloud = FakeCloud::in_process();
    let kept = kept::<DescribeThings>(&cloud);
    let (mut source, forms) = (Source(0x9e37_79b9_7f4a_7c15), forms(&cloud));
    for round in 0..600 {
        let request = source.request();
        request.send(&forms[round % 3]).await.unwrap();
        assert_eq!(kept.lock().unwrap().pop(), Some(request), "round {round}");
    }
}
