//! Modules that deny and forbid lints: generated code passes, and emits no `allow` that `forbid` would refuse.

use serde_json::json;

use super::json;

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
mod denied {
    use std::borrow::Cow;

    use tencent_action::tencent_action;

    /// Manages a task.
    #[tencent_action(service = "vod", version = "2018-07-17")]
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub(in crate::hygiene) struct ManageTask {
        /// The task.
        pub(in crate::hygiene) task_id: String,
        /// The application.
        pub(in crate::hygiene) sub_app_id: Option<u64>,
        /// Anything.
        #[serde(default, skip_serializing_if = "Vec::is_empty", alias = "Tags")]
        pub(in crate::hygiene) labels: Vec<String>,
    }

    /// Describes tasks.
    #[tencent_action(service = "vod", version = "2018-07-17")]
    #[derive(Debug)]
    pub(in crate::hygiene) struct DescribeTasks<'a, T> {
        /// Which.
        pub(in crate::hygiene) names: &'a [&'a str],
        /// Where.
        pub(in crate::hygiene) zone: Cow<'a, str>,
        /// How.
        pub(in crate::hygiene) filter: Option<T>,
    }

    /// Says who calls.
    #[tencent_action(service = "sts", version = "2018-08-13")]
    #[derive(Debug, Clone, Copy)]
    pub(in crate::hygiene) struct GetCallerIdentity;
}

#[forbid(
    warnings,
    unsafe_code,
    dead_code,
    unreachable_pub,
    unused_qualifications,
    missing_docs,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::absolute_paths,
    clippy::allow_attributes,
    clippy::mod_module_files
)]
mod forbidden {
    use tencent_action::tencent_action;

    /// Manages a task.
    #[tencent_action(service = "vod", version = "2018-07-17")]
    #[derive(Debug)]
    pub(super) struct ManageTask<const N: usize> {
        /// The task.
        pub(super) task_id: String,
        /// The application.
        pub(super) sub_app_id: Option<u64>,
        /// Labels.
        #[serde(default = "none", skip_serializing_if = "Option::is_none")]
        pub(super) labels: Option<[u64; N]>,
    }

    const fn none<T>() -> Option<T> {
        None
    }
}

#[test]
fn denied_lints_find_nothing() {
    let task = denied::ManageTask { task_id: "t".to_owned(), ..denied::ManageTask::default() };
    assert_eq!(json(&task), json!({"TaskId": "t"}));
    let payload = json!({"TaskId": "t", "Tags": ["a"]});
    assert_eq!(serde_json::from_value::<denied::ManageTask>(payload).unwrap().labels, ["a"]);

    let tasks = denied::DescribeTasks { names: &["a", "b"], zone: "z".into(), filter: Some(1) };
    assert_eq!(json(&tasks), json!({"Names": ["a", "b"], "Zone": "z", "Filter": 1}));
    assert_eq!(json(&denied::GetCallerIdentity), json!({}));
}

#[test]
fn forbidden_lints_find_nothing() {
    let task = forbidden::ManageTask { task_id: "t".to_owned(), sub_app_id: Some(1), labels: Some([1, 2]) };
    assert_eq!(json(&task), json!({"TaskId": "t", "SubAppId": 1, "Labels": [1, 2]}));
    let task: forbidden::ManageTask<2> = serde_json::from_value(json!({"TaskId": "u"})).unwrap();
    assert_eq!((task.task_id.as_str(), task.sub_app_id, task.labels), ("u", None, None));
}
