//! Members whose types are named as std's, and aren't.

use serde_json::json;
use tencent_action::{Action, Data, Field, Kind};

use crate::hygiene::json;

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
