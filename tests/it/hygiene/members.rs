//! Members: their names, when they are sent, and what is known of them.

use std::collections::{BTreeMap, HashMap};

use serde_json::json;
use tencent_action::{Field, Kind, tencent_action};

use super::{declared, json, text, wire_names};

/// One member of each kind.
///
/// Documentation and other attributes stay where they are.
#[tencent_action(service = "cvm", version = "2017-03-12")]
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
struct RunInstances {
    /// Placement.
    zone: String,
    count: u64,
    weight: f64,
    dry_run: bool,
    ids: Vec<String>,
    tags: BTreeMap<String, String>,
    extra: serde_json::Value,
    boxed: Box<u32>,
    client_token: Option<String>,
    ports: Option<Vec<u16>>,
    metadata: Option<HashMap<String, i8>>,
}

#[test]
fn fields_tell_name_kind_and_need() {
    let fields = [
        Field::new("Zone", Kind::String, true),
        Field::new("Count", Kind::Integer, true),
        Field::new("Weight", Kind::Float, true),
        Field::new("DryRun", Kind::Boolean, true),
        Field::new("Ids", Kind::List, true),
        Field::new("Tags", Kind::Object, true),
        Field::new("Extra", Kind::Any, true),
        Field::new("Boxed", Kind::Integer, true),
        Field::new("ClientToken", Kind::String, false),
        Field::new("Ports", Kind::List, false),
        Field::new("Metadata", Kind::Object, false),
    ];
    let run = RunInstances::default();
    assert_eq!(declared(&run), ("cvm", "2017-03-12", "RunInstances", &fields[..]));
    // Other derives see the struct as it was written, and members go out in that order, `None` left out.
    assert_eq!(run.clone(), run);
    assert!(format!("{run:?}").starts_with("RunInstances { zone: "));
    let expected = r#"{"Zone":"","Count":0,"Weight":0.0,"DryRun":false,"Ids":[],"Tags":{},"Extra":null,"Boxed":0}"#;
    assert_eq!(text(&run), expected);
    let run = RunInstances { ports: Some(vec![80]), client_token: Some(String::new()), ..run };
    assert_eq!(json(&run)["Ports"], json!([80]));
    assert_eq!(json(&run)["ClientToken"], json!(""));
}

/// Derives above the attribute work as those below it do.
#[derive(Debug, Clone, PartialEq)]
#[tencent_action(service = "vod", version = "2018-07-17")]
struct Above {
    r#type: String,
    r#async: Option<bool>,
    instance_i_d: String,
    ip_v6: Option<u8>,
    _private: u8,
    #[cfg(not(test))]
    gone: DoesNotExist,
    #[cfg(test)]
    here: u8,
    #[cfg_attr(test, serde(rename = "URL"))]
    #[cfg_attr(not(test), serde(rename = "Url"))]
    url: String,
}

#[test]
fn names_follow_from_identifiers_after_cfg() {
    let above = Above {
        r#type: "t".to_owned(),
        r#async: Some(true),
        instance_i_d: "i".to_owned(),
        ip_v6: None,
        _private: 0,
        here: 1,
        url: "u".to_owned(),
    };
    assert_eq!(wire_names(&above), ["Type", "Async", "InstanceID", "IpV6", "Private", "Here", "URL"]);
    let payload = json(&above);
    assert_eq!(payload, json!({"Type": "t", "Async": true, "InstanceID": "i", "Private": 0, "Here": 1, "URL": "u"}));
    assert_eq!(serde_json::from_value::<Above>(payload).unwrap(), above);
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's form")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// What plain serde attributes say.
#[tencent_action(service = "vod", version = "2018-07-17", action = "SearchMedia")]
#[derive(Default)]
#[serde(rename_all = "camelCase")]
struct Search {
    #[serde(rename = "FileIDs", alias = "FileIds")]
    file_ids: Vec<String>,
    #[serde(skip_serializing_if = "is_zero", default)]
    offset: u64,
    #[serde(skip_serializing_if = "Option::is_some")]
    odd: Option<u64>,
    #[serde(default)]
    sort_by: String,
    sub_app_id: Option<u64>,
}

#[test]
fn serde_attributes_are_honoured() {
    let search = Search::default();
    assert_eq!(text(&search), r#"{"FileIDs":[],"odd":null,"sortBy":""}"#);
    let search = Search { offset: 1, odd: Some(1), sub_app_id: Some(2), ..search };
    assert_eq!(text(&search), r#"{"FileIDs":[],"offset":1,"sortBy":"","subAppId":2}"#);
    let fields = [
        Field::new("FileIDs", Kind::List, true),
        Field::new("offset", Kind::Integer, false),
        Field::new("odd", Kind::Integer, false),
        Field::new("sortBy", Kind::String, false),
        Field::new("subAppId", Kind::Integer, false),
    ];
    assert_eq!(declared(&search), ("vod", "2018-07-17", "SearchMedia", &fields[..]));
}

mod nested {
    pub(super) mod deep {
        use tencent_action::tencent_action;

        #[tencent_action(service = "sts", version = "2018-08-13")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub(in crate::hygiene) struct GetCallerIdentity;

        #[tencent_action(service = "sts", version = "2018-08-13")]
        pub(crate) struct QueryApiKey {}
    }
}

#[test]
fn structs_without_members_are_objects_too() {
    assert_eq!(text(&nested::deep::GetCallerIdentity), "{}");
    assert_eq!(text(&nested::deep::QueryApiKey {}), "{}");
    assert_eq!(declared(&nested::deep::GetCallerIdentity), ("sts", "2018-08-13", "GetCallerIdentity", &[][..]));
    let identity: nested::deep::GetCallerIdentity = serde_json::from_str("{}").unwrap();
    assert_eq!(identity, nested::deep::GetCallerIdentity);
    assert!(serde_json::from_str::<nested::deep::GetCallerIdentity>("null").is_err());
}
