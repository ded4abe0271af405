//! Requests that serde's own derives read, some of it out of a buffer, where it forgets what the fake cloud checks.

use std::fmt::Display;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tencent_action::fake::FakeCloud;
use tencent_action::{Empty, RequestForm, tencent_action, tencent_data};

#[tencent_action(service = "cvm", version = "2017-03-12")]
struct DescribeFlattened {
    limit: u64,
    #[serde(flatten)]
    rest: Rest,
}

#[tencent_data]
struct Rest {
    ratio: f64,
    name: Option<String>,
    range: Option<Range>,
}

#[tencent_data]
struct Range {
    from: u64,
}

#[tencent_action(service = "cvm", version = "2017-03-12")]
struct DescribeTagged {
    shape: Shape,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "Kind")]
enum Shape {
    Round { width: u64 },
}

/// What the cloud answers to a call.
async fn told(cloud: &FakeCloud, form: RequestForm, action: &str, parameters: &Value) -> String {
    let client = cloud.client().build().unwrap().with_form(form);
    let outcome = client.call_json("cvm", "2017-03-12", action, parameters).await;
    let refusal = cloud.received().pop().unwrap().error;
    assert_eq!(outcome.is_err(), refusal.is_some());
    refusal.map_or_else(|| "taken".to_owned(), |error| format!("{}: {}", error.code(), error.message()))
}

fn wrong(fault: impl Display) -> String {
    format!("InvalidParameter: The value type of a parameter is not valid: {fault}.")
}

#[tokio::test]
async fn what_is_flattened_is_told_without_a_path() {
    let cloud = FakeCloud::in_process();
    cloud.on(|_: DescribeFlattened| Ok(Empty));
    for (parameters, expected) in [
        (json!({"Limit": 1, "Ratio": 1}), "taken".to_owned()),
        (json!({"Limit": 1}), "MissingParameter: The request is missing a required parameter `Ratio`.".to_owned()),
        (json!({"Limit": 1, "Ratio": "1"}), wrong("invalid type: string \"1\", expected f64")),
        // As the documentation says: it isn't known what is unknown.
        (json!({"Limit": 1, "Ratio": 1, "Limits": 1, "Range": {"From": 1, "To": 2}}), "taken".to_owned()),
    ] {
        assert_eq!(told(&cloud, RequestForm::Json, "DescribeFlattened", &parameters).await, expected, "{parameters}");
    }
    let numbers = json!({"Limit": 1, "Ratio": 1});
    let expected = wrong("invalid type: string \"1\", expected f64");
    assert_eq!(told(&cloud, RequestForm::Query, "DescribeFlattened", &numbers).await, expected);
}

#[tokio::test]
async fn what_has_a_tag_is_read_by_serde() {
    let cloud = FakeCloud::in_process();
    cloud.on(|_: DescribeTagged| Ok(Empty));
    let shape = json!({"Shape": {"Kind": "Round", "width": 1, "height": 1}});
    assert_eq!(told(&cloud, RequestForm::Json, "DescribeTagged", &shape).await, "taken");
    let expected = "InvalidParameter: The value type of parameter `Shape` is not valid: \
        invalid type: string \"1\", expected u64.";
    assert_eq!(told(&cloud, RequestForm::Query, "DescribeTagged", &shape).await, expected);
}
