//! Owned requests can be read back, as typed handlers do.

use std::marker::PhantomData;

use tencent_action::tencent_action;

/// Deserializable, and neither `Default` nor `Clone`.
#[tencent_action(service = "vod", version = "2018-07-17")]
#[derive(Debug, PartialEq)]
struct ManageTask {
    task_id: String,
    sub_app_id: Option<u64>,
    #[serde(alias = "Operation", alias = "OperationName")]
    operation_type: String,
    #[serde(default)]
    labels: Vec<String>,
    #[serde(default = "ten")]
    limit: u8,
}

fn ten() -> u8 {
    10
}

fn read(json: &str) -> Result<ManageTask, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

fn fault(json: &str) -> String {
    read(json).unwrap_err()
}

fn abort() -> ManageTask {
    ManageTask {
        task_id: "t".to_owned(),
        sub_app_id: None,
        operation_type: "Abort".to_owned(),
        labels: Vec::new(),
        limit: 10,
    }
}

#[test]
fn what_may_be_absent_is_filled_in() {
    assert_eq!(read(r#"{"TaskId":"t","OperationType":"Abort"}"#), Ok(abort()));
    assert_eq!(read(r#"{"TaskId":"t","OperationType":"Abort","SubAppId":null}"#), Ok(abort()));
    let all = r#"{"Limit":1,"Labels":["l"],"OperationType":"Abort","SubAppId":7,"TaskId":"t"}"#;
    let expected = ManageTask { sub_app_id: Some(7), labels: vec!["l".to_owned()], limit: 1, ..abort() };
    assert_eq!(read(all), Ok(expected));
}

#[test]
fn aliases_are_understood_and_unknown_members_are_ignored() {
    assert_eq!(read(r#"{"TaskId":"t","Operation":"Abort"}"#), Ok(abort()));
    assert_eq!(read(r#"{"TaskId":"t","OperationName":"Abort"}"#), Ok(abort()));
    assert_eq!(read(r#"{"New":{"TaskId":[1]},"TaskId":"t","OperationType":"Abort","task_id":2}"#), Ok(abort()));
}

#[test]
fn faults_name_the_member_as_it_is_on_the_wire() {
    assert!(fault("{}").starts_with("missing field `TaskId`"));
    assert!(fault(r#"{"TaskId":"t"}"#).starts_with("missing field `OperationType`"));
    assert!(fault(r#"{"TaskId":"t","TaskId":"t"}"#).starts_with("duplicate field `TaskId`"));
    let by_two_names = r#"{"TaskId":"t","Operation":"a","OperationType":"a"}"#;
    assert!(fault(by_two_names).starts_with("duplicate field `OperationType`"));
    assert!(fault(r#"{"SubAppId":null,"SubAppId":1}"#).starts_with("duplicate field `SubAppId`"));
    assert!(fault(r#"{"TaskId":null}"#).starts_with("invalid type: null, expected a string"));
    assert!(fault(r#"{"Labels":null}"#).starts_with("invalid type: null"), "`default` is for what is absent");
}

#[test]
fn only_an_object_is_a_request() {
    for json in [r#"["t",null,"Abort",[],10]"#, "[]", "null", r#""t""#, "1"] {
        assert!(fault(json).contains("expected an object (ManageTask)"), "{json}: {}", fault(json));
    }
}

const ALL: usize = 7;
const THESE: usize = 3;

/// An `&` that borrows nothing, and a reference that isn't there.
#[tencent_action(service = "vod", version = "2018-07-17")]
#[derive(Debug, PartialEq)]
struct SetBits {
    bits: [u8; ALL & THESE],
    marker: PhantomData<&'static str>,
}

#[test]
fn what_only_looks_borrowed_is_read() {
    let bits = SetBits { bits: [1, 2, 3], marker: PhantomData };
    assert_eq!(serde_json::from_str::<SetBits>(r#"{"Bits":[1,2,3],"Marker":null}"#).unwrap(), bits);
}
