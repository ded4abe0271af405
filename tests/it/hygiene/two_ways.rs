//! What we derive ourselves and what we leave to serde's derives: the same tests hold for both.
//!
//! The declarations differ in one attribute that only serde's derives know and that changes nothing but a message.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tencent_action::fake::FakeCloud;
use tencent_action::{Action, ApiError, Data, Field, Kind, tencent_action, tencent_data};

use super::text;
use crate::support::answered;

macro_rules! declare {
    ($(#[$by_serde:meta])?) => {
        use super::*;

        #[tencent_action(service = "vod", version = "2018-07-17", response = TaskDetail)]
        $(#[$by_serde])?
        #[derive(Debug, Clone, PartialEq)]
        struct ManageTask {
            task_id: String,
            sub_app_id: Option<u64>,
            #[serde(alias = "Tags", alias = "Marks", default)]
            labels: Vec<String>,
            #[serde(default = "ten", skip_serializing_if = "is_ten")]
            limit: u8,
            range: Option<Range>,
            #[serde(rename = "hadAutoFixVul")]
            had_auto_fix_vul: Option<bool>,
        }

        #[tencent_data]
        $(#[$by_serde])?
        #[derive(Debug, Clone, PartialEq, Default)]
        struct Range {
            instance_i_d: Option<String>,
            r#type: Option<Box<str>>,
            least: i64,
            most: u64,
        }

        #[tencent_data]
        $(#[$by_serde])?
        #[derive(Debug, Clone, PartialEq)]
        struct TaskDetail {
            ranges: Vec<Range>,
            by_name: BTreeMap<String, Range>,
            first: Box<Range>,
            nothing: Option<Nothing>,
        }

        #[tencent_data]
        $(#[$by_serde])?
        #[derive(Debug, Clone, Copy, PartialEq)]
        struct Nothing;

        #[tencent_data]
        $(#[$by_serde])?
        #[derive(Debug, Clone, Copy, PartialEq)]
        struct Braces {}

        #[tencent_action(service = "sts", version = "2018-08-13", response = Braces)]
        $(#[$by_serde])?
        #[derive(Debug, Clone, Copy, PartialEq)]
        struct GetCallerIdentity;
    };
}

macro_rules! tests {
    () => {
        #[test]
        fn names_are_in_pascal_case_and_none_is_left_out() {
            let task = least();
            assert_there_and_back(&task, r#"{"TaskId":"t","Labels":[]}"#);
            let range = Range { instance_i_d: Some("i".to_owned()), r#type: Some("t".into()), least: -1, most: 1 };
            let labels = vec!["l".to_owned()];
            let (range, fixed) = (Some(range), Some(true));
            let task = ManageTask { sub_app_id: Some(1), labels, limit: 1, range, had_auto_fix_vul: fixed, ..task };
            let range = r#"{"InstanceID":"i","Type":"t","Least":-1,"Most":1}"#;
            let rest = format!(r#""Labels":["l"],"Limit":1,"Range":{range},"hadAutoFixVul":true"#);
            assert_there_and_back(&task, &format!(r#"{{"TaskId":"t","SubAppId":1,{rest}}}"#));
        }

        fn least() -> ManageTask {
            let (sub_app_id, range, had_auto_fix_vul) = (None, None, None);
            ManageTask { task_id: "t".to_owned(), sub_app_id, labels: Vec::new(), limit: 10, range, had_auto_fix_vul }
        }

        #[test]
        fn absent_and_null_and_unknown_members_and_aliases_are_read() {
            for payload in [
                r#"{"TaskId":"t"}"#,
                r#"{"SubAppId":null,"Range":null,"hadAutoFixVul":null,"TaskId":"t"}"#,
                r#"{"New":{"TaskId":[1]},"TaskId":"t","task_id":2,"HadAutoFixVul":3,"":null}"#,
            ] {
                assert_eq!(read::<ManageTask>(payload), least(), "{payload}");
            }
            for name in ["Labels", "Tags", "Marks"] {
                let task: ManageTask = read(&format!(r#"{{"TaskId":"t","{name}":["l"]}}"#));
                assert_eq!(task.labels, ["l"]);
            }
        }

        #[test]
        fn faults_name_the_member() {
            assert!(fault::<ManageTask>("{}").starts_with("missing field `TaskId`"));
            assert!(fault::<ManageTask>(r#"{"TaskId":"t","TaskId":"t"}"#).starts_with("duplicate field `TaskId`"));
            assert!(fault::<ManageTask>(r#"{"Tags":[],"Labels":[]}"#).starts_with("duplicate field `Labels`"));
            assert!(fault::<ManageTask>(r#"{"Range":null,"Range":null}"#).starts_with("duplicate field `Range`"));
            assert!(fault::<ManageTask>(r#"{"TaskId":null}"#).starts_with("invalid type: null, expected a string"));
            assert!(fault::<ManageTask>(r#"{"TaskId":"t","Labels":null}"#).starts_with("invalid type: null"));
            assert!(fault::<ManageTask>(r#"{"Range":{"Least":1}}"#).starts_with("missing field `Most`"));
        }

        #[test]
        fn only_an_object_is_a_struct() {
            let range = r#"["i","t",-1,1]"#;
            let positional = format!(r#"["t",null,[],10,{range},null]"#);
            for payload in ["[]", r#"["t"]"#, &positional, "null", r#""t""#, "1", "true"] {
                let fault = fault::<ManageTask>(payload);
                assert!(fault.contains("expected an object ("), "{payload}: {fault}");
            }
            for value in ["[]", range, "1"] {
                let fault = fault::<ManageTask>(&format!(r#"{{"TaskId":"t","Range":{value}}}"#));
                assert!(fault.contains("expected an object ("), "{value}: {fault}");
            }
            for value in ["[]", range, "null"] {
                let (list, map) = (format!(r#"{{"Ranges":[{value}]}}"#), format!(r#"{{"ByName":{{"a":{value}}}}}"#));
                for payload in [list, map, format!(r#"{{"First":{value}}}"#)] {
                    let fault = fault::<TaskDetail>(&payload);
                    assert!(fault.contains("expected an object ("), "{payload}: {fault}");
                }
            }
        }

        #[test]
        fn numbers_keep_all_digits() {
            let range = Range { least: i64::MIN, most: u64::MAX, ..Range::default() };
            assert_there_and_back(&range, r#"{"Least":-9223372036854775808,"Most":18446744073709551615}"#);
            let range = Range { least: i64::MAX, most: 9_007_199_254_740_993, ..Range::default() };
            assert_there_and_back(&range, r#"{"Least":9223372036854775807,"Most":9007199254740993}"#);
            for payload in [r#"{"Least":9223372036854775808}"#, r#"{"Most":-1}"#, r#"{"Most":1.5}"#, r#"{"Most":"1"}"#]
            {
                assert!(fault::<Range>(payload).starts_with("invalid "), "{payload}");
            }
        }

        #[test]
        fn what_contains_others_goes_there_and_back() {
            let range = |least| Range { least, ..Range::default() };
            let by_name = [("a".to_owned(), range(2)), ("b".to_owned(), range(3))].into();
            let (first, nothing) = (Box::new(range(4)), Some(Nothing));
            let detail = TaskDetail { ranges: vec![range(0), range(1)], by_name, first, nothing };
            let range = |least: u8| format!(r#"{{"Least":{least},"Most":0}}"#);
            let lists =
                format!(r#""Ranges":[{},{}],"ByName":{{"a":{},"b":{}}}"#, range(0), range(1), range(2), range(3));
            assert_there_and_back(&detail, &format!(r#"{{{lists},"First":{},"Nothing":{{}}}}"#, range(4)));
        }

        #[test]
        fn structs_without_members_are_objects() {
            assert_there_and_back(&Nothing, "{}");
            assert_there_and_back(&Braces {}, "{}");
            assert_there_and_back(&GetCallerIdentity, "{}");
            assert_eq!(read::<Nothing>(r#"{"New":1}"#), Nothing);
            for payload in ["null", "[]", "[null]", "1"] {
                let faults = [fault::<Nothing>(payload), fault::<Braces>(payload), fault::<GetCallerIdentity>(payload)];
                assert!(faults.iter().all(|fault| fault.contains("expected an object (")), "{payload}: {faults:?}");
            }
        }

        #[test]
        fn fields_tell_name_kind_and_need() {
            let expected = [
                Field::new("TaskId", Kind::String, true),
                Field::new("SubAppId", Kind::Integer, false),
                Field::new("Labels", Kind::List, false),
                Field::new("Limit", Kind::Integer, false),
                Field::new("Range", Kind::Any, false),
                Field::new("hadAutoFixVul", Kind::Boolean, false),
            ];
            assert_eq!(ManageTask::FIELDS, expected);
            let expected = [
                Field::new("Ranges", Kind::List, true),
                Field::new("ByName", Kind::Object, true),
                Field::new("First", Kind::Any, true),
                Field::new("Nothing", Kind::Any, false),
            ];
            assert_eq!(TaskDetail::FIELDS, expected);
            assert_eq!((Nothing::FIELDS, Braces::FIELDS, GetCallerIdentity::FIELDS), (&[][..], &[][..], &[][..]));
        }

        #[tokio::test]
        async fn replies_are_read_leniently() {
            let body = r#"{"Response":{"Ranges":null,"ByName":{"a":{"Least":"-1","Most":2.0,"InstanceID":3}},
                "First":{"Least":1,"Most":1,"Type":null},"Nothing":null,"RequestId":"r"}}"#;
            let reply = least().send(&answered(200, body)).await.unwrap();
            let a = Range { instance_i_d: Some("3".to_owned()), r#type: None, least: -1, most: 2 };
            assert_eq!((&reply.ranges[..], &reply.by_name["a"], reply.nothing), (&[][..], &a, None));

            let body = r#"{"Response":{"ByName":{},"First":[],"RequestId":"r"}}"#;
            let error = least().send(&answered(200, body)).await.unwrap_err();
            assert_eq!(error.request_id(), Some("r"));
            let error = format!("{error:?} {error}");
            assert!(error.contains("First") && error.contains("expected an object ("), "{error}");
        }

        #[tokio::test]
        async fn the_fake_cloud_reads_and_answers_with_it() {
            let cloud = FakeCloud::in_process();
            cloud.on(|task: ManageTask| match task.range {
                Some(range) => Ok(TaskDetail {
                    ranges: vec![range.clone()],
                    by_name: BTreeMap::new(),
                    first: Box::new(range),
                    nothing: None,
                }),
                None => Err(ApiError::new("InvalidParameterValue.TaskId", "There is no range.")),
            });
            let client = cloud.client().build().unwrap();
            let error = least().send(&client).await.unwrap_err();
            assert_eq!(error.code(), Some("InvalidParameterValue.TaskId"));
            let task = ManageTask { range: Some(Range::default()), ..least() };
            let reply = task.send(&client).await.unwrap();
            assert_eq!((&reply.ranges[..], &*reply.first), (&[Range::default()][..], &Range::default()));
        }
    };
}

mod derived {
    declare!();
    tests!();
}

mod by_serde {
    declare!(#[serde(expecting = "an object (by serde)")]);
    tests!();
}

fn ten() -> u8 {
    10
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's form")]
fn is_ten(number: &u8) -> bool {
    *number == 10
}

fn read<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

fn fault<T: DeserializeOwned + Debug>(json: &str) -> String {
    serde_json::from_str::<T>(json).unwrap_err().to_string()
}

fn assert_there_and_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, payload: &str) {
    assert_eq!(text(value), payload);
    assert_eq!(read::<T>(payload), *value);
}
