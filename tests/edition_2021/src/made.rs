//! What a macro of the user's writes, so that none of it stands where a user would have written it.

use std::collections::BTreeMap;

use tencent_action::{tencent_action, tencent_data, tencent_errors, CommonError};

// rustfmt moves the arguments of the attribute further right each time.
#[rustfmt::skip]
macro_rules! declarations {
    ($gen:ident, $offset:expr) => {
        /// Manages a task.
        #[tencent_action(
            service = "vod",
            version = "2018-07-17",
            response = Page<u64>,
            errors = TaskError,
            rate_limit = 20,
            idempotent
        )]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct ListTasks {
            /// A keyword in later editions only.
            pub gen: Option<u64>,
            offset: u64,
        }

        impl Default for ListTasks {
            fn default() -> Self {
                Self { gen: None, offset: $offset }
            }
        }

        /// Tasks.
        #[tencent_data]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Page<T> {
            /// A keyword in later editions only.
            pub $gen: Option<T>,
            status: TaskStatus,
            /// Gone soon, which is told to who uses it.
            #[deprecated]
            pub old: Option<u8>,
        }

        /// What serde's own derives write and read.
        #[tencent_data]
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Part<T> {
            /// A keyword in later editions only.
            pub gen: Option<T>,
            filter: Option<Filter>,
            /// Gone soon.
            #[deprecated]
            pub old: Option<u8>,
            /// All else.
            #[serde(flatten)]
            pub rest: BTreeMap<String, T>,
        }

        #[tencent_data]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        struct Filter;

        /// How far a task is.
        #[tencent_data]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[serde(rename_all = "UPPERCASE")]
        #[non_exhaustive]
        pub enum TaskStatus {
            /// It is done.
            Finish,
            /// Gone soon.
            #[deprecated]
            Old,
            /// None of these.
            Other(Kept),
        }

        /// Why tasks aren't listed.
        #[tencent_errors]
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum TaskError {
            /// The task.
            #[tencent(code = "InvalidParameterValue.TaskId")]
            TaskId,
            /// Gone soon.
            #[deprecated]
            FailedOperation,
            /// None of these.
            Other(CommonError),
        }

        /// Borrows, and is gone soon.
        #[deprecated]
        #[tencent_action(service = "vod", version = "2018-07-17")]
        #[serde(deny_unknown_fields)]
        #[derive(Debug, Clone, Copy)]
        pub struct DescribeTasks<'a, T: ?Sized> {
            /// Which.
            pub names: &'a [&'a str],
            /// How.
            pub filter: &'a T,
        }
    };
}

declarations!(gen, 1 + 1);

/// Text that needn't be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept;

impl From<&str> for Kept {
    fn from(_: &str) -> Self {
        Self
    }
}

impl AsRef<str> for Kept {
    fn as_ref(&self) -> &'static str {
        "?"
    }
}
