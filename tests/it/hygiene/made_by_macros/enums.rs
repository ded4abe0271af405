//! Enums that `macro_rules!` make.

use tencent_action::{CommonError, ErrorCode, tencent_data, tencent_errors};

macro_rules! words {
    ($visibility:vis $name:ident $(by $rule:literal)? { $($variant:ident $(= $value:literal)? $(| $alias:literal)*,)* } $kept:ty) => {
        #[tencent_data]
        #[derive(Debug, PartialEq)]
        $(#[serde(rename_all = $rule)])?
        $visibility enum $name {
            $($(#[serde(rename = $value)])? $(#[serde(alias = $alias)])* $variant,)*
            /// Not from a fragment.
            Unknown($kept),
        }
    };
}

words!(pub(super) Status by "SCREAMING_SNAKE_CASE" { Waiting, InProgress = "PROCESSING" | "RUNNING" | "Running", } String);
words!(Plain { r#Waiting, } std::sync::Arc<str>);

macro_rules! codes {
    ($name:ident { $($variant:ident $code:literal)* } $other:ident($kept:ty)) => {
        #[tencent_errors]
        #[derive(Debug, PartialEq)]
        enum $name {
            $(#[tencent(code = $code)] $variant,)*
            $other($kept),
        }
    };
}

codes!(TaskError { TaskId "InvalidParameterValue.TaskId" Quota "LimitExceeded.Quota" } Any(CommonError));

#[test]
fn enums_are_made_of_fragments() {
    assert_eq!([Status::Waiting.as_str(), Status::InProgress.as_str()], ["WAITING", "PROCESSING"]);
    for name in ["PROCESSING", "RUNNING", "Running"] {
        assert_eq!(Status::from(name), Status::InProgress);
    }
    assert_eq!(Status::from("Waiting"), Status::Unknown("Waiting".to_owned()));
    assert_eq!(Plain::from("Waiting"), Plain::Waiting);
    assert_eq!(Plain::from("?"), Plain::Unknown("?".into()));
    assert_eq!(TaskError::CODES, ["InvalidParameterValue.TaskId", "LimitExceeded.Quota"]);
    assert_eq!(TaskError::from("LimitExceeded.Quota.Daily"), TaskError::Quota);
    assert_eq!(TaskError::from("LimitExceeded"), TaskError::Any(CommonError::LimitExceeded));
}
