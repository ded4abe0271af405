//! What is asked of a type parameter: what serde's own derives ask, and no more.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use tencent_action::{tencent_action, tencent_data};

use crate::hygiene::{json, names_of, wire_names};

/// Neither written nor read.
#[derive(Debug, PartialEq, Default)]
struct Mark;

trait Kind {
    type Id;
    type Name;
}

impl Kind for Mark {
    type Id = u64;
    type Name = String;
}

#[tencent_action(service = "cvm", version = "2017-03-12")]
#[derive(Debug, PartialEq)]
struct DescribeMarked<T> {
    id: u8,
    marker: PhantomData<T>,
}

#[tencent_action(service = "cvm", version = "2017-03-12")]
#[derive(Debug, PartialEq)]
struct DescribeSkipped<T, U: Default> {
    id: u8,
    #[serde(skip)]
    marker: PhantomData<T>,
    #[serde(skip)]
    local: U,
}

#[tencent_data]
#[derive(Debug, PartialEq)]
struct Marked<T, const N: usize> {
    id: u8,
    marker: PhantomData<[T; N]>,
}

#[tencent_data]
#[derive(Debug, PartialEq)]
struct Skipped<T> {
    id: u8,
    #[serde(skip)]
    marker: PhantomData<fn() -> T>,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
}

#[test]
fn nothing_is_asked_of_what_is_skipped_or_only_marks() {
    let marked = DescribeMarked::<Mark> { id: 1, marker: PhantomData };
    assert_eq!(json(&marked), json!({"Id": 1, "Marker": null}));
    assert_eq!(serde_json::from_value::<DescribeMarked<Mark>>(json!({"Id": 1, "Marker": null})).unwrap(), marked);
    assert_eq!(wire_names(&marked), ["Id", "Marker"]);
    let skipped = DescribeSkipped::<Mark, Mark> { id: 1, marker: PhantomData, local: Mark };
    assert_eq!(json(&skipped), json!({"Id": 1}));
    assert_eq!(serde_json::from_value::<DescribeSkipped<Mark, Mark>>(json!({"Id": 1})).unwrap(), skipped);

    let marked = Marked::<Mark, 99> { id: 1, marker: PhantomData };
    assert_eq!(json(&marked), json!({"Id": 1, "Marker": null}));
    assert_eq!(serde_json::from_value::<Marked<Mark, 99>>(json!({"Id": 1, "Marker": null})).unwrap(), marked);
    let skipped = Skipped::<Mark> { id: 1, marker: PhantomData, rest: [("Rest".to_owned(), 2)].into() };
    assert_eq!(json(&skipped), json!({"Id": 1, "Rest": 2}));
    assert_eq!(serde_json::from_value::<Skipped<Mark>>(json!({"Id": 1, "Rest": 2})).unwrap(), skipped);
}

macro_rules! declare {
    ($($name:ident $action:ident $(#[$by_serde:meta])?;)*) => {
        $(
            #[tencent_data]
            $(#[$by_serde])?
            struct $name<T: Kind> {
                id: T::Id,
                names: Vec<Option<T::Name>>,
                long: Option<<T as Kind>::Id>,
            }

            #[tencent_action(service = "cvm", version = "2017-03-12")]
            $(#[$by_serde])?
            struct $action<T: Kind> {
                id: T::Id,
                names: Vec<Option<T::Name>>,
                long: Option<<T as Kind>::Id>,
            }
        )*

        #[test]
        fn of_an_associated_type_it_is_asked_itself() {
            let payload = json!({"Id": 1, "Names": ["a", null], "Long": 2});
            $(
                let data: $name<Mark> = serde_json::from_value(payload.clone()).unwrap();
                assert_eq!((data.id, data.names.len(), data.long), (1, 2, Some(2)));
                assert_eq!(json(&data), payload);
                assert_eq!(names_of::<$name<Mark>>(), ["Id", "Names", "Long"]);
                let action: $action<Mark> = serde_json::from_value(payload.clone()).unwrap();
                assert_eq!((action.id, action.names.len(), action.long), (1, 2, Some(2)));
                assert_eq!(json(&action), payload);
            )*
        }
    };
}

declare! {
    Derived DescribeDerived;
    BySerde DescribeBySerde #[serde(expecting = "an object (by serde)")];
}

/// What is asked already isn't asked again: of two such bounds for reading, the compiler couldn't choose one.
#[tencent_data]
struct Asked<T: Serialize + DeserializeOwned, U>
where
    U: Kind,
    U::Id: Serialize + DeserializeOwned,
{
    value: T,
    id: U::Id,
}

#[tencent_data]
#[serde(deny_unknown_fields)]
struct AskedBySerde<T>
where
    T: Serialize + DeserializeOwned,
{
    value: T,
}

#[tencent_action(service = "cvm", version = "2017-03-12")]
struct DescribeAsked<T: DeserializeOwned> {
    value: T,
    values: Option<Vec<T>>,
}

#[tencent_data]
#[serde(bound = "")]
struct Said<T: Serialize + DeserializeOwned> {
    value: T,
}

#[test]
fn bounds_that_are_written_there_do() {
    let asked: Asked<u8, Mark> = serde_json::from_value(json!({"Value": 1, "Id": 2})).unwrap();
    assert_eq!((asked.value, asked.id, json(&asked)), (1, 2, json!({"Value": 1, "Id": 2})));
    let asked: DescribeAsked<u8> = serde_json::from_value(json!({"Value": 1, "Values": [2]})).unwrap();
    assert_eq!((asked.value, &asked.values, json(&asked)), (1, &Some(vec![2]), json!({"Value": 1, "Values": [2]})));
    let asked: AskedBySerde<u8> = serde_json::from_value(json!({"Value": 1})).unwrap();
    assert_eq!((asked.value, json(&asked)), (1, json!({"Value": 1})));
    let said: Said<u8> = serde_json::from_value(json!({"Value": 1})).unwrap();
    assert_eq!((said.value, json(&said)), (1, json!({"Value": 1})));
}
