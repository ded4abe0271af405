//! Declarations in edition 2021, and in a library: what is public here can be reached from elsewhere, which some lints
//! look at.
//!
//! There is no serde in the dependencies, as there needn't be in a user's.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    unreachable_pub,
    unnameable_types,
    private_interfaces,
    private_bounds,
    single_use_lifetimes,
    unused_lifetimes,
    unused_qualifications,
    explicit_outlives_requirements,
    redundant_lifetimes,
    variant_size_differences,
    trivial_casts,
    trivial_numeric_casts,
    let_underscore_drop,
    rust_2018_idioms,
    rust_2024_compatibility
)]
#![allow(keyword_idents_2024, edition_2024_expr_fragment_specifier, reason = "what differs is what is tried here")]

pub mod declared;
pub mod made;

#[cfg(test)]
mod tests {
    use serde_json::json;
    use tencent_action::{Action, ErrorCode, PageInfo, PaginatedAction, Position};

    use super::{declared, made};

    #[test]
    fn what_is_declared_works() {
        use declared::{DescribeTasks, ManageTask, TaskDetail, TaskError, TaskStatus};
        let payload = json!({"Gen": 1, "Async": {"SessionId": ""}, "SessionId": ""});
        let task: ManageTask = serde_json::from_value(payload.clone()).unwrap();
        assert_eq!((task.gen, &task.r#async), (Some(1), &Some(Box::default())));
        assert_eq!(serde_json::to_value(&task).unwrap(), payload);
        assert_eq!((ManageTask::IDEMPOTENT, ManageTask::CLIENT_TOKEN), (true, Some("SessionId")));

        let payload = json!({"Status": "GEN", "Parts": [{"Gen": 1, "New": 2}]});
        let detail: TaskDetail<u64> = serde_json::from_value(payload.clone()).unwrap();
        assert_eq!((&detail.status, detail.parts[0].gen, detail.parts[0].rest["New"]), (&TaskStatus::Gen, Some(1), 2));
        assert_eq!(serde_json::to_value(&detail).unwrap(), payload);

        let tasks = DescribeTasks { names: &["a"], filter: "f" };
        assert_eq!(serde_json::to_value(tasks).unwrap(), json!({"Names": ["a"], "Filter": "f"}));
        let page: declared::Listed = serde_json::from_value(json!({"Gen": {"List": [7]}, "Total": 1})).unwrap();
        assert_eq!(declared::ListParts::page(&page), PageInfo::of(1).total(1));
        assert_eq!(
            (declared::ListParts::items(page), declared::ListParts { gen: 5 }.position()),
            (vec![7], Position::Offset(5))
        );
        assert_eq!(TaskError::from("InvalidParameterValue.TaskId"), TaskError::TaskId);
        assert_eq!(TaskError::CODES, ["InvalidParameterValue.TaskId"]);
    }

    #[test]
    #[expect(deprecated, reason = "it is told to us, as it is to any user")]
    fn what_a_macro_makes_works() {
        use made::{DescribeTasks, Kept, ListTasks, Page, Part, TaskError, TaskStatus};
        assert_eq!(serde_json::to_value(ListTasks::default()).unwrap(), json!({"Offset": 2}));
        assert_eq!(ListTasks::RATE_LIMIT.map(u32::from), Some(20));
        let page: Page<u64> = serde_json::from_value(json!({"Gen": 1, "Status": "NEW"})).unwrap();
        assert_eq!(page.gen, Some(1));
        assert_eq!(serde_json::to_value(page).unwrap(), json!({"Gen": 1, "Status": "?"}));
        let part: Part<u64> = serde_json::from_value(json!({"Gen": 1, "New": 2})).unwrap();
        assert_eq!((part.gen, part.rest["New"]), (Some(1), 2));
        assert_eq!(TaskStatus::from("NEW"), TaskStatus::Other(Kept));
        assert_eq!(TaskError::from("InvalidParameterValue.TaskId.Of"), TaskError::TaskId);
        let tasks = DescribeTasks { names: &["a"], filter: "f" };
        assert_eq!(serde_json::to_value(tasks).unwrap(), json!({"Names": ["a"], "Filter": "f"}));
    }
}
