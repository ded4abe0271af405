//! Items that `macro_rules!` make, from fragments of every kind, and runtimes that are found elsewhere.

mod elsewhere;
mod enums;

use serde_json::json;
use tencent_action::{
    Action, CommonError, Data, Field, Kind, PageInfo, PaginatedAction, Position, tencent_action, tencent_data,
};

use super::{declared, json, names_of, text};

macro_rules! action {
    (
        $(#[$attribute:meta])*
        $visibility:vis $name:ident($service:literal, $version:literal, $action:literal, $rate:literal)
            -> $response:ty, $errors:path
        {
            #[$token:meta] $token_field:ident: $token_type:ty,
            $($(#[$of_field:meta])* $field:ident: $type:ty),*
        }
    ) => {
        $(#[$attribute])*
        #[tencent_action(
            service = $service,
            version = $version,
            action = $action,
            response = $response,
            errors = $errors,
            rate_limit = $rate,
            idempotent
        )]
        $visibility struct $name {
            /// Not from a fragment.
            pub request_source: Option<String>,
            #[$token]
            $token_field: $token_type,
            $($(#[$of_field])* $field: $type),*
        }
    };
}

action! {
    /// Describes a task.
    #[allow(dead_code, reason = "an attribute above ours")]
    pub(super) Describe("vod", "2018-07-17", "DescribeTaskDetail", 20) -> Option<u64>, CommonError {
        #[tencent(client_token)] session_id: Option<String>,
        task_id: String,
        #[serde(rename = "SubAppID")] sub_app_id: Option<u64>,
        r#type: ::std::option::Option<&'static str>,
        limits: Vec<Option<u8>>
    }
}

#[test]
fn fragments_are_seen_through() {
    let detail = Describe {
        request_source: None,
        session_id: Some("s".to_owned()),
        task_id: "t".to_owned(),
        sub_app_id: None,
        r#type: Some("Procedure"),
        limits: vec![None, Some(1)],
    };
    let payload = json!({"SessionId": "s", "TaskId": "t", "Type": "Procedure", "Limits": [null, 1]});
    assert_eq!(json(&detail), payload);
    let fields = [
        Field::new("RequestSource", Kind::String, false),
        Field::new("SessionId", Kind::String, false),
        Field::new("TaskId", Kind::String, true),
        Field::new("SubAppID", Kind::Integer, false),
        Field::new("Type", Kind::String, false),
        Field::new("Limits", Kind::List, true),
    ];
    assert_eq!(declared(&detail), ("vod", "2018-07-17", "DescribeTaskDetail", &fields[..]));
    assert_eq!(Describe::RATE_LIMIT.map(u32::from), Some(20));
    assert_eq!((Describe::IDEMPOTENT, Describe::CLIENT_TOKEN), (true, Some("SessionId")));
    let _: Option<Option<u64>> = None::<<Describe as Action>::Response>;
    let _: Option<CommonError> = None::<<Describe as Action>::ErrorCode>;
}

macro_rules! data {
    (
        { $($item:item)* }
        $visibility:vis struct $name:ident<$lifetime:lifetime, $parameter:ident: $bound:path, const $length:ident: $of:ty>
        ($($field:ident: $type:ty $(= $default:literal)? $(, skipped $skip:literal)?;)*)
        [$($rest:tt)*] $text:expr
    ) => {
        $($item)*
        #[tencent_data]
        $visibility struct $name<$lifetime, $parameter: $bound, const $length: $of> {
            $($(#[serde(rename = $default)])? $(#[serde(skip_serializing_if = $skip)])? $field: $type,)*
            $($rest)*
        }
        #[doc = $text]
        #[tencent_data]
        #[serde(expecting = "what serde derives")]
        struct BySerde<$parameter: $bound> {
            $($rest)*
            value: $parameter,
        }
    };
}

data! {
    {
        #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's form")]
        const fn is_zero(number: &u64) -> bool {
            *number == 0
        }
        #[tencent_data]
        #[derive(PartialEq, Debug)]
        struct Inner;
    }
    struct Outer<'a, T: Clone, const N: usize>
    (names: &'a [&'a str; N] = "NAMES"; value: Option<T>; zero: u64, skipped "is_zero";)
    [#[serde(default)] pub inner: Option<Inner>, #[cfg(any())] gone: Nothing,] "Documentation."
}

#[test]
fn fragments_of_all_other_kinds_are_seen_through() {
    let outer = Outer { names: &["a", "b"], value: Some(1), zero: 0, inner: None };
    assert_eq!(json(&outer), json!({"NAMES": ["a", "b"], "Value": 1}));
    let outer = Outer { names: &[], value: None::<u8>, zero: 1, inner: Some(Inner) };
    assert_eq!(json(&outer), json!({"NAMES": [], "Zero": 1, "Inner": {}}));
    let expected = [
        Field::new("NAMES", Kind::List, true),
        Field::new("Value", Kind::Any, false),
        Field::new("Zero", Kind::Integer, false),
        Field::new("Inner", Kind::Any, false),
    ];
    assert_eq!(<Outer<'_, u8, 0> as Data>::FIELDS, expected);

    let by_serde: BySerde<bool> = serde_json::from_value(json!({"Value": true})).unwrap();
    assert_eq!((&by_serde.inner, by_serde.value), (&None, true));
    assert_eq!(json(&by_serde), json!({"Value": true}));
    assert_eq!(names_of::<BySerde<bool>>(), ["Inner", "Value"]);
}

#[test]
fn structs_may_be_local() {
    type TaskId = String;
    #[tencent_action(service = "vod", version = "2018-07-17", response = TaskDetail)]
    struct ManageTask {
        task_id: TaskId,
    }
    #[tencent_data]
    struct TaskDetail {
        #[serde(flatten)]
        status: TaskStatus,
    }
    #[tencent_data]
    struct TaskStatus {
        status: Option<TaskId>,
    }
    assert_eq!(text(&ManageTask { task_id: "t".to_owned() }), r#"{"TaskId":"t"}"#);
    assert_eq!(text(&TaskDetail { status: TaskStatus { status: None } }), "{}");
}

macro_rules! paged {
    ($name:ident { $offset:ident: $ty:ty } $first:literal -> $page:ident { $wrapper:ident.$list:ident } of $item:ty) => {
        #[tencent_action(
            service = "vod",
            version = "2018-07-17",
            response = $page,
            paginate(page = $offset, first = $first, total = $wrapper.total, items = $wrapper.$list, item = $item)
        )]
        struct $name {
            $offset: $ty,
        }

        #[tencent_data]
        struct $page {
            $wrapper: Option<Wrapper>,
        }

        #[tencent_data]
        struct Wrapper {
            $list: Vec<$item>,
            total: u64,
        }
    };
}
paged!(ListTasks { start: Option<u32> } 0 -> TaskPage { data.tasks } of Option<u64>);

#[test]
fn fragments_are_seen_through_in_pages() {
    let mut tasks = ListTasks { start: None };
    assert_eq!(tasks.position(), Position::Number { number: 0, first: 0 });
    assert!(tasks.go_to(&Position::Number { number: 1, first: 0 }) && tasks.start == Some(1));
    let page: TaskPage = serde_json::from_value(json!({"Data": {"Tasks": [1, null], "Total": 2}})).unwrap();
    assert_eq!((ListTasks::page(&page), ListTasks::items(page)), (PageInfo::of(2).total(2), vec![Some(1), None]));
}
