//! Members whose types are named as std's, and aren't.

use serde_json::json;
use tencent_action::{Action, Data, Field, Kind};

use crate::hygiene::json;
use crate::support::answered;

/// Four services have data called `Option`.
mod option {
    use tencent_action::{tencent_action, tencent_data};

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    pub(super) struct Option {
        pub(super) name: String,
    }

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    pub(super) struct Options {
        pub(super) option: Option,
        pub(super) options: Vec<Option>,
    }

    #[tencent_action(service = "cvm", version = "2017-03-12")]
    #[derive(Debug, PartialEq)]
    pub(super) struct SetOptions {
        pub(super) option: Option,
        pub(super) or_none: std::option::Option<Option>,
    }

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    pub(super) struct BySerde {
        pub(super) option: Option,
        #[serde(flatten)]
        pub(super) rest: std::collections::BTreeMap<String, u64>,
    }
}

#[test]
fn an_option_without_an_argument_is_the_users() {
    let option = |name: &str| option::Option { name: name.to_owned() };
    let options = option::Options { option: option("a"), options: vec![option("b")] };
    let payload = json!({"Option": {"Name": "a"}, "Options": [{"Name": "b"}]});
    assert_eq!(json(&options), payload);
    assert_eq!(serde_json::from_value::<option::Options>(payload).unwrap(), options);
    let fields = [Field::new("Option", Kind::Any, true), Field::new("Options", Kind::List, true)];
    assert_eq!(option::Options::FIELDS, fields);

    let set = option::SetOptions { option: option("a"), or_none: None };
    let payload = json!({"Option": {"Name": "a"}});
    assert_eq!(json(&set), payload);
    assert_eq!(serde_json::from_value::<option::SetOptions>(payload).unwrap(), set);
    let fields = [Field::new("Option", Kind::Any, true), Field::new("OrNone", Kind::Any, false)];
    assert_eq!(option::SetOptions::FIELDS, fields);

    let by_serde = option::BySerde { option: option("a"), rest: [("Rest".to_owned(), 1)].into() };
    let payload = json!({"Option": {"Name": "a"}, "Rest": 1});
    assert_eq!(json(&by_serde), payload);
    assert_eq!(serde_json::from_value::<option::BySerde>(payload).unwrap(), by_serde);
}

#[test]
fn an_option_of_the_users_that_is_missing_is_told() {
    let missing = |error: serde_json::Error| error.to_string().starts_with("missing field `Option`");
    assert!(missing(serde_json::from_value::<option::Options>(json!({"Options": []})).unwrap_err()));
    assert!(missing(serde_json::from_value::<option::BySerde>(json!({})).unwrap_err()));
}

/// Lists that hold so many and no more, as of heapless.
mod list {
    use serde::{Deserialize, Serialize};
    use tencent_action::{tencent_action, tencent_data};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(transparent)]
    pub(super) struct Vec<T, const N: usize>(pub(super) std::vec::Vec<T>);

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    pub(super) struct Lists {
        pub(super) floats: Vec<f64, 4>,
        pub(super) or_none: Option<Vec<f64, 4>>,
    }

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    pub(super) struct BySerde {
        pub(super) list: Vec<u8, 4>,
        #[serde(flatten)]
        pub(super) rest: std::collections::BTreeMap<String, u64>,
    }

    #[tencent_action(service = "cvm", version = "2017-03-12")]
    pub(super) struct SetFloats<'a> {
        pub(super) floats: Vec<f64, 4>,
        pub(super) float: &'a mut f64,
        pub(super) text: &'a mut String,
    }
}

#[test]
fn a_list_with_more_than_one_argument_is_of_another_crate() {
    let lists = list::Lists { floats: list::Vec(vec![0.5]), or_none: None };
    assert_eq!(json(&lists), json!({"Floats": [0.5]}));
    assert_eq!(serde_json::from_value::<list::Lists>(json!({"Floats": [0.5]})).unwrap(), lists);
    assert_eq!(list::Lists::FIELDS[0], Field::new("Floats", Kind::List, true));

    let by_serde = list::BySerde { list: list::Vec(vec![1]), rest: [("Rest".to_owned(), 2)].into() };
    let payload = json!({"List": [1], "Rest": 2});
    assert_eq!(json(&by_serde), payload);
    assert_eq!(serde_json::from_value::<list::BySerde>(payload).unwrap(), by_serde);
}

#[tokio::test]
async fn floats_in_it_are_sent_if_they_are_finite() {
    let client = answered(200, r#"{"Response":{"RequestId":"r"}}"#);
    for (item, float) in [(f64::NAN, 0.5), (0.5, f64::NAN)] {
        let (mut float, mut text) = (float, String::new());
        let request = list::SetFloats { floats: list::Vec(vec![item]), float: &mut float, text: &mut text };
        let error = request.send(&client).await.unwrap_err().to_string();
        assert!(error.contains("isn't a finite number"), "{error}");
    }
    let (mut float, mut text) = (0.5, String::new());
    let request = list::SetFloats { floats: list::Vec(vec![0.5]), float: &mut float, text: &mut text };
    assert!(request.send(&client).await.is_ok());
}
