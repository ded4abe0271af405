//! No prelude, and modules in which every name that generated code could stumble on means something else.

mod named_alike;
mod no_prelude;
mod not_of_std;
mod taken;

use serde_json::json;
use tencent_action::{Action, CommonError, Data, ErrorCode, PageInfo, PaginatedAction, Position};

use super::{json, names_of, wire_names};

#[test]
fn every_name_may_be_taken_around_an_action() {
    let task = taken::actions::DescribeTask {
        client: "c".to_owned(),
        __state: true,
        deserializer: vec![1],
        serializer: Some(2),
        slots: "s".to_owned(),
        map: 3,
    };
    let payload = json(&task);
    let expected = json!({"Client": "c", "State": true, "Deserializer": [1], "Serializer": 2, "Slots": "s", "Map": 3});
    assert_eq!(payload, expected);
    assert_eq!(json(&serde_json::from_value::<taken::actions::DescribeTask>(payload).unwrap()), expected);
    let least: taken::actions::DescribeTask =
        serde_json::from_value(json!({"Client": "", "State": true, "Deserializer": [], "Zone": "z"})).unwrap();
    assert_eq!((least.slots.as_str(), least.map, least.serializer), ("z", 10, None));
    assert_eq!(wire_names(&least), ["Client", "State", "Deserializer", "Serializer", "Slots", "Map"]);
    assert_eq!(json(&taken::actions::TaskDetail {}), json!({}));
}

#[test]
fn every_name_may_be_taken_around_pages() {
    let mut tasks = taken::actions::ListTasks { __position: 2 };
    assert_eq!(PaginatedAction::position(&tasks), Position::Number { number: 2, first: 1 });
    assert!(PaginatedAction::go_to(&mut tasks, &Position::Number { number: 3, first: 1 }) && tasks.__position == 3);
    let payload = json!({"Wrapper": {"Total": 4, "List": [1]}});
    let pages: taken::actions::Pages = serde_json::from_value(payload).unwrap();
    assert_eq!(<taken::actions::ListTasks as PaginatedAction>::page(&pages), PageInfo::of(1).total(4));
    assert_eq!(<taken::actions::ListTasks as PaginatedAction>::items(pages), [1]);
}

#[test]
fn every_name_may_be_taken_around_data() {
    let expected = json!({"Client": "c", "Index": [1], "Lenient": 2, "Status": "DONE"});
    let data: taken::data::TaskDetail = serde_json::from_value(expected.clone()).unwrap();
    assert_eq!(json(&data), expected);
    assert_eq!(names_of::<taken::data::TaskDetail>(), ["Client", "Index", "Lenient", "Status", "Limit"]);
    assert_eq!(json(&taken::data::Nothing), json!({}));
}

#[test]
fn every_name_may_be_taken_around_words_and_codes() {
    let status = taken::words::Status::from("DONE");
    assert!(matches!(status, taken::words::Status::Done));
    assert_eq!((status.as_str(), status.to_string().as_str()), ("DONE", "DONE"));
    assert!(matches!(taken::words::Status::from("?"), taken::words::Status::Ok(text) if text == "?"));
    let code = taken::words::Code::from("Some.None.Err");
    assert!(matches!(code, taken::words::Code::None));
    assert_eq!((code.as_str(), taken::words::Code::CODES), ("Some.None", &["Some.None", "known"][..]));
    assert!(matches!(
        taken::words::Code::from("FailedOperation"),
        taken::words::Code::Some(CommonError::FailedOperation)
    ));
}

#[test]
fn every_name_but_those_of_primitive_types_may_be_taken_around_what_serde_derives() {
    let expected = json!({"Client": "c", "Seconds": "1", "Status": "DONE", "More": [2]});
    let data: taken::by_serde::TaskDetail = serde_json::from_value(expected.clone()).unwrap();
    assert_eq!((data.client.as_str(), data.seconds, data.rest.len()), ("c", 1, 1));
    assert_eq!(json(&data), expected);
    assert_eq!(names_of::<taken::by_serde::TaskDetail>(), ["Client", "Seconds", "Limit", "Status"]);

    let strict = taken::by_serde::DescribeTask { client_token: None, option: vec![true] };
    assert_eq!(json(&strict), json!({"Option": [true]}));
    assert!(serde_json::from_value::<taken::by_serde::DescribeTask>(json!({"Some": 1})).is_err());
    assert_eq!(taken::by_serde::DescribeTask::CLIENT_TOKEN, Some("ClientToken"));
    assert_eq!(taken::by_serde::DescribeTask::FIELDS.len(), 2);
    assert_eq!(taken::by_serde::TaskDetail::FIELDS.len(), 4);
}
