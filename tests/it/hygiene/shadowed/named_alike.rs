//! Declarations that are themselves named as what generated code names.

use serde_json::json;
use tencent_action::{Field, Kind};

use crate::hygiene::{declared, json};

mod actions {
    use tencent_action::tencent_action;

    #[tencent_action(service = "vod", version = "2018-07-17", response = Empty)]
    pub(super) struct Option {
        pub(super) client: std::option::Option<u64>,
    }

    #[tencent_action(service = "vod", version = "2018-07-17")]
    pub(super) struct Empty;

    #[tencent_action(service = "vod", version = "2018-07-17")]
    pub(super) struct Client {
        pub(super) action: String,
    }

    #[tencent_action(service = "vod", version = "2018-07-17")]
    pub(super) struct Action {
        pub(super) call: Vec<Self>,
    }
}

mod data {
    use tencent_action::{tencent_data, tencent_errors};

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    pub(super) struct Option {
        pub(super) some: std::option::Option<String>,
        pub(super) none: std::option::Option<Box<Self>>,
    }

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    pub(super) struct Deserialize {
        pub(super) serialize: std::option::Option<Serialize>,
        pub(super) data: std::option::Option<Data>,
    }

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    pub(super) enum Serialize {
        Ok,
        Err,
        None,
        Some(std::string::String),
    }

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    pub(super) enum Data {
        FromStr,
        String(String),
    }

    #[tencent_data]
    #[derive(Debug, PartialEq)]
    pub(super) enum String {
        Unit,
        Text(Box<str>),
    }

    #[tencent_errors]
    #[derive(Debug, PartialEq)]
    pub(super) enum CommonError {
        Known,
        Other(tencent_action::CommonError),
    }
}

#[test]
fn actions_may_be_named_as_what_generated_code_names() {
    assert_eq!(json(&actions::Option { client: None }), json!({}));
    assert_eq!(json(&actions::Empty), json!({}));
    assert_eq!(json(&actions::Client { action: "a".to_owned() }), json!({"Action": "a"}));
    let action = actions::Action { call: vec![actions::Action { call: Vec::new() }] };
    assert_eq!(json(&action), json!({"Call": [{"Call": []}]}));
    let fields = [Field::new("Client", Kind::Integer, false)];
    assert_eq!(declared(&actions::Option { client: None }), ("vod", "2018-07-17", "Option", &fields[..]));
}

#[test]
fn data_may_be_named_as_what_generated_code_names() {
    let option = data::Option { some: None, none: Some(Box::new(data::Option { some: None, none: None })) };
    assert_eq!(json(&option), json!({"None": {}}));
    assert_eq!(serde_json::from_value::<data::Option>(json!({"None": {}})).unwrap(), option);

    let text = data::Data::String(data::String::Text("t".into()));
    let deserialize = data::Deserialize { serialize: Some(data::Serialize::Ok), data: Some(text) };
    let payload = json!({"Serialize": "Ok", "Data": "t"});
    assert_eq!(json(&deserialize), payload);
    assert_eq!(serde_json::from_value::<data::Deserialize>(payload).unwrap(), deserialize);

    assert_eq!(data::CommonError::from("Known.Well"), data::CommonError::Known);
}
