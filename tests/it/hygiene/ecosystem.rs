//! Derives of other crates next to ours, below and above.

use bon::Builder;
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};
use tencent_action::{CommonError, tencent_action, tencent_data, tencent_errors};

use super::{json, names_of};

/// Runs instances.
#[tencent_action(service = "cvm", version = "2017-03-12", response = Instances)]
#[derive(Debug, Clone, PartialEq, Default, Builder, JsonSchema)]
#[builder(on(String, into))]
struct RunInstances {
    /// Where.
    zone: String,
    count: Option<u64>,
    #[builder(default)]
    #[serde(default, alias = "Names", skip_serializing_if = "Vec::is_empty")]
    instance_names: Vec<String>,
    #[serde(rename = "hadAutoFixVul")]
    had_auto_fix_vul: Option<bool>,
    r#type: Option<Charge>,
    #[tencent(client_token)]
    client_token: Option<String>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default, Builder, JsonSchema)]
struct Instances {
    #[builder(field)]
    instance_i_d_set: Vec<String>,
    #[builder(into)]
    charge: Charge,
}

impl<S: instances_builder::State> InstancesBuilder<S> {
    fn instance(mut self, id: &str) -> Self {
        self.instance_i_d_set.push(id.to_owned());
        self
    }
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Charge {
    #[default]
    PostpaidByHour,
    #[serde(rename = "SPOTPAID", alias = "SPOT")]
    Spot,
    #[schemars(untagged)]
    Other(String),
}

#[tencent_errors]
#[derive(Debug, Clone, PartialEq, JsonSchema)]
enum RunError {
    #[tencent(code = "ResourceInsufficient.CloudDiskUnavailable")]
    NoDisk,
    #[schemars(skip)]
    Other(CommonError),
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq, Builder, JsonSchema)]
struct Page<T: Default = u8> {
    #[builder(default)]
    page_number: T,
    #[serde(flatten)]
    range: Option<TimeRange>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq, Builder, JsonSchema)]
struct TimeRange {
    start_time: u64,
}

#[test]
fn a_builder_builds_what_is_declared() {
    let run = RunInstances::builder().zone("z").instance_names(vec!["n".to_owned()]).r#type(Charge::Spot).build();
    assert_eq!(json(&run), json!({"Zone": "z", "InstanceNames": ["n"], "Type": "SPOTPAID"}));
    let run = RunInstances::builder().zone("z").maybe_count(Some(1)).client_token("c").build();
    assert_eq!(json(&run), json!({"Zone": "z", "Count": 1, "ClientToken": "c"}));
    let instances = Instances::builder().charge("SPOT").instance("i").build();
    assert_eq!(json(&instances), json!({"InstanceIDSet": ["i"], "Charge": "SPOTPAID"}));
    let page: Page = Page::builder().range(TimeRange::builder().start_time(1).build()).build();
    assert_eq!(json(&page), json!({"PageNumber": 0, "StartTime": 1}));
}

#[test]
fn other_derives_see_the_item_as_it_was_written() {
    let instances = Instances::default();
    assert_eq!(instances.clone(), instances);
    assert_eq!(format!("{instances:?}"), "Instances { instance_i_d_set: [], charge: PostpaidByHour }");
    assert_eq!(RunInstances::default().zone, "");
}

/// The names of the properties, in alphabetical order.
fn properties(schema: &Value) -> Vec<&str> {
    schema["properties"].as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn a_schema_below_has_the_names_that_go_over_the_wire() {
    let schema = schema_for!(RunInstances).to_value();
    let names = ["ClientToken", "Count", "InstanceNames", "Type", "Zone", "hadAutoFixVul"];
    assert_eq!(properties(&schema), names);
    assert_eq!((&schema["description"], &schema["required"]), (&json!("Runs instances."), &json!(["Zone"])));
    assert_eq!(schema["properties"]["Zone"]["description"], "Where.");

    let mut declared = names_of::<Instances>();
    declared.sort_unstable();
    let schema = schema_for!(Instances).to_value();
    assert_eq!(properties(&schema), declared);
    assert_eq!(declared, ["Charge", "InstanceIDSet"]);

    let schema = schema_for!(Charge).to_value();
    let words = json!({"type": "string", "enum": ["POSTPAID_BY_HOUR", "SPOTPAID"]});
    assert_eq!(schema["anyOf"], json!([words, {"type": "string"}]));
    assert_eq!(properties(&schema_for!(Page).to_value()), ["PageNumber", "StartTime"]);
    assert!(schema_for!(RunError).to_value().to_string().contains("NoDisk"));
}

/// Above ours, a derive sees what was written and nothing that our attribute brings.
#[derive(Debug, Clone, PartialEq, Builder, JsonSchema)]
#[tencent_action(service = "cvm", version = "2017-03-12", errors = RunErrorAbove)]
struct RunInstancesAbove {
    zone_name: String,
    #[serde(rename = "Type")]
    charge: Option<ChargeAbove>,
    #[tencent(client_token)]
    client_token: Option<String>,
    range: Option<RangeAbove>,
}

#[derive(Debug, Clone, PartialEq, Builder, JsonSchema)]
#[tencent_data]
#[serde(rename_all = "PascalCase")]
struct RangeAbove {
    start_time: u64,
    #[serde(flatten)]
    rest: std::collections::BTreeMap<String, u64>,
}

#[derive(Debug, Clone, PartialEq, Default, JsonSchema)]
#[tencent_data]
#[serde(rename_all = "UPPERCASE")]
enum ChargeAbove {
    #[default]
    Spot,
    Other(String),
}

#[derive(Debug, Clone, PartialEq)]
#[tencent_errors]
enum RunErrorAbove {
    #[tencent(code = "ResourceInsufficient.CloudDiskUnavailable")]
    NoDisk,
    Other(CommonError),
}

#[test]
fn derives_may_stand_above_ours() {
    let range = RangeAbove::builder().start_time(1).rest([("New".to_owned(), 2)].into()).build();
    let run = RunInstancesAbove::builder().zone_name("z".to_owned()).charge(ChargeAbove::Spot).range(range).build();
    let payload = json!({"ZoneName": "z", "Type": "SPOT", "Range": {"StartTime": 1, "New": 2}});
    assert_eq!(json(&run), payload);
    assert_eq!(serde_json::from_value::<RunInstancesAbove>(payload).unwrap(), run);
    assert_eq!(RunErrorAbove::from("ResourceInsufficient.CloudDiskUnavailable"), RunErrorAbove::NoDisk);

    // Only what the user renames has the name that goes over the wire.
    let schema = schema_for!(RunInstancesAbove).to_value();
    assert_eq!(properties(&schema), ["Type", "client_token", "range", "zone_name"]);
    assert_eq!(properties(&schema_for!(RangeAbove).to_value()), ["StartTime"]);
    assert!(schema_for!(ChargeAbove).to_value().to_string().contains(r#""SPOT""#));
}

/// As of rkyv: a derive that is called like one of serde's, and isn't one.
mod rkyv {
    pub(super) use std::clone::Clone as Serialize;
    pub(super) use std::fmt::Debug as Deserialize;
}

#[tencent_data]
#[derive(rkyv::Serialize, self::rkyv::Deserialize)]
struct Archived {
    name: String,
}

#[test]
fn derives_of_other_crates_may_be_called_like_those_of_serde() {
    let archived = Archived { name: "n".to_owned() };
    assert_eq!(format!("{:?}", archived.clone()), r#"Archived { name: "n" }"#);
    assert_eq!(json(&archived), json!({"Name": "n"}));
}
