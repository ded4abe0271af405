//! Modules that deny and forbid lints: generated code passes, and emits no `allow` that `forbid` would refuse.

#[deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unused_qualifications,
    unreachable_pub,
    unused_imports,
    unused_lifetimes,
    unused_results,
    single_use_lifetimes,
    elided_lifetimes_in_paths,
    dead_code,
    private_interfaces,
    private_bounds,
    unsafe_code,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
mod denied;

#[forbid(
    warnings,
    unsafe_code,
    dead_code,
    unused,
    unreachable_pub,
    unused_qualifications,
    missing_docs,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::absolute_paths,
    clippy::allow_attributes,
    clippy::mod_module_files
)]
mod forbidden;

#[deny(warnings, deprecated, nonstandard_style)]
mod old;

#[deny(warnings, unused, dead_code, unreachable_pub, unused_qualifications)]
mod unused;

use serde_json::json;
use tencent_action::{Action, CommonError, PageInfo, PaginatedAction, Position};

use super::json;

#[test]
fn denied_lints_find_nothing_in_actions() {
    let task = denied::ManageTask { task_id: "t".to_owned(), ..denied::ManageTask::default() };
    assert_eq!(json(&task), json!({"TaskId": "t"}));
    let payload = json!({"TaskId": "t", "Tags": ["a"]});
    assert_eq!(serde_json::from_value::<denied::ManageTask>(payload).unwrap().labels, ["a"]);

    let tasks = denied::DescribeTasks { names: &["a", "b"], zone: "z".into(), filter: Some(1) };
    assert_eq!(json(&tasks), json!({"Names": ["a", "b"], "Zone": "z", "Filter": 1}));
    assert_eq!(json(&denied::GetCallerIdentity), json!({}));
    assert_eq!(denied::ManageTask::RATE_LIMIT.map(u32::from), Some(20));
}

#[test]
fn denied_lints_find_nothing_in_data() {
    let payload = json!({"TaskId": "t", "Status": "FINISH", "Rest": {"FileId": "f", "New": 1}});
    let detail: denied::TaskDetail = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!(detail.status, Some(denied::TaskStatus::Finish));
    assert_eq!(json(&detail), payload);
    assert_eq!(json(&denied::Filter { name: "n", values: &["v"] }), json!({"Name": "n", "Values": ["v"]}));
    assert_eq!(json(&denied::Tagged { tag: "t", value: &1 }), json!({"Type": "Tagged", "Tag": "t", "Value": 1}));
    assert_eq!(denied::TaskError::from("A.B.C"), denied::TaskError::Ab);
}

#[test]
fn denied_and_forbidden_lints_find_nothing_in_pages() {
    let mut zones = denied::ListZones { name: "n", paging: denied::Paging { number: None }, like: 0_u8 };
    assert_eq!(zones.position(), Position::Number { number: 0, first: 0 });
    assert!(zones.go_to(&Position::Number { number: 3, first: 0 }) && zones.paging.number == Some(3));
    let payload = json!({"Data": {"Total": 9, "More": true, "Inner": {"Zones": [1, 2]}}});
    let response: denied::Zones<u8> = serde_json::from_value(payload).unwrap();
    assert_eq!(denied::ListZones::<u8>::page(&response), PageInfo::of(2).total(9).more(true));
    assert_eq!(denied::ListZones::<u8>::items(response), [1, 2]);

    let mut parts = forbidden::ListParts { token: None };
    assert!(parts.go_to(&Position::Token(Some("t".to_owned()))) && !parts.go_to(&Position::Offset(1)));
    assert_eq!(parts.position(), Position::Token(Some("t".to_owned())));
    let payload = json!({"Data": {"Token": "u", "Over": true, "Parts": [1]}});
    let page = forbidden::ListParts::page(&serde_json::from_value(payload).unwrap());
    assert_eq!(page, PageInfo::of(1).next("u".to_owned()).more(false));
}

#[test]
fn forbidden_lints_find_nothing() {
    let task = forbidden::ManageTask { task_id: "t".to_owned(), sub_app_id: Some(1), labels: Some([1, 2]) };
    assert_eq!(json(&task), json!({"TaskId": "t", "SubAppId": 1, "Labels": [1, 2]}));
    let task: forbidden::ManageTask<2> = serde_json::from_value(json!({"TaskId": "u"})).unwrap();
    assert_eq!((task.task_id.as_str(), task.sub_app_id, task.labels), ("u", None, None));

    let payload = json!({"TaskId": "t", "Status": "FINISH", "Parts": [{"Name": "p"}]});
    let detail: forbidden::TaskDetail = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!((&detail.status, detail.parts.len()), (&forbidden::TaskStatus::Finish, 1));
    assert_eq!(json(&detail), payload);
    assert_eq!(forbidden::TaskError::from("ResourceInUse"), forbidden::TaskError::Other(CommonError::ResourceInUse));
}

#[test]
fn what_is_declared_counts_as_used() {
    assert_eq!(unused::what_is_read(r#"{"TaskId":"t","Status":"NEW","Detail":{"Length":"1"}}"#), "NEW");
    assert_eq!(unused::what_is_written(), r#"{"Name":"n","Order":"ASC","Unit":"S"}"#);
    assert_eq!(unused::what_is_called(), ("DescribeTasks", 2));
}

#[test]
fn what_is_deprecated_may_be_declared() {
    let payload = r#"{"FooBar":1,"Old":2,"Older":[{"FooBar":3,"Older":[],"Limit":5}],"Limit":4}"#;
    assert_eq!(old::objects(payload), [payload, payload, payload]);
    assert_eq!(old::pages(), (PageInfo::of(1).total(1), vec![7]));
    assert_eq!(old::words(), ["OLD", "FailedOperation"]);
}
