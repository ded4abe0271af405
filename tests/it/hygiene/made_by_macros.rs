//! Structs that `macro_rules!` make, from fragments of every kind, and runtimes that are found elsewhere.

use serde_json::json;
use tencent_action::{Action, Field, Kind, tencent_action};

use super::{declared, json, text};

macro_rules! action {
    (
        $(#[$attribute:meta])*
        $visibility:vis $name:ident($service:literal, $version:literal, $action:literal) -> $response:ty {
            $($(#[$of_field:meta])* $field:ident: $type:ty),*
        }
    ) => {
        $(#[$attribute])*
        #[tencent_action(service = $service, version = $version, action = $action, response = $response)]
        $visibility struct $name {
            /// Not from a fragment.
            pub request_source: Option<String>,
            $($(#[$of_field])* $field: $type),*
        }
    };
}

action! {
    /// Describes a task.
    #[allow(dead_code, reason = "an attribute above ours")]
    pub(super) Describe("vod", "2018-07-17", "DescribeTaskDetail") -> Option<u64> {
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
        task_id: "t".to_owned(),
        sub_app_id: None,
        r#type: Some("Procedure"),
        limits: vec![None, Some(1)],
    };
    assert_eq!(json(&detail), json!({"TaskId": "t", "Type": "Procedure", "Limits": [null, 1]}));
    let fields = [
        Field::new("RequestSource", Kind::String, false),
        Field::new("TaskId", Kind::String, true),
        Field::new("SubAppID", Kind::Integer, false),
        Field::new("Type", Kind::String, false),
        Field::new("Limits", Kind::List, true),
    ];
    assert_eq!(declared(&detail), ("vod", "2018-07-17", "DescribeTaskDetail", &fields[..]));
    let _: Option<Option<u64>> = None::<<Describe as Action>::Response>;
}

/// A crate that hands `tencent-action` on, under a name of its own.
mod cloud {
    pub(crate) mod api {
        pub(crate) use tencent_action::*;
    }
}

mod elsewhere {
    use super::cloud::api;

    #[api::tencent_action(service = "vod", version = "2018-07-17", crate = crate::hygiene::made_by_macros::cloud::api)]
    pub(super) struct Absolute {
        pub(super) task_id: String,
    }

    #[api::tencent_action(crate = super::cloud::api, service = "vod", version = "2018-07-17")]
    pub(super) struct Relative {
        pub(super) task_id: Option<String>,
    }

    #[api::tencent_action(service = "vod", version = "2018-07-17", crate = api)]
    pub(super) struct Imported<'a> {
        pub(super) task_id: &'a str,
    }

    #[api::tencent_action(service = "vod", version = "2018-07-17", crate = ::tencent_action)]
    pub(super) struct Spelt;

    /// Names of the real crate that mean nothing here.
    #[allow(dead_code, reason = "it is there to be in the way")]
    mod tencent_action {}
}

macro_rules! through {
    ($path:path, $name:ident) => {
        #[tencent_action(service = "vod", version = "2018-07-17", crate = $path)]
        struct $name {
            task_id: String,
        }
    };
    ($name:ident) => {
        #[tencent_action(service = "vod", version = "2018-07-17", crate = $crate::hygiene::made_by_macros::cloud::api)]
        struct $name {
            task_id: String,
        }
    };
}

through!(cloud::api, ByPath);
through!(ByCrate);

#[test]
fn the_runtime_may_be_elsewhere() {
    let expected = r#"{"TaskId":"t"}"#;
    assert_eq!(text(&elsewhere::Absolute { task_id: "t".to_owned() }), expected);
    assert_eq!(text(&elsewhere::Relative { task_id: Some("t".to_owned()) }), expected);
    assert_eq!(text(&elsewhere::Imported { task_id: "t" }), expected);
    assert_eq!(text(&elsewhere::Spelt), "{}");
    assert_eq!(text(&ByPath { task_id: "t".to_owned() }), expected);
    assert_eq!(text(&ByCrate { task_id: "t".to_owned() }), expected);
    let read: elsewhere::Relative = serde_json::from_str(expected).unwrap();
    assert_eq!(read.task_id.as_deref(), Some("t"));
}

#[test]
fn structs_may_be_local() {
    type TaskId = String;
    #[tencent_action(service = "vod", version = "2018-07-17")]
    struct ManageTask {
        task_id: TaskId,
    }
    assert_eq!(text(&ManageTask { task_id: "t".to_owned() }), r#"{"TaskId":"t"}"#);
}
