//! Parameters that come as text: converted as declared, and refused as in JSON.

use serde_json::{Value, json};
use tencent_action::fake::FakeCloud;
use tencent_action::{Credential, Empty, RequestForm};

use super::actions::{DescribeAnything, DescribeNumbers, DescribeThings, kept};
use crate::forge::{Draft, Legacy, refusal, verdict};
use crate::support::{SECOND, StoppedClock};

fn cloud() -> FakeCloud {
    let credential = Credential::with_secret_id("AKID1").secret_key("key-1");
    let cloud = FakeCloud::builder().credential(credential).clock(StoppedClock(SECOND)).in_process();
    cloud.on(|_: DescribeThings| Ok(Empty));
    cloud
}

fn query(query: &str) -> Draft {
    Draft::query(query).to("cvm", "2017-03-12", "DescribeThings")
}

/// The same parameters, signed the old way.
fn form(query: &str) -> Legacy {
    let draft = Legacy::form().without("TaskId").without("OperationType");
    let draft = draft.with(|draft| draft.host = "cvm.tencentcloudapi.com");
    let draft = draft.pair("Action", "DescribeThings").pair("Version", "2017-03-12");
    query.split('&').fold(draft, |draft, pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        draft.pair(name, value)
    })
}

/// What both families answer: the same.
async fn refused(parameters: &str) -> String {
    let answer = refusal(&cloud(), query(parameters).sign()).await;
    assert_eq!(refusal(&cloud(), form(parameters).sign()).await, answer);
    answer
}

#[tokio::test]
async fn text_is_converted_to_what_is_declared() {
    let cloud = cloud();
    let kept = kept::<DescribeThings>(&cloud);
    let base = || DescribeThings { name: "n".into(), ..DescribeThings::default() };
    for (text, expected) in [
        ("Limit=-5", DescribeThings { limit: Some(-5), ..base() }),
        ("Ratio=3", DescribeThings { ratio: Some(3.0), ..base() }),
        ("Ratio=-1.5e3", DescribeThings { ratio: Some(-1500.0), ..base() }),
        ("Ratio=0.1", DescribeThings { ratio: Some(0.1), ..base() }),
        ("DryRun=true", DescribeThings { dry_run: Some(true), ..base() }),
        ("DryRun=True", DescribeThings { dry_run: Some(true), ..base() }),
        ("DryRun=FALSE", DescribeThings { dry_run: Some(false), ..base() }),
        ("State=Running", DescribeThings { state: Some(super::actions::State::Running), ..base() }),
        ("State=1", DescribeThings { state: Some(super::actions::State::Other("1".into())), ..base() }),
        ("Labels.a=1&Labels.b=2", DescribeThings { labels: Some([("a".into(), 1), ("b".into(), 2)].into()), ..base() }),
    ] {
        for request in [query(&format!("Name=n&{text}")).sign(), form(&format!("Name=n&{text}")).sign()] {
            assert_eq!(verdict(&cloud, request).await, None, "{text}");
            assert_eq!(kept.lock().unwrap().pop().as_ref(), Some(&expected), "{text}");
        }
    }
}

/// A float of 309 digits is one, and an integer is as large as its type.
#[tokio::test]
async fn a_number_may_be_as_large_as_its_type() {
    let cloud = FakeCloud::in_process();
    let kept = kept::<DescribeNumbers>(&cloud);
    let client = cloud.client().build().unwrap().with_form(RequestForm::Query);
    for numbers in [
        DescribeNumbers { float: f64::MAX, short: f32::MAX, signed: i128::MIN, unsigned: u128::MAX },
        DescribeNumbers { float: f64::MIN, short: f32::MIN, signed: i128::MAX, unsigned: 1 << 64 },
        DescribeNumbers { float: f64::MIN_POSITIVE, short: 1e30, signed: -1, unsigned: 0 },
        DescribeNumbers { float: 1e30, short: 0.1, signed: 1, unsigned: 1 },
    ] {
        numbers.send(&client).await.unwrap();
        assert_eq!(kept.lock().unwrap().pop(), Some(numbers));
    }
}

/// What takes anything takes null.
#[tokio::test]
async fn a_value_may_be_null() {
    let cloud = FakeCloud::in_process();
    let kept = kept::<DescribeAnything>(&cloud);
    let client = cloud.client().build().unwrap();
    for anything in [Value::Null, json!([null]), json!(1)] {
        let request = DescribeAnything { anything, range: None };
        request.send(&client).await.unwrap();
        assert_eq!(kept.lock().unwrap().pop(), Some(request));
    }
    let null = json!({ "Anything": null, "Range": null });
    let refused = client.call_json("cvm", "2017-03-12", "DescribeAnything", &null).await.unwrap_err();
    assert!(refused.to_string().contains("`Range` is not valid, input type should be `any`"), "{refused}");
}

#[tokio::test]
async fn a_string_may_look_like_anything() {
    let cloud = cloud();
    let kept = kept::<DescribeThings>(&cloud);
    for name in ["1", "true", "null", "{}", "", "1.50"] {
        assert_eq!(verdict(&cloud, query(&format!("Name={name}")).sign()).await, None, "{name}");
        assert_eq!(kept.lock().unwrap().pop().unwrap().name, name);
    }
}

#[tokio::test]
async fn wrong_types_are_told_as_in_json() {
    let type_of = |name: &str, kind: &str| {
        format!("InvalidParameter: The value type of parameter `{name}` is not valid, input type should be `{kind}`")
    };
    for (text, name, kind) in [
        ("Limit=x", "Limit", "integer"),
        ("Limit=", "Limit", "integer"),
        ("Limit=1.0", "Limit", "integer"),
        ("Limit=007", "Limit", "integer"),
        ("Limit.0=1", "Limit", "integer"),
        ("Ratio=inf", "Ratio", "float"),
        ("Ratio=NaN", "Ratio", "float"),
        ("Ratio=1e999", "Ratio", "float"),
        ("DryRun=1", "DryRun", "boolean"),
        ("DryRun=yes", "DryRun", "boolean"),
        ("Filters=x", "Filters", "list"),
        ("Filters.Name=x", "Filters", "list"),
        ("Labels=x", "Labels", "object"),
        ("Labels.0=1", "Labels", "object"),
        ("Name.First=x", "Name", "string"),
        ("Name.0=x", "Name", "string"),
    ] {
        let text = if name == "Name" { text.to_owned() } else { format!("Name=n&{text}") };
        assert_eq!(refused(&text).await, type_of(name, kind), "{text}");
    }
    for (text, path, fault) in [
        ("Limit=9223372036854775808", "Limit", "invalid value: integer `9223372036854775808`, expected i64"),
        ("Limit=18446744073709551616", "Limit", "invalid type: integer `18446744073709551616` as u128, expected i64"),
        ("Filters.0.Values=x&Filters.0.Name=x", "Filters[0].Values", "invalid type: string \"x\", expected a sequence"),
        ("Filters.0=x", "Filters[0]", "invalid type: string \"x\", expected an object (Filter)"),
        ("Filters.0.0=x", "Filters[0]", "invalid type: sequence, expected an object (Filter)"),
        ("Filters.0.Exact=no", "Filters[0].Exact", "invalid type: string \"no\", expected a boolean"),
        ("Filters.0.Range.From=-1", "Filters[0].Range.From", "invalid value: integer `-1`, expected u64"),
        ("Labels.a=x", "Labels.a", "invalid type: string \"x\", expected u64"),
        ("State.0=x", "State", "invalid type: sequence, expected a string (State)"),
    ] {
        let expected = format!("InvalidParameter: The value type of parameter `{path}` is not valid: {fault}.");
        assert_eq!(refused(&format!("Name=n&{text}")).await, expected);
    }
}

#[tokio::test]
async fn what_is_missing_or_unknown_is_told_as_in_json() {
    for (text, expected) in [
        ("Limit=1", "MissingParameter: The request is missing a required parameter `Name`."),
        ("Name=n&Filters.0.Name=x", "MissingParameter: `Filters[0]` is missing a required parameter `Values`."),
        ("Name=n&name=n", "UnknownParameter: The parameter `name` is not recognized."),
        ("Name=n&0=n", "UnknownParameter: The parameter `0` is not recognized."),
        (
            "Name=n&Filters.0.Name=x&Filters.0.Values.0=x&Filters.0.Value=x",
            "UnknownParameter: The parameter `Filters.0.Value` is not recognized.",
        ),
    ] {
        assert_eq!(refused(text).await, expected);
    }
    // These are parameters of their own where the common ones are in headers.
    let common = refusal(&cloud(), query("Name=n&Nonce=1").sign()).await;
    assert_eq!(common, "UnknownParameter: The parameter `Nonce` is not recognized.");
}

#[tokio::test]
async fn names_that_contradict_each_other_are_told() {
    for (text, expected) in [
        (
            "Filters.0.Name=a&Filters.2.Name=b",
            "The parameter `Filters.1` is missing: lists count from 0, without gaps.",
        ),
        ("Filters.1.Name=a", "The parameter `Filters.0` is missing: lists count from 0, without gaps."),
        ("Filters.0.Name=a&Filters.Name=b", "The parameter `Filters` is both a list and an object."),
        ("Filters.0=a&Filters.0.Name=b", "The parameter `Filters.0` is both a value and an object."),
        ("Name=a&Name.First=b", "The parameter `Name` is both a value and an object."),
        ("Filters..Name=a", "The parameter name `Filters..Name` is not valid."),
        ("=a", "The parameter name `` is not valid."),
    ] {
        assert_eq!(refused(text).await, format!("InvalidParameter: {expected}"));
    }
    let twice = refusal(&cloud(), query("Name=a&Name=a").sign()).await;
    assert_eq!(twice, "InvalidParameter: The parameter `Name` is there twice.");
    let deep = format!("Filters{}=a", ".0".repeat(9000));
    assert!(refused(&deep).await.ends_with("is not valid."));
}

/// A request whose parameters are refused is kept with what could be read of them.
#[tokio::test]
async fn refused_parameters_are_kept() {
    let cloud = cloud();
    for (text, expected) in [("Limit=x", serde_json::json!({ "Limit": "x" })), ("A.1=x", Value::Null)] {
        verdict(&cloud, query(text).sign()).await;
        assert_eq!(cloud.received().pop().unwrap().parameters, expected);
    }
}
