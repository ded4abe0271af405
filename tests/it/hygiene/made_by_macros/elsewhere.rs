//! `tencent-action` under another name.

use std::collections::BTreeMap;

use tencent_action::{Action, Data, ErrorCode};

use crate::hygiene::text;

/// A crate that hands `tencent-action` on, under a name of its own.
mod cloud {
    pub(crate) mod api {
        pub(crate) use tencent_action::*;
    }
}

mod declared {
    use super::cloud::api;

    const PATH: () = ();

    #[api::tencent_action(service = "vod", version = "2018-07-17", crate = crate::hygiene::made_by_macros::elsewhere::cloud::api)]
    pub(super) struct Absolute {
        pub(super) task_id: String,
    }

    #[api::tencent_action(crate = super::cloud::api, service = "vod", version = "2018-07-17", errors = Code, idempotent)]
    pub(super) struct Relative {
        #[tencent(client_token)]
        pub(super) task_id: Option<String>,
    }

    #[api::tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20, crate = api)]
    pub(super) struct Imported<'a> {
        pub(super) task_id: &'a str,
    }

    #[api::tencent_action(service = "vod", version = "2018-07-17", crate = ::tencent_action)]
    pub(super) struct Spelt;

    #[api::tencent_data(crate = super::cloud::api)]
    pub(super) struct Detail<T> {
        pub(super) task_id: Option<T>,
        pub(super) status: Status,
    }

    #[api::tencent_data(crate = self::api)]
    #[derive(Debug, PartialEq)]
    pub(super) enum Status {
        Finish,
        Other(String),
    }

    #[api::tencent_errors(crate = api)]
    #[derive(Debug, PartialEq)]
    pub(super) enum Code {
        FailedOperation,
        Other(api::CommonError),
    }

    #[api::tencent_data(crate = super::cloud::api)]
    pub(super) struct Flattened<T> {
        pub(super) task_id: Option<T>,
        #[serde(flatten)]
        pub(super) rest: super::BTreeMap<String, T>,
    }

    #[api::tencent_action(service = "vod", version = "2018-07-17", crate = api)]
    #[serde(deny_unknown_fields)]
    pub(super) struct Denying {
        pub(super) task_id: Option<String>,
    }

    /// Names of the real crates that mean nothing here.
    #[allow(dead_code, reason = "they are there to be in the way")]
    mod tencent_action {}
    #[allow(dead_code, reason = "they are there to be in the way")]
    mod serde {}
    const _: () = PATH;
}

macro_rules! through {
    ($path:path, $module:ident) => {
        mod $module {
            use super::cloud;
            #[cloud::api::tencent_action(service = "vod", version = "2018-07-17", errors = Code, crate = $path)]
            pub(super) struct Request {
                pub(super) detail: Detail,
            }
            #[cloud::api::tencent_data(crate = $path)]
            pub(super) struct Detail {
                pub(super) task_id: String,
                pub(super) flattened: Flattened<Status>,
            }
            #[cloud::api::tencent_data(crate = $path)]
            pub(super) struct Flattened<T> {
                #[serde(flatten)]
                pub(super) rest: std::collections::BTreeMap<String, T>,
            }
            #[cloud::api::tencent_data(crate = $path)]
            pub(super) enum Status {
                Finish,
                Other(String),
            }
            #[cloud::api::tencent_errors(crate = $path)]
            pub(super) enum Code {
                FailedOperation,
                Other(cloud::api::CommonError),
            }
        }
    };
}

macro_rules! with_crate {
    ($module:ident) => {
        mod $module {
            use super::cloud;
            #[cloud::api::tencent_action(
                                        service = "vod",
                                        version = "2018-07-17",
                                        response = $crate::hygiene::made_by_macros::elsewhere::cloud::api::Empty,
                                        errors = Code,
                                        crate = $crate::hygiene::made_by_macros::elsewhere::cloud::api
                                    )]
            pub(super) struct Request {
                pub(super) detail: Detail,
            }
            #[cloud::api::tencent_data(crate = $crate::hygiene::made_by_macros::elsewhere::cloud::api)]
            pub(super) struct Detail {
                pub(super) task_id: $crate::hygiene::made_by_macros::elsewhere::Text,
                pub(super) flattened: Flattened<Status>,
            }
            #[cloud::api::tencent_data(crate = $crate::hygiene::made_by_macros::elsewhere::cloud::api)]
            pub(super) struct Flattened<T> {
                #[serde(flatten)]
                pub(super) rest: std::collections::BTreeMap<String, T>,
            }
            #[cloud::api::tencent_action(
                                        service = "vod",
                                        version = "2018-07-17",
                                        crate = $crate::hygiene::made_by_macros::elsewhere::cloud::api
                                    )]
            #[serde(deny_unknown_fields)]
            pub(super) struct Denying {
                pub(super) task_id: Option<$crate::hygiene::made_by_macros::elsewhere::Text>,
            }
            #[cloud::api::tencent_data(crate = $crate::hygiene::made_by_macros::elsewhere::cloud::api)]
            pub(super) enum Status {
                Finish,
                Other(String),
            }
            #[cloud::api::tencent_errors(crate = $crate::hygiene::made_by_macros::elsewhere::cloud::api)]
            pub(super) enum Code {
                FailedOperation,
                Other($crate::hygiene::made_by_macros::elsewhere::cloud::api::CommonError),
            }
        }
    };
}

/// What a macro names by `$crate`.
type Text = String;

through!(super::cloud::api, by_path);
with_crate!(by_crate);

#[test]
fn the_runtime_may_be_elsewhere() {
    let expected = r#"{"TaskId":"t"}"#;
    assert_eq!(text(&declared::Absolute { task_id: "t".to_owned() }), expected);
    assert_eq!(text(&declared::Relative { task_id: Some("t".to_owned()) }), expected);
    assert_eq!(text(&declared::Imported { task_id: "t" }), expected);
    assert_eq!(text(&declared::Spelt), "{}");
    let read: declared::Relative = serde_json::from_str(expected).unwrap();
    assert_eq!(read.task_id.as_deref(), Some("t"));
    assert_eq!((declared::Relative::IDEMPOTENT, declared::Relative::CLIENT_TOKEN), (true, Some("TaskId")));
    assert_eq!(declared::Imported::RATE_LIMIT.map(u32::from), Some(20));

    let detail: declared::Detail<u8> = serde_json::from_str(r#"{"Status":"Finish"}"#).unwrap();
    assert_eq!((detail.task_id, &detail.status), (None, &declared::Status::Finish));
    assert_eq!(text(&detail), r#"{"Status":"Finish"}"#);
    assert_eq!(declared::Code::from("FailedOperation.Again"), declared::Code::FailedOperation);

    let flattened: declared::Flattened<u8> = serde_json::from_str(r#"{"TaskId":1,"A":2}"#).unwrap();
    assert_eq!((flattened.task_id, flattened.rest["A"]), (Some(1), 2));
    assert_eq!(text(&flattened), r#"{"TaskId":1,"A":2}"#);
    assert_eq!(text(&declared::Denying { task_id: Some("t".to_owned()) }), expected);
    assert!(serde_json::from_str::<declared::Denying>(r#"{"New":1}"#).is_err());
}

#[test]
fn a_macro_may_say_where_the_runtime_is() {
    let expected = r#"{"Detail":{"TaskId":"t","Flattened":{"A":"Finish","B":"?"}}}"#;
    let by_path: by_path::Request = serde_json::from_str(expected).unwrap();
    assert!(matches!(by_path.detail.flattened.rest["A"], by_path::Status::Finish));
    assert_eq!(text(&by_path), expected);
    assert!(matches!(by_path::Code::from("FailedOperation"), by_path::Code::FailedOperation));
    assert_eq!(by_path::Detail::FIELDS.len(), 2);

    let by_crate: by_crate::Request = serde_json::from_str(expected).unwrap();
    assert!(matches!(&by_crate.detail.flattened.rest["B"], by_crate::Status::Other(text) if text == "?"));
    assert_eq!(text(&by_crate), expected);
    assert_eq!(by_crate::Code::CODES, ["FailedOperation"]);
    let denying: by_crate::Denying = serde_json::from_str(r#"{"TaskId":"t"}"#).unwrap();
    assert_eq!(denying.task_id.as_deref(), Some("t"));
}
