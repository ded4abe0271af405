//! Types of members, written in every way: once derived by us, once by serde.

use std::collections::{BTreeSet, VecDeque};
use std::fmt::Debug;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tencent_action::{Data, Field, Kind, tencent_action, tencent_data};

use super::json;

const LENGTH: usize = 2;

macro_rules! list {
    ($element:ty) => {
        Vec<$element>
    };
}

/// Where a type is found by way of another.
trait Has {
    type Id;
}

macro_rules! declare {
    ($($name:ident $action:ident $(#[$by_serde:meta])?;)*) => {
        $(
            #[tencent_data]
            $(#[$by_serde])?
            #[derive(Debug, Clone, PartialEq)]
            struct $name {
                array: [u8; LENGTH],
                of_own: [u8; Self::LENGTH],
                sum: [u8; LENGTH + 1],
                id: <Self as Has>::Id,
                tuple: (u8, Vec<Self>),
                made: list!(Self),
                perhaps: Option<list!(Option<u8>)>,
                marker: PhantomData<fn(u8) -> Self>,
                relative: self::inner::Leaf,
                absolute: crate::hygiene::types::inner::Leaf,
                above: super::types::inner::Leaf,
                nested: std::option::Option<::std::boxed::Box<Self>>,
                queue: VecDeque<Option<Box<str>>>,
                set: BTreeSet<u64>,
                unit: (),
                letter: char,
                large: Option<u128>,
                value: Value,
                #[serde(default = "Self::ten", skip_serializing_if = "Self::is_ten")]
                limit: u8,
            }

            impl $name {
                const LENGTH: usize = 2;

                const fn ten() -> u8 {
                    10
                }

                const fn is_ten(number: &u8) -> bool {
                    *number == 10
                }
            }

            impl Has for $name {
                type Id = String;
            }

            #[tencent_action(service = "vod", version = "2018-07-17", response = <Self as Has>::Id)]
            $(#[$by_serde])?
            #[derive(Debug, Clone, PartialEq)]
            struct $action {
                id: <Self as Has>::Id,
                made: list!(Option<Self>),
            }

            impl Has for $action {
                type Id = u64;
            }
        )*

        #[test]
        fn types_are_written_in_every_way() {
            $(
                let payload = written();
                let data: $name = serde_json::from_value(payload.clone()).unwrap();
                assert_eq!((data.of_own, data.limit, &data.set), ([3, 4], 10, &[9, 10].into()));
                assert_eq!((&data.tuple.1[0].id, data.letter), (&"inner".to_owned(), 'é'));
                assert_there_and_back(&data, &payload);
                let action = $action { id: 1, made: vec![None, Some($action { id: 2, made: Vec::new() })] };
                assert_there_and_back(&action, &json!({"Id": 1, "Made": [null, {"Id": 2, "Made": []}]}));
                assert_eq!($name::FIELDS, fields());
            )*
        }
    };
}

declare! {
    Derived DerivedAction;
    BySerde BySerdeAction #[serde(expecting = "an object (by serde)")];
}

mod inner {
    #[tencent_action::tencent_data]
    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Leaf {
        n: i64,
    }
}

fn written() -> Value {
    let mut outer = one("outer");
    outer["Tuple"] = json!([7, [one("inner")]]);
    outer["Made"] = json!([one("inner"), one("inner")]);
    outer["Nested"] = one("inner");
    outer
}

fn one(id: &str) -> Value {
    json!({
        "Array": [1, 2],
        "OfOwn": [3, 4],
        "Sum": [5, 6, 7],
        "Id": id,
        "Tuple": [7, []],
        "Made": [],
        "Perhaps": [null, 8],
        "Marker": null,
        "Relative": {"N": -1},
        "Absolute": {"N": -2},
        "Above": {"N": i64::MIN},
        "Queue": [null, "q"],
        "Set": [9, 10],
        "Unit": null,
        "Letter": "é",
        "Large": 11,
        "Value": {"any": [null]},
    })
}

fn fields() -> [Field; 19] {
    [
        Field::new("Array", Kind::List, true),
        Field::new("OfOwn", Kind::List, true),
        Field::new("Sum", Kind::List, true),
        Field::new("Id", Kind::Any, true),
        Field::new("Tuple", Kind::Any, true),
        Field::new("Made", Kind::Any, true),
        Field::new("Perhaps", Kind::Any, false),
        Field::new("Marker", Kind::Any, true),
        Field::new("Relative", Kind::Any, true),
        Field::new("Absolute", Kind::Any, true),
        Field::new("Above", Kind::Any, true),
        Field::new("Nested", Kind::Any, false),
        Field::new("Queue", Kind::List, true),
        Field::new("Set", Kind::List, true),
        Field::new("Unit", Kind::Any, true),
        Field::new("Letter", Kind::Any, true),
        Field::new("Large", Kind::Integer, false),
        Field::new("Value", Kind::Any, true),
        Field::new("Limit", Kind::Integer, false),
    ]
}

fn assert_there_and_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, payload: &Value) {
    assert_eq!(json(value), *payload);
    assert_eq!(serde_json::from_value::<T>(payload.clone()).unwrap(), *value);
}
