//! Declarations where nothing is in scope but what they name in full.

use serde_json::json;
use tencent_action::{Action, CommonError, ErrorCode, PageInfo, PaginatedAction, Position};

use crate::hygiene::{json, names_of};

#[no_implicit_prelude]
mod declared {
    #[::tencent_action::tencent_action(service = "vod", version = "2018-07-17")]
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::core::default::Default)]
    pub(super) struct ManageTask {
        pub(super) task_id: ::std::string::String,
        pub(super) sub_app_id: ::core::option::Option<u64>,
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub(super) labels: ::std::vec::Vec<::std::string::String>,
    }

    #[::tencent_action::tencent_action(service = "sts", version = "2018-08-13")]
    pub(super) struct GetCallerIdentity;

    #[::tencent_action::tencent_action(
        service = "vod",
        version = "2018-07-17",
        response = TaskDetail,
        errors = TaskError,
        rate_limit = 20,
        idempotent
    )]
    #[serde(deny_unknown_fields)]
    pub(super) struct DescribeTask {
        #[tencent(client_token)]
        pub(super) session_id: ::core::option::Option<::std::string::String>,
    }

    #[::tencent_action::tencent_action(
        service = "vod",
        version = "2018-07-17",
        response = Tasks,
        paginate(offset, items = data.tasks, item = u64)
    )]
    pub(super) struct ListTasks {
        pub(super) offset: ::core::option::Option<i64>,
    }

    #[::tencent_action::tencent_data]
    pub(super) struct Tasks {
        pub(super) data: ::core::option::Option<Data>,
    }

    #[::tencent_action::tencent_data]
    pub(super) struct Data {
        pub(super) tasks: ::core::option::Option<::std::vec::Vec<u64>>,
    }

    #[::tencent_action::tencent_data]
    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq)]
    pub(super) struct TaskDetail {
        pub(super) task_id: ::std::string::String,
        pub(super) status: ::core::option::Option<TaskStatus>,
        pub(super) parts: ::std::vec::Vec<Part>,
    }

    #[::tencent_action::tencent_data]
    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq)]
    pub(super) struct Part {
        #[serde(with = "seconds")]
        pub(super) length: u64,
        pub(super) name: ::core::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub(super) rest: ::std::collections::BTreeMap<::std::string::String, ::serde_json::Value>,
    }

    mod seconds {
        #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's form")]
        pub(super) fn serialize<S: ::serde::Serializer>(
            seconds: &u64,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            serializer.collect_str(seconds)
        }

        pub(super) fn deserialize<'de, D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<u64, D::Error> {
            let text = <::std::string::String as ::serde::Deserialize>::deserialize(deserializer)?;
            text.parse().map_err(::serde::de::Error::custom)
        }
    }

    #[::tencent_action::tencent_data]
    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq)]
    #[serde(rename_all = "UPPERCASE")]
    pub(super) enum TaskStatus {
        Finish,
        Other(::std::string::String),
    }

    #[::tencent_action::tencent_errors]
    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq)]
    pub(super) enum TaskError {
        #[tencent(code = "InvalidParameterValue.TaskId")]
        TaskId,
        Other(::tencent_action::CommonError),
    }
}

use declared::{DescribeTask, GetCallerIdentity, ListTasks, ManageTask, Part, TaskDetail, TaskError, TaskStatus};

#[test]
fn actions_need_no_prelude() {
    let task = ManageTask { task_id: "t".to_owned(), sub_app_id: Some(1), labels: vec!["l".to_owned()] };
    let payload = json(&task);
    assert_eq!(payload, json!({"TaskId": "t", "SubAppId": 1, "Labels": ["l"]}));
    assert_eq!(serde_json::from_value::<ManageTask>(payload).unwrap(), task);
    assert_eq!(json(&ManageTask::default()), json!({"TaskId": ""}));
    assert_eq!(json(&GetCallerIdentity), json!({}));

    assert_eq!(json(&DescribeTask { session_id: None }), json!({}));
    assert!(serde_json::from_value::<DescribeTask>(json!({"New": 1})).is_err());
    assert_eq!(DescribeTask::RATE_LIMIT.map(u32::from), Some(20));
    assert_eq!((DescribeTask::IDEMPOTENT, DescribeTask::CLIENT_TOKEN), (true, Some("SessionId")));
}

#[test]
fn pages_need_no_prelude() {
    let mut tasks = ListTasks { offset: None };
    assert!(tasks.go_to(&Position::Offset(5)) && tasks.offset == Some(5));
    let response = serde_json::from_value(json!({"Data": {"Tasks": [1, 2]}})).unwrap();
    assert_eq!((ListTasks::page(&response), ListTasks::items(response)), (PageInfo::of(2), vec![1, 2]));
}

#[test]
fn data_needs_no_prelude() {
    let payload = json!({"TaskId": "t", "Status": "FINISH", "Parts": [{"Length": "2", "New": {"A": [1]}}]});
    let detail: TaskDetail = serde_json::from_value(payload.clone()).unwrap();
    let rest = [("New".to_owned(), json!({"A": [1]}))].into();
    let part = Part { length: 2, name: None, rest };
    assert_eq!(detail, TaskDetail { task_id: "t".to_owned(), status: Some(TaskStatus::Finish), parts: vec![part] });
    assert_eq!(json(&detail), payload);
    assert_eq!(names_of::<TaskDetail>(), ["TaskId", "Status", "Parts"]);
    assert_eq!(names_of::<Part>(), ["Length", "Name"]);
}

#[test]
fn words_and_codes_need_no_prelude() {
    assert_eq!(TaskStatus::from("?"), TaskStatus::Other("?".to_owned()));
    assert_eq!(TaskStatus::Finish.to_string(), "FINISH");
    assert_eq!(TaskError::from("InvalidParameterValue.TaskId.Empty"), TaskError::TaskId);
    assert_eq!(TaskError::from("ResourceInUse"), TaskError::Other(CommonError::ResourceInUse));
    assert_eq!(TaskError::CODES, ["InvalidParameterValue.TaskId"]);
}
